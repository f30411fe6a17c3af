"""How screenings are had: many at once, pure next questions, layers, sharing, provenance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import pytest

import otseula
from otseula import BUNDLED, CaseError, Recommendation, RuleBase, Truth
from otseula.screening import many
from otseula.screening.rulebase import today
from tests.screening.cases import random_case
from tests.screening.small_bases import directory, loaded

DAY = date(2026, 12, 1)
BASE = """
questions:
  - {id: a, type: boolean, text: {fi: a}}
  - {id: b, type: boolean, text: {fi: b}, applies_when: a}
expertise: [{id: old, text: {fi: old}}, {id: new, text: {fi: new}}]
rules:
  - {id: r, when: b, then: {expertise: [old]}, because: {fi: r}, valid_to: 2026-06-30}
  - {id: r, when: {b: false}, then: {expertise: [new]}, because: {fi: r}, valid_from: 2026-07-01}
"""


@pytest.fixture(scope="module")
def bundled() -> RuleBase:
    return otseula.load()


@pytest.fixture
def small(tmp_path: Path) -> RuleBase:
    return loaded(tmp_path, BASE)


def without_engines(result: Recommendation) -> dict[str, Any]:
    return {key: value for key, value in result.to_dict().items() if key != "engines"}


def test_many_are_as_one_by_one(bundled: RuleBase) -> None:
    random = Random(1)
    cases = [random_case(random, bundled.period(DAY)) for _ in range(many.CHUNK + 30)]
    results = list(bundled.screen_many(iter(cases), as_of=DAY))
    assert len(results) == len(cases)
    # Some, and those on both sides of the end of a chunk.
    looked_at = {*range(0, len(cases), 16), many.CHUNK - 1, many.CHUNK + 1}
    for number, (case, result) in enumerate(zip(cases, results, strict=True)):
        if number not in looked_at:
            continue
        one = bundled.screen(case, as_of=DAY)
        found, alone = result.to_dict(), one.to_dict()
        assert found.pop("engines") == ["lanes"]
        assert "specification" in alone.pop("engines")
        assert found == alone
        assert result.explain("level_test") == one.explain("level_test")


@pytest.mark.parametrize("chunk", [1, 2, 3, 7, 256])
def test_days_errors_and_order_across_chunks(
    small: RuleBase, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many, "CHUNK", chunk)
    before, after = "2026-06-30", "2026-07-01"
    refused = {"a": False, "b": True}
    answers = {before: "{a: true, b: true}", after: "{a: true, b: false}"}
    cases: list[Any] = [
        otseula.parse_case(f"answers: {answers[day]}\nas_of: {day}".encode()) if day else refused
        for day in [before, after, None, after, before, None, None, before, after]
    ]
    found = list(small.screen_many(cases, on_error="yield"))
    told = [
        "refused" if isinstance(each, CaseError) else [e.id for e in each.expertise]
        for each in found
    ]
    old, new = ["old"], ["new"]
    assert told == [old, new, "refused", new, old, "refused", "refused", old, new]
    for case, each in zip(cases, found, strict=True):
        if isinstance(each, Recommendation):
            assert each.as_of == case.as_of
            assert without_engines(each) == without_engines(small.screen(case))
    # `as_of` goes before the cases' own days, as in `screen`.
    given = list(small.screen_many(cases, on_error="yield", as_of=DAY))
    assert {e.as_of for e in given if isinstance(e, Recommendation)} == {DAY}
    # With "raise" all that stands before the refused case is given out first.
    raising = small.screen_many(cases)
    assert [[e.id for e in next(raising).expertise] for _ in range(2)] == [old, new]
    with pytest.raises(CaseError) as caught:
        next(raising)
    assert caught.value.problems[0].code == "contradiction"
    assert caught.value.__context__ is None


def test_many_is_lazy(small: RuleBase) -> None:
    read = 0

    def endless() -> Iterator[dict[str, Any]]:
        nonlocal read
        while True:
            read += 1
            yield {"a": bool(read % 2)}

    results = small.screen_many(endless())
    assert read == 0
    next(results)
    assert 0 < read <= many.CHUNK
    assert len(list(islice(results, 3 * many.CHUNK))) == 3 * many.CHUNK
    assert read <= 4 * many.CHUNK


def test_many_of_nothing_and_a_wrong_wish(small: RuleBase) -> None:
    assert list(small.screen_many([])) == []
    with pytest.raises(ValueError, match="on_error"):
        small.screen_many([], on_error="ignore")  # told at once, not at the first result


@pytest.mark.parametrize("wrong", ["2026-12-01", 0, "", datetime(2026, 12, 1, 9, 30)])
def test_a_day_is_a_day(small: RuleBase, wrong: Any) -> None:
    for ask in (
        lambda: small.screen({}, as_of=wrong),
        lambda: small.screen_many([{}], as_of=wrong),
        lambda: small.next_question({}, as_of=wrong),
        lambda: small.interview({}, as_of=wrong),
        lambda: small.period(wrong),
    ):
        with pytest.raises(TypeError, match="as_of"):
            ask()


def test_next_question_changes_nothing(bundled: RuleBase) -> None:
    answers = {"acute_danger": False, "violence_forms": ["stalking"]}
    kept = {"acute_danger": False, "violence_forms": ["stalking"]}
    first = bundled.next_question(answers, as_of=DAY)
    assert first is not None
    assert first == bundled.next_question(dict(reversed(answers.items())), as_of=DAY)
    assert answers == kept
    with pytest.raises(CaseError):
        bundled.next_question({"acute_danger": "maybe"})


def test_safety_first_then_theme_by_theme(tmp_path: Path) -> None:
    rulebase = loaded(
        tmp_path,
        """
