"""Screening tables: the truths of `screen`, from columns of any form."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pytest
import yaml

import otseula
from otseula import CaseError, PrivacyError, Truth
from otseula.logic import packed
from otseula.logic.conditions import DONT_KNOW, QuestionDomain
from otseula.logic.truth import Specification
from otseula.rulebase.model import LEVELS
from otseula.screening import arrow_bits
from otseula.screening.goals import goals
from tests.logic.random_conditions import contradictions, random_answers, random_conditions
from tests.screening.cases import plain, random_case
from tests.screening.random_bases import random_base
from tests.screening.tables import table_of

DAY = date(2026, 12, 1)
TRUTHS = {True: Truth.MET, False: Truth.NOT_MET, None: Truth.UNKNOWN}


@pytest.fixture(scope="module")
def bundled() -> otseula.RuleBase:
    return otseula.load(engines=("lanes",))


def in_blocks_of(cases: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (packed, arrow_bits):
        monkeypatch.setattr(module, "BLOCK", cases)


def found_in(table: pa.Table, row: int) -> dict[str, Truth]:
    (values,) = table.slice(row, 1).to_pylist()
    return {name: TRUTHS[value] for name, value in values.items() if name != "case.refused"}


@pytest.mark.parametrize("seed", range(60))
def test_the_truths_are_those_of_the_specification(seed: int, monkeypatch) -> None:
    """On random rule bases and cases, contradictory ones among them; null and dont_know too."""
    random = Random(seed)
    in_blocks_of(random.choice([8, 16, packed.BLOCK]), monkeypatch)
    conditions = random_conditions(random, random.randint(1, 25))
    rulebase = random_base(random, conditions)
    period = rulebase.period()
    specification = Specification(period.conditions)
    rows = random.choice([1, 7, 8, 9, 40])
    cases = [
        random_answers(random, period.conditions, consistent=random.random() < 0.6)
        for _ in range(rows)
    ]
    table = table_of(random, period.questions, cases)
    if not table.num_columns:
        return
    found = rulebase.screen_columns(table, on_error="mark")
    assert found.num_rows == rows
    for row, case in enumerate(cases):
        refused = bool(contradictions(specification, plain(case)))
        assert found["case.refused"][row].as_py() is refused
        truths = found_in(found, row)
        if refused:
            assert set(truths.values()) <= {Truth.UNKNOWN}
            continue
        expected = specification.evaluate(plain(case)).nodes
        assert {name: truths[name] for name in expected} == expected


def test_cases_in_which_everything_is_known(monkeypatch) -> None:
    """They are run on half of the gates."""
    in_blocks_of(16, monkeypatch)
    whole = 0
    for seed in range(60):
        random = Random(seed)
        rulebase = random_base(random, random_conditions(random, random.randint(1, 12)))
        period = rulebase.period()
        domains, partial = period.conditions.questions, random.choice([0.0, 0.0, 0.2])
        cases = [
            {name: _value(random, domain, partial) for name, domain in domains.items()}
            for _ in range(21)
        ]
        specification = Specification(period.conditions)
        table = table_of(random, period.questions, cases)
        found = rulebase.screen_columns(table, on_error="mark")
        for row, case in enumerate(cases):
            if contradictions(specification, case):
                assert found["case.refused"][row].as_py()
                continue
            expected = specification.evaluate(case).nodes
            truths = found_in(found, row)
            assert {name: truths[name] for name in expected} == expected
            whole += 1
        if not partial and not any(found["case.refused"].to_pylist()):
            assert all(column.null_count == 0 for column in found.columns)
    assert whole > 200


def _value(random: Random, domain: QuestionDomain, partial: float) -> Any:
    match domain.type:
        case "boolean":
            return random.random() < 0.5
        case "choice":
            return random.choice(domain.options)
        case "integer":
            return random.randint(*domain.range)
    marked = [option for option in domain.options if random.random() < 0.5]
    return tuple([*marked, DONT_KNOW] if marked and random.random() < partial else marked)


def test_the_bundled_rule_base_as_screen_has_it(bundled: otseula.RuleBase) -> None:
    """Truths are the same; a consequence that columns decide is decided so in `screen`, which
    also looks at what is settled."""
    random, period = Random(4), bundled.period(DAY)
    cases = [random_case(random, period) for _ in range(150)]
    table = table_of(random, period.questions, cases)
    found = bundled.screen_columns(table, as_of=DAY)
    compiled = bundled._on(DAY)[0]
    wanted = goals(period, compiled.givers)
    open_here = decided = 0
    for row, case in enumerate(cases):
        result = bundled.screen(case, as_of=DAY)
        truths = found_in(found, row)
        assert {name: truths[name] for name in result.truth} == result.truth
        for name in truths.keys() - result.truth.keys():
            kind, _, item = name.partition(".")
            expected = _consequence(result, kind, item)
            if truths[name] is Truth.UNKNOWN:
                open_here += expected is not Truth.UNKNOWN
            else:
                decided += 1
                assert truths[name] is expected, (name, case)
    kinds = {"safety", "duties", "eligibility", "expertise", "notices"}
    named = {tuple(n.split(".")) for n in found.column_names if "." in n}
    always = {("notices", n) for n, item in period.notices.items() if item.always}
    assert named == {tuple(g) for g in wanted if g.kind in kinds} - always
    assert decided > 1000
    print(f"{decided} consequences decided, {open_here} open that screen() settles")


def _consequence(result: otseula.Recommendation, kind: str, item: str) -> Truth:
    if kind == "eligibility":
        level = LEVELS.index(item)
        if LEVELS.index(result.eligibility.at_least) >= level:
            return Truth.MET
        return Truth.NOT_MET if LEVELS.index(result.eligibility.at_most) < level else Truth.UNKNOWN
    given = {each.id: each.truth for each in getattr(result, kind)}
    return given.get(item, Truth.NOT_MET)


def refusal(rulebase: otseula.RuleBase, table: object) -> CaseError:
    with pytest.raises(CaseError) as refused:
        rulebase.screen_columns(table, as_of=DAY)
    error = refused.value
    assert error.__cause__ is error.__context__ is None
    return error


def codes(error: CaseError) -> list[tuple[str, str]]:
    return [(each.code, each.pointer) for each in error.problems]


TABLE = yaml.safe_load(Path(__file__).with_name("columns_table.yaml").read_text("utf-8"))


@pytest.mark.parametrize("row", TABLE, ids=lambda row: ", ".join(row["problems"]))
def test_what_is_refused(bundled: otseula.RuleBase, row: dict[str, Any]) -> None:
    error = refusal(bundled, pa.table(row["columns"]))
    assert [f"{code} {pointer}" for code, pointer in codes(error)] == row["problems"]


def test_a_table_may_name_a_column_twice_but_is_refused(bundled: otseula.RuleBase) -> None:
    table = pa.Table.from_arrays([pa.array([1]), pa.array([2])], ["child_age", "child_age"])
    assert codes(refusal(bundled, table)) == [("column-twice", "/columns/child_age")]


SECRETS = ("matti.meikalainen@example.org", "010101A123N", "Meikäläinen")


@pytest.mark.parametrize("secret", SECRETS)
def test_nothing_refused_is_repeated(bundled: otseula.RuleBase, secret: str) -> None:
    tables = [
        pa.table({"role": [secret]}),
        pa.table({"role": pa.array([secret], pa.dictionary(pa.int8(), pa.string()))}),
        pa.table({"violence_forms": [[secret]]}),
        pa.table({secret: [True]}),
        pa.table({f"{secret}.dont_know": [True]}),
        pa.table({"child_age": [secret]}),
    ]
    found = [refusal(bundled, table) for table in tables]
    for error in found:
        assert secret not in f"{error!r} {error} {error.args} {vars(error)}"
    if secret != "Meikäläinen":
        assert all(isinstance(error, PrivacyError) for error in found[:5])


class Stream:
    """Offers itself as a table and fails with what a library's error may hold."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        raise ValueError("Could not convert 'Meikäläinen'")


