#!/usr/bin/env bash
# The tests on every CPython from 3.11 on that this machine has, each in an environment of its
# own under .venvs/. From 3.13 on durable-rules does not import, and two engines run.
set -euo pipefail
cd "$(dirname "$0")/.."

found=()
for version in 3.11 3.12 3.13 3.14; do
  for candidate in "$(command -v "python$version" || true)" \
    "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$version".*/bin/python; do
    # A pyenv shim may stand on the path without a version behind it.
    if [ -x "$candidate" ] &&
      [ "$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" = "$version" ]; then
      found+=("$version=$candidate")
      break
    fi
  done
done
[ "${#found[@]}" -gt 0 ] || { echo "no CPython from 3.11 on was found" >&2; exit 1; }

for entry in "${found[@]}"; do
  version=${entry%%=*}
  echo "== CPython $version (${entry#*=})"
  make --no-print-directory test PYTHON="${entry#*=}" VENV=".venvs/$version"
done
printf 'tested on: %s\n' "${found[*]%%=*}"
