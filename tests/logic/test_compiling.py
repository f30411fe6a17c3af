"""The parts of the compiled engines, each against counting by hand: every input, exhaustively."""

from __future__ import annotations

from itertools import product

import pytest

from otseula.logic.atoms import Atoms
from otseula.logic.conditions import DONT_KNOW, QuestionTest
from otseula.logic.lanes import Lanes
from otseula.logic.network import Network
from otseula.logic.normal_form import MOST_ALTERNATIVES, MOST_RAILS, Forms, rail_form
from otseula.logic.straight_line import compiled
from tests.logic.extremes import EXTREMES
from tests.logic.table import rows


@pytest.mark.parametrize("total", range(1, 11))
def test_the_sorting_network_counts(total: int) -> None:
    network = Network()
    outputs = [network.at_least(count, range(total)) for count in range(1, total + 1)]
    program = compiled(network, total, outputs)
    # Lane i holds the bits of i: every input at once.
    lanes = range(2**total)
    rails = [sum(1 << lane for lane in lanes if lane >> r & 1) for r in range(total)]
    for count, out in enumerate(program(rails), start=1):
        assert out == sum(1 << lane for lane in lanes if lane.bit_count() >= count)


@pytest.mark.parametrize("rails", [(0, 0, 1), (0, 1, 1, 2, 2), (0, 0, 0, 1, 2, 2)])
def test_what_stands_twice_counts_twice(rails) -> None:
    for count in range(1, len(rails) + 1):
        network, forms = Network(), Forms()
        program = compiled(network, 3, [network.at_least(count, rails)])
        form = forms.at_least(count, [rail_form(rail) for rail in rails])
        for values in product((0, 1), repeat=3):
            expected = sum(values[rail] for rail in rails) >= count
            assert program(values) == (int(expected),)
            assert _holds(forms, form, values) == expected


def _holds(forms: Forms, form, values) -> bool:
    on = {rail for rail, value in enumerate(values) if value}
    for rail, defined in forms.defined.items():
        if any(alternative <= on for alternative in defined):
            on.add(rail)
    return any(alternative <= on for alternative in form)


@pytest.mark.parametrize("total", range(1, 10))
def test_the_normal_form_counts(total: int) -> None:
    for count in range(1, total + 1):
        forms = Forms()
        form = forms.at_least(count, [rail_form(rail) for rail in range(total)])
        for values in product((0, 1), repeat=total):
            assert _holds(forms, form, values) == (sum(values) >= count)


@pytest.mark.parametrize("sums", [1, 3, 7])
@pytest.mark.parametrize("width", [1, 2, 5, 70])
def test_normal_forms_stay_within_their_limits(sums: int, width: int) -> None:
    forms = Forms()
    parts = [forms.disj(rail_form(width * s + w) for w in range(width)) for s in range(sums)]
    every = forms.conj(parts)
    some = forms.disj(forms.conj((part, rail_form(999))) for part in parts)
    long = forms.conj(rail_form(rail) for rail in range(sums * width))
    for form in (every, some, long, *forms.defined.values()):
        assert len(form) <= MOST_ALTERNATIVES
        assert all(0 < len(alternative) <= MOST_RAILS for alternative in form)
    last_of_each = {width * s + width - 1 for s in range(sums)}
    for left_out in (None, *last_of_each):
        values = [int(r in last_of_each and r != left_out) for r in range(1000)]
        assert _holds(forms, every, values) == (left_out is None)
        assert _holds(forms, some, values) is False
        assert _holds(forms, long, values) == (left_out is None and width == 1)


def test_an_alternative_that_contains_another_is_left_out() -> None:
    forms = Forms()
    one, both = rail_form(1), forms.conj((rail_form(1), rail_form(2)))
    assert forms.disj((both, one)) == one
    assert forms.conj((one, forms.disj((both, rail_form(3))))) == forms.disj(
        (both, forms.conj((one, rail_form(3))))
    )


def test_gates_are_shared_and_constants_folded() -> None:
    network = Network()
    assert network.conj((3, 1)) == network.conj((1, 3, 3))
    assert network.disj((5,)) == 5
    assert network.disj((7, network.conj(()))) == network.conj(())
    assert network.conj((7, network.disj(()))) == network.disj(())
    assert len(network.gates) == 1


def test_opposite_tests_share_an_atom() -> None:
    atoms = Atoms()
    up = atoms.test(QuestionTest("age", "at_least", 6))
    assert atoms.test(QuestionTest("age", "at_most", 5)) == up.exchanged()
    yes = atoms.test(QuestionTest("threat", "is", True))
    assert atoms.test(QuestionTest("threat", "is", False)) == yes.exchanged()
    one = atoms.test(QuestionTest("forms", "includes", "a"))
    assert atoms.test(QuestionTest("forms", "includes_all", ("a",))) == one
    assert atoms.test(QuestionTest("forms", "includes_any", ("a",))) == one
    assert atoms.size == 6


def test_rails_of_answers() -> None:
    atoms = Atoms()
    met, not_met = atoms.test(QuestionTest("forms", "includes", "a"))
    value, dont_know, without = (
        atoms.has_value("forms"),
        atoms.dont_know("forms"),
        atoms.without("forms"),
    )
    for answer, rails in [
        (None, {without}),
        (DONT_KNOW, {without, dont_know}),
        ((DONT_KNOW,), {without, dont_know}),
        ((), {value, not_met}),
        (("b",), {value, not_met}),
        (("b", DONT_KNOW), {value}),
        (("b", "a"), {value, met}),
        ((DONT_KNOW, "a"), {value, met}),
    ]:
        assert set(atoms.on("forms", answer)) == rails
    assert atoms.on("never_read", True) == ()


def test_inputs_by_masks() -> None:
    """What a caller fills by masks is what the cases say one by one."""
    row = next(row for row in rows() if row.id == "nested_met")
    lanes = Lanes(row.conditions)
    inputs = lanes.inputs(row.answers, 8)
    inputs.answer("conflict_months", 3, 0b00001111)
    inputs.answer("fear", None, 0b00110011)
    inputs.answer("forms", (), 0b01010101)
    result = lanes.run(inputs)
    for lane in range(8):
        case = dict(row.answers)
        if lane in (0, 1, 2, 3):
            case["conflict_months"] = 3
        if lane in (0, 1, 4, 5):
            del case["fear"]
        if lane in (0, 2, 4, 6):
            case["forms"] = ()
        assert result.evaluation(lane) == lanes.evaluate(case)


def test_a_change_leaves_the_other_answers_as_they_are() -> None:
    row = next(row for row in rows() if row.id == "nested_met")
    lanes = Lanes(row.conditions)
    changes = [{}, {"fear": False}, {"separated": None}, {"fear": None, "mediated": True}]
    result = lanes.what_if(row.answers, changes)
    for lane, change in enumerate(changes):
        case = {q: v for q, v in {**row.answers, **change}.items() if v is not None}
        assert result.evaluation(lane) == lanes.evaluate(case)


def test_no_cases() -> None:
    lanes = Lanes(rows()[0].conditions)
    assert lanes.evaluate_many([]).width == 0
    assert set(lanes.evaluate_many([]).met.values()) == {0}
    assert lanes.what_if({}, []).width == 0


def test_more_values_than_a_byte_holds() -> None:
    extreme = EXTREMES["deep"]()
    lanes = Lanes(extreme.conditions)
    cases = [answers for answers, _ in extreme.cases] * 400
    result = lanes.evaluate_many(cases)
    expected = [truth for _, truth in extreme.cases] * 400
    assert [result.truth("probe", i) for i in range(len(cases))] == expected