themes: [{id: one, text: {fi: yksi}}, {id: two, text: {fi: kaksi}}]
questions:
  - {id: a, type: boolean, theme: two, text: {fi: a}}
  - {id: b, type: boolean, theme: one, text: {fi: b}}
  - {id: c, type: boolean, text: {fi: c}}
  - {id: d, type: boolean, theme: two, text: {fi: d}}
  - {id: danger, type: boolean, theme: one, always_ask: true, text: {fi: x}}
  - {id: unused, type: boolean, theme: two, text: {fi: u}}
  - {id: harm, type: boolean, theme: two, always_ask: true, text: {fi: y}}
safety_actions: [{id: act, order: 1, text: {fi: act}}]
expertise: [{id: e, text: {fi: e}}]
rules:
  - {id: r, when: {any: [danger, harm]}, then: {safety: [act]}, because: {fi: r}}
  - {id: s, when: {at_least: 2, of: [d, c, b, a]}, then: {expertise: [e]}, because: {fi: s}}
""",
    )
    for full, expected in (
        (False, ["danger", "harm", "a", "d", "b"]),
        (True, ["danger", "harm", "a", "d", "unused", "b", "c"]),
    ):
        interview = rulebase.interview(full=full)
        asked = []
        while (question := interview.next()) is not None:
            asked.append(question.id)
            interview.answer(question.id, question.id == "danger")
        assert asked == expected


def test_always_asked_questions_that_may_not_apply_are_asked_in_the_end(tmp_path: Path) -> None:
    """The question that decides changes no consequence by itself, and is asked all the same."""
    rulebase = loaded(
        tmp_path,
        """
questions:
  - {id: inner, type: boolean, always_ask: true, text: {fi: i}, applies_when: gate}
  - {id: gate, type: boolean, text: {fi: g}}
  - {id: unused, type: boolean, text: {fi: u}}
""",
    )
    interview = rulebase.interview()
    assert interview.progress().at_most == 2
    assert interview.next().id == "gate"
    interview.answer("gate", True)
    assert interview.next().id == "inner"
    interview.undo()
    interview.answer("gate", "dont_know")
    assert interview.next().id == "inner"
    interview.undo()
    interview.answer("gate", False)
    assert interview.next() is None


def test_a_question_does_not_wait_for_one_that_cannot_matter(tmp_path: Path) -> None:
    """`c` stands beside `a` in an `all` that is decided: `inner` must not wait for it for ever."""
    rulebase = loaded(
        tmp_path,
        """
questions:
  - {id: a, type: boolean, text: {fi: a}}
  - {id: b, type: boolean, text: {fi: b}}
  - {id: c, type: boolean, text: {fi: c}}
  - {id: inner, type: boolean, text: {fi: i}, applies_when: {any: [{all: [a, c]}, b]}}
