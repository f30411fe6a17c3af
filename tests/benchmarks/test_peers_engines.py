"""Every entrant that is installed here is right on complete cases, and one that is wrong, or
whose process ends, is told."""

from __future__ import annotations

import sys

import pytest

from tests.benchmarks.peers import measuring
from tests.benchmarks.peers.runners import Apart, CannotRunError, Here, runner
from tests.benchmarks.peers.table import ENTRANTS, FLOOR, OTSEULA, Entrant
from tests.benchmarks.peers.verify import DiffersError, verify
from tests.benchmarks.peers.workload import workload

#: Evaluating one case takes some of them half a second.
_FEW, _SLOW = 40, {"cel-python", "rule-engine"}


@pytest.mark.parametrize("name", ["20", "shipped"])
@pytest.mark.parametrize("entrant", ENTRANTS, ids=lambda entrant: entrant.name)
def test_it_says_what_the_specification_says(entrant: Entrant, name: str) -> None:
    if not entrant.takes(workload(name)):
        assert entrant.not_shipped or entrant.only_shipped
        return
    try:
        one = runner(entrant, name)
    except CannotRunError as reason:
        pytest.skip(f"{entrant.name}: {reason} (make peers)")
    try:
        one.check(2 if entrant.name in _SLOW else _FEW)
    finally:
        one.close()


WORK = workload("20")
RIGHT = [dict(zip(WORK.rules.trees, truths, strict=True)) for truths in WORK.truths]


@pytest.mark.parametrize(
    ("answers", "complaint"),
    [
        ([{**each, "r7": not each["r7"]} for each in RIGHT], "on 1 of 20: r7"),
        ([list(each.values())[:-1] for each in RIGHT], "19 truths of 20"),
        ([{name for name, met in each.items() if met} | {"r99"} for each in RIGHT], "'r99'"),
        ([{**each, "r3": None} for each in RIGHT], "unknown"),
    ],
)
def test_an_answer_that_differs_is_an_error(answers: list[object], complaint: str) -> None:
    told = iter(answers)
    with pytest.raises(DiffersError, match=complaint):
        verify("a peer", lambda _: next(told), WORK, WORK.facts)


@pytest.mark.parametrize("form", [list, tuple, dict, set])
def test_each_form_of_an_answer_is_read(form: type) -> None:
    forms = {
        dict: lambda each: each,
        set: lambda each: {name for name, met in each.items() if met},
    }
    told = iter(map(forms.get(form, lambda each: form(each.values())), RIGHT))
    verify("a peer", lambda _: next(told), WORK, WORK.facts)


NOBODY = Entrant("nobody", "peer", "clips_rules:build")


def test_one_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "clips", None)
    with pytest.raises(CannotRunError, match="not installed: clips"):
        Here(NOBODY, "20")


def test_a_mistake_of_ours_is_not_told_as_not_installed() -> None:
    with pytest.raises(ModuleNotFoundError):
        Here(Entrant("nobody", "peer", "no_such:build"), "20")


def test_one_whose_process_ends_is_told() -> None:
    one = Apart(OTSEULA, "20")
    try:
        one.check(5)
        assert one.time(5) > 0
        one._process.kill()
        with pytest.raises(CannotRunError, match="its process ended"):
            one.time(5)
    finally:
        one.close()


def test_one_that_fails_in_its_process_is_told() -> None:
    with pytest.raises(CannotRunError, match="TypeError"):
        Apart(Entrant("broken", "peer", "runners:serve"), "20")


def test_a_race_takes_who_is_there_and_tells_of_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "clips", None)
    found = measuring.race("20", [FLOOR, OTSEULA, NOBODY], rounds=3)
    assert list(found.measured) == [FLOOR.name, OTSEULA.name]
    assert found.absent == {"nobody": "not installed: clips"}
    assert all(len(one.seconds) == 3 for one in found.measured.values())
    assert found.measured[OTSEULA.name].checked == 200
