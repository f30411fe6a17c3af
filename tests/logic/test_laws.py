"""What holds for every rule base and case (design.md, section 3, rules 3, 6 and 8)."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from otseula.logic.conditions import (
    DONT_KNOW,
    AllOf,
    AnyOf,
    AtLeast,
    ConditionSet,
    Not,
    Ref,
    Truth,
    walk,
)
from otseula.logic.lanes import Lanes
from otseula.logic.truth import Specification, truth_of
from tests.logic.random_conditions import (
    contradictions,
    random_answers,
    random_conditions,
    random_value,
)

seeds = st.integers(0, 2**32)
law = settings(max_examples=150)


def _size(random: Random) -> int:
    return random.randint(1, 25)


@law
@given(seeds)
def test_one_more_answer_never_undecides(seed: int) -> None:
    random = Random(seed)
    conditions = random_conditions(random, _size(random))
    specification, lanes = Specification(conditions), Lanes(conditions)
    answers = random_answers(random, conditions, consistent=True)
    before = specification.evaluate(answers)
    open_questions = [q for q in conditions.questions.values() if q.id not in answers]
    more = [{q.id: random_value(random, q)} for q in open_questions]
    more += [{q.id: DONT_KNOW} for q in open_questions]
    result = lanes.what_if(answers, more)
    for number, change in enumerate(more):
        # A value where the question does not apply would be refused, not evaluated.
        if set(change) & set(contradictions(specification, {**answers, **change})):
            continue
        for name, truth in before.nodes.items():
            assert truth in (Truth.UNKNOWN, result.truth(name, number))


@law
@given(seeds)
def test_dont_know_never_undecides_even_where_a_question_does_not_apply(seed: int) -> None:
    random = Random(seed)
    conditions = random_conditions(random, _size(random))
    lanes = Lanes(conditions)
    answers = random_answers(random, conditions)
    before = lanes.evaluate(answers)
    after = lanes.evaluate({**dict.fromkeys(conditions.questions, DONT_KNOW), **answers})
    for name, truth in before.nodes.items():
        assert truth in (Truth.UNKNOWN, after.nodes[name])


@law
@given(seeds)
def test_the_order_of_answers_never_matters(seed: int) -> None:
    random = Random(seed)
    conditions = random_conditions(random, _size(random))
    answers = random_answers(random, conditions)
    shuffled = list(answers.items())
    random.shuffle(shuffled)
    again = {q: tuple(reversed(v)) if isinstance(v, tuple) else v for q, v in shuffled}
    for engine in (Specification(conditions), Lanes(conditions)):
        assert engine.evaluate(answers) == engine.evaluate(again)


@law
@given(seeds)
def test_the_order_of_names_and_questions_never_matters(seed: int) -> None:
    random = Random(seed)
    conditions = random_conditions(random, _size(random))
    answers = random_answers(random, conditions)
    backwards = ConditionSet(
        dict(reversed(conditions.questions.items())), dict(reversed(conditions.nodes.items()))
    )
    for engine in (Specification, Lanes):
        assert engine(conditions).evaluate(answers) == engine(backwards).evaluate(answers)


@law
@given(seeds)
def test_de_morgan_and_counting(seed: int) -> None:
    random = Random(seed)
    conditions = random_conditions(random, _size(random))
    answers = random_answers(random, conditions)
    evaluation = Specification(conditions).evaluate(answers)
    refs = tuple(Ref(name) for name in conditions.nodes)
    opposites = tuple(Not(ref) for ref in refs)
    count = random.randint(1, len(refs))

    def truth(condition) -> Truth:
        return truth_of(condition, evaluation, answers)

    assert truth(Not(AllOf(refs))) is truth(AnyOf(opposites))
    assert truth(Not(AnyOf(refs))) is truth(AllOf(opposites))
    assert truth(AtLeast(1, refs)) is truth(AnyOf(refs))
    assert truth(AtLeast(len(refs), refs)) is truth(AllOf(refs))
    assert truth(Not(AtLeast(count, refs))) is truth(AtLeast(len(refs) - count + 1, opposites))


@law
@given(seeds)
def test_every_part_has_the_truth_it_would_have_by_itself(seed: int) -> None:
    random = Random(seed)
    conditions = random_conditions(random, _size(random))
    answers = random_answers(random, conditions)
    parts = [part for condition in conditions.nodes.values() for part in walk(condition)][:200]
    named = {f"part_{number}": part for number, part in enumerate(parts)}
    lanes = Lanes(ConditionSet(conditions.questions, {**conditions.nodes, **named}))
    said = lanes.evaluate(answers).nodes
    known = Specification(conditions).evaluate(answers)
    for name, part in named.items():
        assert truth_of(part, known, answers) is said[name]
    assert truth_of(parts[-1], conditions, answers) is said[f"part_{len(parts) - 1}"]


@law
@given(seeds)
def test_values_with_the_same_rails_are_the_same_to_every_node(seed: int) -> None:
    random = Random(seed)
    conditions = random_conditions(random, _size(random))
    lanes, answers = Lanes(conditions), random_answers(random, conditions)
    question = random.choice(list(conditions.questions.values()))
    by_rails: dict[tuple[int, ...], object] = {}
    for _ in range(12):
        value = random_value(random, question)
        said = lanes.evaluate({**answers, question.id: value})
        assert by_rails.setdefault(lanes.rails(question.id, value), said) == said