expertise: [{id: e, text: {fi: e}}]
rules: [{id: r, when: inner, then: {expertise: [e]}, because: {fi: r}}]
""",
    )
    answers = {"a": False, "b": "dont_know"}
    assert rulebase.next_question(answers).id == "inner"
    assert [m.id for m in rulebase.screen(answers).missing] == ["inner", "b"]
    interview = rulebase.interview(answers)
    assert interview.progress().at_most == 1


def test_null_is_not_asked_and_cases_are_taken_in_every_form(small: RuleBase) -> None:
    assert small.screen({"a": None, "b": None}).questions == {"a": "not_asked", "b": "not_asked"}
    case = otseula.parse_case(b'{"answers": {"a": true}, "as_of": "2026-01-01"}')
    assert small.screen(case).as_of == date(2026, 1, 1)
    assert small.screen(case, as_of=DAY).as_of == DAY
    assert small.screen({}).as_of == today()
    with pytest.raises(CaseError) as caught:
        small.screen({"a": 1, "b": "x", "zzz": True}, judgement={"agrees": False})
    pointers = [problem.pointer for problem in caught.value.problems]
    assert pointers == ["/answers/a", "/answers/b", "/answers/*3", "/judgement/agrees"]


def test_the_judgement_changes_nothing_else(bundled: RuleBase) -> None:
    reason = next(iter(bundled.period(DAY).deviation_reasons))
    plain = bundled.screen({"professional_concern": True}, as_of=DAY).to_dict()
    for judgement in ({"agrees": True}, {"deviates": "down", "reason": reason}):
        judged = bundled.screen({"professional_concern": True}, as_of=DAY, judgement=judgement)
        told = judged.to_dict()
        assert {k: told["judgement"][k] for k in judgement} == judgement
        assert told | {"judgement": None} == plain


LOCAL = """
rulebase: {version: "7", title: {fi: Oma}}
channels:
  - {id: own_area_services, replaces: own_area_services, always: true, text: {fi: Oma alue}}
safety_actions: [{id: own_action, order: 1, text: {fi: oma toimi}}]
rules:
  - {id: own_rule, when: child_protection_need, then: {safety: [own_action]}, because: {fi: r}}
"""


def test_a_local_layer_is_named_and_adds(tmp_path: Path, bundled: RuleBase) -> None:
    rulebase = otseula.load(BUNDLED, directory(tmp_path, LOCAL, "oma"))
    result = rulebase.screen({"child_protection_need": True}, as_of=DAY)
    assert [layer.local for layer in result.provenance.layers] == [False, True]
    assert result.provenance.layers[1].version == "7"
    assert [layer["version"] for layer in result.to_dict()["rulebase"]["layers"]][1] == "7"
    assert result.safety[0].id == "own_action"
    assert {a.id for a in result.safety} >= {
        a.id for a in bundled.screen({"child_protection_need": True}, as_of=DAY).safety
    }
    own = next(c for c in result.channels if c.id == "own_area_services")
    assert own.text.fi == "Oma alue"
    assert rulebase.hash != bundled.hash
    assert result.provenance.status == "draft"


@pytest.mark.parametrize(
    "attempt",
    [
        "withdraw: [call_112]",
        "withdraw: [life_in_danger]",
        "withdraw: [acute_danger]",
        "withdraw: [child_welfare_notification]",
        "withdraw: [child_protection_to_be_notified]",
        "safety_actions: [{id: call_112, replaces: call_112, order: 99, text: {fi: ei}}]",
        """
questions:
  - {id: acute_danger, replaces: acute_danger, type: boolean, always_ask: true, text: {fi: ei}}
""",
        """
rules:
  - {id: life_in_danger, replaces: life_in_danger, when: {not: acute_danger},
     then: {safety: [call_112]}, because: {fi: ei}}
""",
        """
criteria:
  - {id: lethal_danger_sign, replaces: lethal_danger_sign, text: {fi: ei},
     when: {lethal_danger_signs: {includes: strangulation}}}
