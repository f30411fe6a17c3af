"""What typed lines mean, and the case file that keeps them: laws over any text and any answers."""

from __future__ import annotations

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from otseula.cli.dialogue_words import DIALOGUE
from otseula.cli.files import case_text
from otseula.cli.replies import in_words, menu, reply, rest
from otseula.cli.spoken import SPOKEN
from otseula.logic.conditions import DONT_KNOW
from otseula.rulebase.model import Question
from otseula.screening.casefile import parse_case
from otseula.screening.recommendation import Judgement
from otseula.screening.rulebase import RuleBase, load
from otseula.text import LANGUAGES
from tests.cli.running import RULES

RULEBASE: RuleBase = load(RULES, engines=("lanes",))
QUESTIONS = list(RULEBASE.period(date(2026, 12, 1)).questions.values())

questions = st.sampled_from(QUESTIONS)
languages = st.sampled_from(LANGUAGES)
typed = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="0123456789 ,;-+?<!ketjnvyd", max_size=12),
    st.lists(st.integers(-3, 300)).map(lambda numbers: " ".join(map(str, numbers))),
)


@given(questions, typed, languages)
@example(QUESTIONS[1], "²", "fi")
@example(QUESTIONS[3], "٣", "fi")
@example(QUESTIONS[3], "1_0", "fi")
@example(QUESTIONS[4], "İ", "en")
def test_a_reply_is_an_answer_that_the_question_takes_or_a_complaint(
    question: Question, line: str, language: str
) -> None:
    given_ = reply(question, line, language)
    if given_.complaint is not None:
        assert given_.value is None
        assert given_.complaint in DIALOGUE
        return
    assert line.strip()
    value = given_.value
    assert value is not None
    RULEBASE.interview().answer(question.id, value)  # raises for what the question does not take
    if given_.open_rest:
        assert isinstance(value, list)
        RULEBASE.interview().answer(question.id, [*value, DONT_KNOW])


@given(questions, languages)
def test_every_number_of_the_menu_is_understood(question: Question, language: str) -> None:
    values = [reply(question, number, language).value for number, _ in menu(question, language)]
    assert None not in values
    assert len({repr(value) for value in values}) == len(values)
    if values:
        assert values[-1] == DONT_KNOW


@given(questions, languages)
def test_no_question_takes_the_word_that_leads_to_the_opening_one(
    question: Question, language: str
) -> None:
    for word in SPOKEN[language]["themes"]:
        assert reply(question, word, language).complaint == "not_understood"
        assert rest(word, language) is None


@given(st.data(), questions, languages)
def test_different_answers_read_differently(
    data: st.DataObject, question: Question, language: str
) -> None:
    interview = RULEBASE.interview()
    given_ = [data.draw(_answers(question).filter(lambda v: v is not None)) for _ in range(2)]
    kept = []
    for value in given_:
        interview.undo()
        interview.answer("parents_separated", True)
        interview.answer(question.id, value)
        kept.append(interview.answers[question.id])
    first, second = (in_words(question, value, language) for value in kept)
    assert first.strip()
    assert (first == second) is (kept[0] == kept[1])


@given(typed, languages)
def test_the_rest_is_no_or_not_known_or_asked_again(line: str, language: str) -> None:
    assert rest(line, language) in (True, False, None)
    if not line.strip():
        assert rest(line, language) is None  # nothing is preselected


def _answers(question: Question) -> st.SearchStrategy[object]:
    options = [option.id for option in question.options]
    kinds: dict[str, st.SearchStrategy[object]] = {
        "boolean": st.booleans(),
        "integer": st.integers(*(question.range or (0, 0))),
        "choice": st.sampled_from(options or ["-"]),
        "choices": st.lists(st.sampled_from([*options, DONT_KNOW]), unique=True),
    }
    return st.one_of(kinds[question.type], st.just(DONT_KNOW), st.none())


judgements = st.sampled_from(
    [
        None,
        Judgement(True),
        Judgement(False, "up", "knows_more"),
        Judgement(False, "down", "other_route"),
    ]
)


@given(
    st.fixed_dictionaries({}, optional={q.id: _answers(q) for q in QUESTIONS}),
    st.one_of(st.none(), st.dates()),
    judgements,
)
def test_a_kept_case_is_read_back_as_it_was(
    answers: dict[str, object], as_of: date | None, judgement: Judgement | None
) -> None:
    case = parse_case(case_text(answers, as_of, judgement).encode(), json=False)
    assert dict(case.answers) == {k: v for k, v in answers.items() if v is not None}
    assert case.as_of == as_of
    expected = None
    if judgement is not None:
        given_ = {"deviates": judgement.deviates, "reason": judgement.reason}
        expected = {"agrees": True} if judgement.agrees else given_
    assert case.judgement == expected