@pytest.mark.parametrize("given", [{"child_age": [1]}, [], None, 5, Stream(), "x", pa.array([1])])
def test_what_is_no_table(bundled: otseula.RuleBase, given: object) -> None:
    error = refusal(bundled, given)
    assert codes(error) == [("unreadable-table", "/columns")]
    assert "Meik" not in f"{error!r}{error}"


def test_the_first_hundred_refused_rows_are_told(bundled: otseula.RuleBase) -> None:
    error = refusal(bundled, pa.table({"child_age": [5] * 3 + [99] * 1000}))
    assert [each.pointer for each in error.problems] == [
        f"/rows/{row}/child_age" for row in range(3, 103)
    ]


def test_refused_rows_may_be_marked(bundled: otseula.RuleBase) -> None:
    table = pa.table({"child_age": [5, 99, 8], "acute_danger": [True, True, False]})
    found = bundled.screen_columns(table, on_error="mark", as_of=DAY)
    assert found.column_names[0] == "case.refused"
    assert found["case.refused"].to_pylist() == [False, True, False]
    assert found["safety.call_112"].to_pylist() == [True, None, False]
    assert "case.refused" not in bundled.screen_columns(table.slice(0, 1)).column_names
    with pytest.raises(ValueError, match="raise"):
        bundled.screen_columns(table, on_error="yield")


