#!/usr/bin/env bash
# The wheel, installed in an environment of its own and run away from the checkout: it finds its
# rule data, screens and checks. PYTHON chooses the interpreter; with NO_COMPILER=1 no C compiler
# can be found, as on a machine that has none (Python 3.13 needs none).
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$python" -m venv "$work/build"
"$work/build/bin/python" -m pip install --quiet --disable-pip-version-check build
"$work/build/bin/python" -m build --wheel --outdir "$work/dist" . >"$work/build.log" 2>&1 ||
  { tail -n 20 "$work/build.log"; exit 1; }

if [ "${NO_COMPILER:-}" = 1 ]; then
  export CC=/nonexistent/cc CXX=/nonexistent/c++
fi
"$python" -m venv "$work/run"
"$work/run/bin/python" -m pip install --quiet --disable-pip-version-check "$work"/dist/*.whl
cp docs/examples/case.yaml "$work/case.yaml"
cd "$work"
run/bin/python -c 'import otseula; p = otseula.__file__; assert "site-packages" in p, p'
run/bin/otseula screen case.yaml >sheet.txt
head -n 14 sheet.txt
run/bin/otseula explain case.yaml >reasons.txt
run/bin/otseula check
run/bin/otseula test >vignettes.txt
tail -n 3 vignettes.txt
run/bin/python -c 'import otseula; print("engines:", ", ".join(otseula.load().engines))'
echo "the wheel works on $("$python" --version)"
