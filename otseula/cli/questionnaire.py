"""The questionnaire: one question at a time, safety first, and a way out at every prompt."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import partial

from otseula.cli.closing import closed, none
from otseula.cli.replies import how, reply
from otseula.cli.spoken import SPOKEN
from otseula.cli.talk import ResultNow, Stopped, Talk
from otseula.cli.terminal import Terminal
from otseula.cli.view import View
from otseula.errors import CaseError
from otseula.logic.conditions import Value
from otseula.rulebase.model import Period, Question
from otseula.screening.interview import Interview
from otseula.screening.recommendation import Action


class Ending(Enum):
    """How the questionnaire ended. Only STOPPED gives no result."""

    FINISHED = "finished"
    RESULT_NOW = "result_now"
    END_OF_INPUT = "end_of_input"
    STOPPED = "stopped"


class Questionnaire:
    """Asks what the interview wants to know. Typed lines are read, understood and forgotten:
    nothing typed is printed or kept, as it may be a name. Answers taken back are remembered as
    long as this object is, to be offered again."""

    def __init__(
        self, interview: Interview, period: Period, terminal: Terminal, language: str
    ) -> None:
        self._interview = interview
        self._period = period
        self._terminal = terminal
        self._talk = Talk(terminal, language)
        self._view = View(interview, period, self._talk)
        self._language = language
        self._taken_back: dict[str, Value] = {}
        #: The question whose present answer is being looked at again.
        self._again: str | None = None
        self._commands: dict[str, Callable[[Question], bool]] = {
            "?": self._explain,
            "<": self._back,
            "!": self._result_now,
            **dict.fromkeys(SPOKEN[language]["themes"], self._to_openings),
        }

    def run(self) -> Ending:
        """Asks until nothing is left, the person has had enough, or the input ends."""
        try:
            self._begin()
            while (question := self._interview.next()) is not None:
                try:
                    self._ask(question)
                except KeyboardInterrupt:  # between two prompts
                    self._talk.interrupted()
        except ResultNow:
            return Ending.RESULT_NOW
        except EOFError:
            self._talk.say("end_of_input")
            return Ending.END_OF_INPUT
        except (Stopped, KeyboardInterrupt):
            self._talk.say("stopped")
            self._view.actions(self._interview.safety)
            return Ending.STOPPED
        self._terminal.say()
        self._talk.say("finished")
        return Ending.FINISHED

    def _begin(self) -> None:
        from otseula.present import fixed_line

        self._terminal.say(self._talk.words("title"), bold=True)
        self._talk.say("intro")
        self._terminal.say(fixed_line(self._language))
        if self._interview.answers:
            self._talk.say("continued")
        self._act_now(self._interview.safety)

    def _ask(self, question: Question) -> None:
        """Asks until there is an answer, or a command leads elsewhere."""
        self._show(question)
        while True:
            typed = self._talk.line(lambda: self._show(question))
            command = self._commands.get(" ".join(typed.lower().split()))
            if command is not None:
                if command(question):
                    return
                continue
            value = self._offered(question) if not typed else None
            if value is None:
                value = self._value(question, typed)
            if value is not None and self._answer(question, value):
                return

    def _value(self, question: Question, typed: str) -> Value | None:
        """The answer that was typed, with what it leaves open; None where it is to be given
        anew."""
        given = reply(question, typed, self._language)
        if given.complaint is not None:
            self._talk.say(given.complaint)
            self._terminal.say(how(question, self._language))
            return None
        if not isinstance(given.value, list):
            return given.value
        value: Value | None = tuple(given.value)
        opening = question.id in self._interview.opening_questions
        if not given.value and opening:
            value = none(self._talk)
        elif given.open_rest:
            explain = partial(self._explain, question)
            value = closed(self._talk, question, given.value, explain, opening=opening)
        if value is None:
            self._show(question)
        return value

    def _offered(self, question: Question) -> Value | None:
        """The answer that Enter gives: the present one of a question asked again, or the one
        that was taken back."""
        if question.id == self._again:
            return self._interview.answers.get(question.id)
        return self._taken_back.get(question.id)

    def _show(self, question: Question) -> None:
        again = question.id == self._again
        openings = bool(self._openings())
        self._view.question(question, self._offered(question), again=again, openings=openings)

    def _answer(self, question: Question, value: Value) -> bool:
        if question.id == self._again and value == self._interview.answers.get(question.id):
            return self._left_as_is()
        refused: CaseError | None = None
        try:
            answered = self._interview.answer(question.id, value)
        except CaseError as error:  # its words hold nothing of what was typed
            refused = error
        if refused is not None:
            for problem in refused.problems:
                self._terminal.say(problem.message.in_language(self._language))
            return False
        self._taken_back.pop(question.id, None)
        self._moved(answered.set_aside, answered.taken_up)
        self._act_now(answered.new_safety)
        return True

    def _moved(self, set_aside: tuple[str, ...], taken_up: tuple[str, ...]) -> None:
        for key, moved in (("set_aside", set_aside), ("taken_up", taken_up)):
            for name in moved:
                text = self._period.questions[name].text.in_language(self._language)
                self._talk.say(key, question=text)

    def _act_now(self, actions: tuple[Action, ...]) -> None:
        """What must be done before the next question is even read."""
        if not actions:
            return
        self._terminal.say()
        self._view.actions(actions)
        # the marks mean here what they mean at every question
        also = {"!": "result_now", "<": "back"}
        chosen = self._talk.choose("safety_choice", ("result_now", "go_on"), also)
        if chosen == "result_now":
            raise ResultNow
        if chosen == "back":
            self._undo()

    def _explain(self, question: Question) -> bool:
        self._view.explanation(question)
        return False

    def _openings(self) -> list[str]:
        """The answered questions that open others, where one may go from here."""
        if self._again is not None:
            return []
        answers = self._interview.answers
        return [name for name in self._interview.opening_questions if name in answers]

    def _to_openings(self, question: Question) -> bool:
        """Asks what opens other questions again, its answer at hand; then one is where one was."""
        names = self._openings()
        if not names:
            self._talk.say("not_understood")
            self._terminal.say(how(question, self._language))
            return False
        try:
            for name in names:
                if name in self._interview.answers:  # another one may have set it aside
                    self._again = name
                    self._ask(self._period.questions[name])
        finally:
            self._again = None
        return True

    def _back(self, _: Question) -> bool:
        return self._undo() if self._again is None else self._left_as_is()

    def _left_as_is(self) -> bool:
        self._talk.say("left_as_is")
        return True

    def _undo(self) -> bool:
        before = self._interview.answers
        undone = self._interview.undo()
        if undone is None:
            self._talk.say("at_the_first")
            return False
        name = undone.question
        if name in self._interview.answers:  # it had been changed, not first given
            question = self._period.questions[name].text.in_language(self._language)
            self._talk.say("change_undone", question=question)
        else:
            self._talk.say("back_to")
            if name in before:
                self._taken_back[name] = before[name]
        self._moved(undone.set_aside, undone.taken_up)
        return True

    def _result_now(self, _: Question) -> bool:
        raise ResultNow