""",
    ],
)
def test_a_local_layer_takes_no_safety_away(tmp_path: Path, attempt: str) -> None:
    with pytest.raises(otseula.RuleBaseError) as caught:
        otseula.load(BUNDLED, directory(tmp_path, attempt))
    assert {d.code for d in caught.value.diagnostics} == {"OTS606"}


def test_reviewed_only_where_everything_in_force_is(tmp_path: Path) -> None:
    def base(name: str, hashes: dict[str, str]) -> RuleBase:
        def item(id: str, more: str) -> str:
            if id not in hashes:
                return f"[{{id: {id}, {more}}}]"
            of = hashes[id]
            review = f'{{by: o, on: 2026-01-01, of: "{of}"}}'
            return f"[{{id: {id}, {more}, status: {{reviewed: {review}}}}}]"

        text = (
            "questions: [{id: a, type: boolean, text: {fi: a}}]\n"
            f"expertise: {item('e', 'text: {fi: e}')}\n"
            f"rules: {item('r', 'when: a, then: {expertise: [e]}, because: {fi: r}')}\n"
        )
        return otseula.load(directory(tmp_path, text, name))

    draft = base("draft", {})
    period = draft.period()
    hashes = {"e": period.expertise["e"].hash, "r": period.rules["r"].hash}
    assert draft.screen({}).provenance.status == "draft"
    assert base("half", {"r": hashes["r"]}).screen({}).provenance.status == "draft"
    whole = base("whole", hashes).screen({"a": True})
    assert whole.provenance.status == "reviewed"
    assert whole.expertise[0].reviewed
    assert base("edited", hashes | {"r": "0" * 12}).screen({}).provenance.status == "draft"


def test_explanations_of_shared_and_long_chains_of_names(tmp_path: Path) -> None:
    """Forty criteria that each name the one before twice, and eight hundred in a row."""
    twice = [
        f"{{id: t{n}, text: {{fi: t}}, when: {{all: [t{n - 1}, t{n - 1}]}}}}" for n in range(1, 40)
    ]
    row = [f"{{id: l{n}, text: {{fi: l}}, when: l{n - 1}}}" for n in range(1, 800)]
    first = [f"{{id: {n}0, text: {{fi: x}}, when: a}}" for n in "tl"]
    criteria = ", ".join(first + twice + row)
    rulebase = loaded(
        tmp_path,
        f"questions: [{{id: a, type: boolean, text: {{fi: a}}}}]\ncriteria: [{criteria}]\n",
        engines=("lanes", "specification"),
    )
    result = rulebase.screen({"a": True})
    part = result.explain("l799")
    for _ in range(800):
        assert part.truth is Truth.MET
        part = part.parts[0]
    assert (part.kind, part.id) == ("question", "a")
    assert result.explain("t39").parts[0].kind == "all"


def test_a_situation_shows_each_question_once_and_by_the_test_that_decides(tmp_path: Path) -> None:
    rulebase = loaded(
        tmp_path,
        """
questions:
  - {id: q, type: choices, text: {fi: q}, options: [{id: x, text: {fi: x}}, {id: y, text: {fi: y}}]}
situations:
  - {id: s, text: {fi: s}, when: {any: [{q: {includes: x}}, {q: {includes: y}}]}}
""",
    )
    for answer, truth in ((["y"], Truth.MET), ([], Truth.NOT_MET), (["dont_know"], Truth.UNKNOWN)):
        (situation,) = rulebase.screen({"q": answer}).situations
        assert [(c.id, c.truth) for c in situation.criteria] == [("q", truth)]
        assert situation.truth is truth


@pytest.mark.parametrize(
    "base",
    [
        "rulebase: {version: '1', title: {fi: tyhjä}}",
        "questions: [{id: a, type: boolean, text: {fi: a}}]",
        "safety_actions: [{id: act, order: 1, text: {fi: toimi}}]",
        "questions: [{id: a, type: boolean, always_ask: true, text: {fi: a}}]",
    ],
)
def test_a_rule_base_may_hold_next_to_nothing(tmp_path: Path, base: str) -> None:
    """Nothing follows, and without a safety rule nothing is ever said to be safe."""
    rulebase = loaded(tmp_path, base)
    for answers in ({}, dict.fromkeys(rulebase.period().questions, False)):
        result = rulebase.screen(answers)
        assert (result.safety, result.duties, result.channels, result.missing) == ((), (), (), ())
        assert (result.safety_questions, dict(result.truth)) == ((), {})
        assert result.eligibility.level == "basic_services_first"
        assert next(iter(rulebase.screen_many([answers]))).to_dict()["truth"] == {}
        assert result.provenance.status == "draft"
    assert rulebase.interview().progress().at_most == sum(
        question.always_ask for question in rulebase.period().questions.values()
    )


def test_the_service_area_is_by_default_the_area(tmp_path: Path) -> None:
    options = "options: [{id: north, text: {fi: pohjoinen}}]"
    area = f"{{id: area, type: choice, text: {{fi: a}}, {options}}}"
    other = "{id: service_area, type: choice, text: {fi: s}, options: [{id: x, text: {fi: muu}}]}"
    for name, questions in (("one", area), ("both", f"{area}, {other}")):
        rulebase = otseula.load(directory(tmp_path, f"questions: [{questions}]", name))
        result = rulebase.screen({"area": "north"})
        assert result.area == result.service_area == ("north", otseula.Text("pohjoinen"))
        assert result.role is None
        assert rulebase.screen({"area": "dont_know"}).service_area is None
    result = rulebase.screen({"area": "north", "service_area": "x"})
    assert result.service_area == ("x", otseula.Text("muu"))
