"""What to ask next: safety first, then what settles most, only what can still change something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from otseula.logic.conditions import Answers, Evaluation, Truth
from otseula.rulebase.model import Question
from otseula.screening.asking import next_to_ask, rank_of
from otseula.screening.channels import open_context
from otseula.screening.compiled import CompiledPeriod
from otseula.screening.missing import missing_questions, open_goals, questions_to_come
from otseula.screening.reach import deciding, open_questions
from otseula.screening.settled import Settled


def next_question(
    compiled: CompiledPeriod, answers: Answers, *, full: bool = False
) -> Question | None:
    """Those always asked, in author order; then the one that is expected to settle most for what
    it costs, of those whose answer could still change something (with `full` all that may apply,
    as in `remaining_questions`); None at the end. None comes before one that decides whether it
    applies. Hangs on the answers, not on their order."""
    evaluation = compiled.lanes.evaluate(answers)
    if full:
        every = remaining_questions(compiled, answers, evaluation, full=True)
        return _first(compiled, every, evaluation, answers)
    always = [q for q in _open(compiled, evaluation, answers) if q.always_ask]
    first = _first(compiled, always, evaluation, answers)
    if first is not None:
        return first
    settled = compiled.settled(evaluation, answers)
    wanted = {*missing_questions(compiled, settled), *(question.id for question in always)}
    gates = {*_deciding(compiled, wanted, evaluation, answers)}
    left = [q for q in _open(compiled, evaluation, answers) if q.id in wanted | gates]
    context = _context(compiled, settled) - gates
    telling = [question for question in left if question.id not in context]
    chosen = _chosen(compiled, settled, telling)
    return _first(compiled, [*chosen, *telling, *left], evaluation, answers)


def remaining_questions(
    compiled: CompiledPeriod, answers: Answers, evaluation: Evaluation, *, full: bool = False
) -> list[Question]:
    """The questions that may still be asked: those always asked, in author order; then by theme
    those whose answer could still change a consequence, now or after more answers (with `full`,
    all that may apply). No answer makes the list longer: what is decided stays decided."""
    questions = compiled.period.questions
    wanted = {q.id for q in questions.values() if full or q.always_ask}
    if not full:
        settled = compiled.settled(evaluation, answers)
        wanted |= {*questions_to_come(compiled, settled)}
        wanted |= {*_deciding(compiled, wanted, evaluation, answers)}
    remaining = [q for q in _open(compiled, evaluation, answers) if q.id in wanted]
    return _by_theme(compiled, remaining)


def _chosen(compiled: CompiledPeriod, settled: Settled, left: Sequence[Question]) -> list[Question]:
    """The best of the questions left; where that cannot be told, all of them by theme."""
    completions, remaining = compiled.exact.completions, settled.remaining
    if not left or completions is None or remaining is None:
        return _by_theme(compiled, left)
    questions = compiled.period.questions
    found = next_to_ask(
        compiled.asking(completions, questions.values()),
        remaining,
        [(rank_of(goal.kind), goal) for goal in open_goals(compiled, settled)],
        {question.id for question in left},
        _begun(compiled, settled.answers),
    )
    return [] if found is None else [questions[found]]


def _begun(compiled: CompiledPeriod, answers: Answers) -> frozenset[str]:
    """The themes of the questions answered, but for those that are always asked."""
    answered = (compiled.period.questions[name] for name in answers)
    return frozenset(q.theme for q in answered if q.theme is not None and not q.always_ask)


def _context(compiled: CompiledPeriod, settled: Settled) -> set[str]:
    """The questions that only decide which channels are offered, and how."""
    goals = open_goals(compiled, settled)
    nodes = dict.fromkeys(node for goal in goals for node in compiled.exact.goals[goal])
    conditions = compiled.period.conditions
    reached = open_questions(nodes, conditions, settled.evaluation, settled.answers)
    return open_context(compiled, settled).difference(reached)


def _open(compiled: CompiledPeriod, evaluation: Evaluation, answers: Answers) -> list[Question]:
    """The questions without an answer that may apply, in author order."""
    return [
        question
        for question in compiled.period.questions.values()
        if question.id not in answers and evaluation.applies.get(question.id) is not Truth.NOT_MET
    ]


def _by_theme(compiled: CompiledPeriod, questions: Iterable[Question]) -> list[Question]:
    every = compiled.period.questions.values()
    themes = {q.theme: at for at, q in reversed(list(enumerate(every)))}
    # sorted() is stable, so author order stands within always-asked questions and themes.
    return sorted(questions, key=lambda q: (0, 0) if q.always_ask else (1, themes[q.theme]))


def _first(
    compiled: CompiledPeriod,
    questions: Iterable[Question],
    evaluation: Evaluation,
    answers: Answers,
) -> Question | None:
    """The first that need not wait for one that decides whether it applies."""
    for question in questions:
        gates = _deciding(compiled, [question.id], evaluation, answers)
        if all(name in answers for name in gates):
            return question
    return None


def _deciding(
    compiled: CompiledPeriod, names: Iterable[str], evaluation: Evaluation, answers: Answers
) -> tuple[str, ...]:
    """The open questions that decide whether some questions without an answer apply."""
    unanswered = [name for name in names if name not in answers]
    return deciding(unanswered, compiled.period.conditions, evaluation, answers)