def test_tables_without_rows_or_columns(bundled: otseula.RuleBase) -> None:
    for empty in (pa.table({}), pa.table({"child_age": pa.array([], pa.int8())})):
        assert bundled.screen_columns(empty).num_rows == 0
    schema = pa.schema([("child_age", pa.int8()), ("role", pa.string())])
    assert bundled.screen_columns(schema.empty_table()).num_rows == 0
    batch = pa.record_batch({"child_age": [4, 5]})
    assert bundled.screen_columns(batch).num_rows == 2


def test_questions_without_a_column(bundled: otseula.RuleBase) -> None:
    """What does not apply is not met; the rest is unknown."""
    found = bundled.screen_columns(pa.table({"child_age": [3, 9]}), as_of=DAY)
    for row, age in enumerate([3, 9]):
        expected = bundled.screen({"child_age": age}, as_of=DAY).truth
        truths = found_in(found, row)
        assert {name: truths[name] for name in expected} == expected
    assert found_in(found, 0) != found_in(found, 1)


def test_dictionaries_of_other_words_than_are_used(bundled: otseula.RuleBase) -> None:
    answers = ["full", "none", None, None, "dont_know"]
    for others in (["Meikäläinen"], [f"word{number}" for number in range(300)]):
        words = pa.array([*others, "full", None, "none", "dont_know"])
        entries = [None if n is None else n + len(others) for n in (0, 2, None, 1, 3)]
        column = pa.DictionaryArray.from_arrays(pa.array(entries, pa.int16()), words)
        table = pa.table({"school_attendance": column, "child_age": [9] * 5})
        found = bundled.screen_columns(table, as_of=DAY)
        _same(bundled, found, answers)


def _same(bundled: otseula.RuleBase, found: pa.Table, answers: list[str | None]) -> None:
    for row, answer in enumerate(answers):
        case = {"school_attendance": answer, "child_age": 9}
        truths, expected = found_in(found, row), bundled.screen(case, as_of=DAY).truth
        assert {name: truths[name] for name in expected} == expected


@pytest.mark.parametrize("library", ["polars", "pandas", "duckdb"])
def test_frames_of_other_libraries(bundled: otseula.RuleBase, library: str) -> None:
    module = pytest.importorskip(library)
    answers = {
        "child_age": [14, None, 3],
        "acute_danger": [True, False, None],
        "school_attendance": ["none", "dont_know", None],
        "violence_forms": [["stalking"], [], None],
    }
    made = {
        "polars": lambda: module.DataFrame(answers),
        "pandas": lambda: module.DataFrame(
            {
                "child_age": module.array(answers["child_age"], dtype="Int64"),
                "acute_danger": module.array(answers["acute_danger"], dtype="boolean"),
                "school_attendance": answers["school_attendance"],
                "violence_forms": answers["violence_forms"],
            }
        ),
        "duckdb": lambda: module.from_arrow(pa.table(answers)),
    }
    found = bundled.screen_columns(made[library](), as_of=DAY)
    assert found.equals(bundled.screen_columns(pa.table(answers), as_of=DAY))
    if library == "pandas":
        some = made[library]()[lambda frame: frame["child_age"] != 3]  # keeps its index
        assert bundled.screen_columns(some, as_of=DAY).num_rows == 1
        with pytest.raises(CaseError):  # a question that is the index is answered
            bundled.screen_columns(
                module.DataFrame(
                    {"role": ["dont_know"]}, index=module.Index([99], name="child_age")
                ),
                as_of=DAY,
            )
    if library == "polars":
        categories = made[library]().with_columns(
            module.col("school_attendance").cast(module.Categorical)
        )
        assert found.equals(bundled.screen_columns(categories, as_of=DAY))
        assert module.DataFrame(found)["safety.call_112"].to_list() == [True, False, None]


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_only_columns_import_numpy_and_pyarrow() -> None:
    code = """
import sys, otseula
rulebase = otseula.load()
rulebase.screen({})
list(rulebase.screen_many([{}]))
assert not {"numpy", "pyarrow"} & sys.modules.keys()
"""
    found = python(code)
    assert found.returncode == 0, found.stderr


def test_without_the_extra_it_is_told_what_to_install() -> None:
    for missing in ("numpy", "pyarrow"):
        found = python(
            f"import sys; sys.modules[{missing!r}] = None; import otseula\n"
            "otseula.load().screen_columns(None)"
        )
        assert found.returncode == 1
        assert "pip install 'otseula[columns]'" in found.stderr
