"""What conditions mean by diagrams, held against every case written out and against z3; what is
too large is told; the bundled rule base takes its time."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from otseula.authoring.check import all_lints, check, linted
from otseula.authoring.checked import Checked
from otseula.authoring.meaning.drawn import Meaning, Meanings, fixed
from otseula.logic.conditions import AllOf, ConditionSet, Known, Not, QuestionDomain, QuestionTest
from otseula.logic.diagram import Diagram, TooLargeError
from otseula.rulebase.diagnostics import Findings
from otseula.rulebase.load import load_draft
from tests.authoring.meaning.cases import compare
from tests.rulebase.rulefiles import write

TEXT = "text: {fi: K, sv: K, en: K}"


@pytest.mark.parametrize("seed", range(8))
def test_diagrams_every_case_and_z3_agree(seed: int) -> None:
    compared = compare(seed=seed, pairs=250)
    assert compared.pairs >= 250
    assert min(compared.never, compared.always, compared.same, compared.known) >= 10


def test_what_is_not_known_settles_nothing() -> None:
    """`q` and that q is not known: either may be, but no case is settled as both."""
    conditions = ConditionSet(
        {"q": QuestionDomain("q", "boolean")},
        {
            "yes": QuestionTest("q", "is", True),
            "open": Not(Known("q")),
            "both": AllOf((QuestionTest("q", "is", True), Not(Known("q")))),
        },
    )
    meaning = Meaning(conditions)
    yes, unknown, both = map(meaning.named, ("yes", "open", "both"))
    assert not meaning.never(yes)
    assert not meaning.never(unknown)
    assert meaning.never(both)
    assert meaning.apart(yes, unknown)


def test_fixing_a_variable_leaves_the_rest() -> None:
    conditions = ConditionSet(
        {name: QuestionDomain(name, "boolean") for name in "ab"},
        {"both": AllOf((QuestionTest("a", "is", True), QuestionTest("b", "is", True)))},
    )
    meaning = Meaning(conditions)
    both, diagram = meaning.named("both"), meaning.diagram
    for variable in (0, 1):
        other = diagram.node(1 - variable, 0, 1)
        assert fixed(diagram, both, variable, 1) == other
        assert fixed(diagram, both, variable, 0) == 0


def too_large(directory: Path, *, clean: bool = False) -> Checked:
    """Pairs of questions far apart, counted: a diagram of thousands of nodes. With `clean` nothing
    else is to be found."""
    names = [f"q{n}" for n in range(24)]
    questions = "".join(f"  - {{id: {n}, type: boolean, {TEXT}}}\n" for n in names)
    small = ""
    if not clean:
        questions += f"  - {{id: n, type: integer, range: [0, 9], {TEXT}}}\n"
        options = f"[{{id: s, {TEXT}}}, {{id: t, {TEXT}}}]"
        questions += f"  - {{id: c, type: choice, {TEXT}, options: {options}}}\n"
        small = f"  - {{id: small, {TEXT}, when: {{all: [q0, {{n: {{is: 4}}}}, {{c: s}}]}}}}\n"
    pairs = zip(names, names[5:], strict=False)
    parts = ", ".join(f"{{all: [{one}, {{not: {other}}}]}}" for one, other in pairs)
    large = f"  - {{id: large, {TEXT}, when: {{at_least: 9, of: [{parts}]}}}}\n"
    rule = (
        f"notices: [{{id: m, {TEXT}}}]\n"
        "rules: [{id: r, because: {fi: K, sv: K, en: K}, when: large, then: {notices: [m]}}]\n"
    )
    write(directory, {"x.yaml": f"questions:\n{questions}criteria:\n{small}{large}{rule}"})
    loaded = load_draft(directory)
    assert loaded.content is not None
    return Checked.of(loaded, date(2026, 11, 22))


def test_what_is_too_large_is_told_once_at_its_place(tmp_path: Path) -> None:
    checked = too_large(tmp_path)
    checked.__dict__["meanings"] = Meanings(checked.draft, limit=400)
    [found] = [d for d in linted(checked) if d.code in {f"OTS8{n}" for n in range(20, 40)}]
    assert (found.code, found.place.line) == ("OTS830", 30)
    assert "`large`" in found.message.fi


def test_what_grows_too_large_only_when_it_is_asked_of_is_told(tmp_path: Path) -> None:
    drawn = len(too_large(tmp_path).meanings.spans[0].meaning.diagram)
    checked = too_large(tmp_path)
    checked.__dict__["meanings"] = Meanings(checked.draft, limit=drawn + 1)
    assert "OTS830" in {d.code for d in linted(checked)}


@pytest.mark.parametrize("error", [TooLargeError, RecursionError])
def test_every_check_of_meaning_says_what_it_could_not_do(
    error: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None of them passes over in silence by itself what is too large, or too deep."""

    def too_deep(*_: object) -> int:
        raise error

    monkeypatch.setattr(Diagram, "both", too_deep)
    for code, lint in all_lints().items():
        if "OTS820" <= code <= "OTS830" or code in ("OTS805", "OTS833"):
            checked = too_large(tmp_path)
            findings = Findings()
            lint.look(checked, findings)
            told = {(d.code, d.severity) for d in findings.diagnostics()}
            assert told == {("OTS830", "warning")}, code


def test_checking_the_bundled_rule_base_takes_less_than_ten_seconds() -> None:
    start = time.process_time()
    assert check() == ()
    assert time.process_time() - start < 10
