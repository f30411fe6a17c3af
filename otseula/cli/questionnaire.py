"""The questionnaire: one question at a time, safety first, and a way out at every prompt."""

from __future__ import annotations

from enum import Enum

from otseula.cli.replies import how, menu, reply, rest
from otseula.cli.talk import ResultNow, Stopped, Talk
from otseula.cli.terminal import Terminal
from otseula.errors import CaseError
from otseula.logic.conditions import DONT_KNOW
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
    nothing typed is printed or kept, as it may be a name."""

    def __init__(
        self, interview: Interview, period: Period, terminal: Terminal, language: str
    ) -> None:
        self._interview = interview
        self._period = period
        self._terminal = terminal
        self._talk = Talk(terminal, language)
        self._language = language
        self._theme: str | None = None
        self._commands = {"?": self._explain, "<": self._back, "!": self._result_now}

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
            self._show_actions(self._interview.safety)
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
        self._show(question)
        while True:
            typed = self._talk.line(lambda: self._show(question))
            command = self._commands.get(typed)
            if command is not None:
                if command(question):
                    return
                continue
            given = reply(question, typed, self._language)
            if given.complaint is not None:
                self._talk.say(given.complaint)
                self._terminal.say(how(question, self._language))
                continue
            value: object = given.value
            if given.value == [] and question.id in self._interview.opening_questions:
                value = self._none(question)
            elif given.open_rest and isinstance(given.value, list):
                value = self._closed(question, given.value)
            if value is None:
                self._show(question)
                continue
            if self._answer(question, value):
                return

    def _show(self, question: Question) -> None:
        self._terminal.say()
        if question.theme != self._theme:
            self._theme = question.theme
            theme = self._period.themes.get(question.theme or "")
            if theme is not None:
                self._terminal.say(theme.text.in_language(self._language).upper(), bold=True)
        progress = self._interview.progress()
        left, where = progress.at_most, "where" if progress.at_most > 1 else "where_last"
        if question.always_ask and 0 < progress.common < left:
            # "At most 69 left" would frighten off who will be asked 25.
            left, where = progress.common, "where_common"
        self._talk.say(where, number=progress.answered + 1, left=left)
        self._remind()
        self._terminal.say(question.text.in_language(self._language), bold=True)
        self._talk.entries(menu(question, self._language))
        if question.type in ("integer", "choices"):
            self._terminal.say(how(question, self._language))
        self._talk.say("commands_plain" if self._terminal.style.plain else "commands")

    def _closed(self, question: Question, chosen: list[str]) -> list[str] | None:
        """The list with what the unmarked options are: no, or not known. None: choose again."""
        texts = [o.text.in_language(self._language) for o in question.options if o.id in chosen]

        def show() -> None:
            self._talk.say("chosen", chosen="; ".join(texts))
            self._talk.say("others")
            if question.id in self._interview.opening_questions:
                self._talk.say("others_left_out")
            of_others = self._talk.words("the_others")
            words = [f"{of_others}: {self._talk.words(key)}" for key in ("no", "dont_know")]
            self._talk.entries([("1", words[0]), ("2", words[1])])

        show()
        while True:
            typed = self._talk.line(show)
            if typed == "<":
                return None
            if typed in self._commands:
                self._commands[typed](question)
                continue
            known_rest = rest(typed, self._language)
            if known_rest is not None:
                return chosen if known_rest else [*chosen, DONT_KNOW]
            self._talk.say("how_menu", numbers="1, 2")

    def _none(self, question: Question) -> list[str] | str | None:
        """That nothing of a list that opens other questions is there, confirmed: none, or not
        known. None: choose again."""
        keys = ("none_right", "dont_know", "none_back")
        also = {"<": "none_back", "-": "dont_know", "!": "result_now"}
        chosen = self._talk.choose("none_left_out", keys, also)
        if chosen == "result_now":
            raise ResultNow
        values: dict[str, list[str] | str | None] = {"none_right": [], "dont_know": DONT_KNOW}
        return values.get(chosen)

    def _answer(self, question: Question, value: object) -> bool:
        refused: CaseError | None = None
        try:
            answered = self._interview.answer(question.id, value)
        except CaseError as error:  # its words hold nothing of what was typed
            refused = error
        if refused is not None:
            for problem in refused.problems:
                self._terminal.say(problem.message.in_language(self._language))
            return False
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
        self._show_actions(actions)
        # the marks mean here what they mean at every question
        also = {"!": "result_now", "<": "back"}
        chosen = self._talk.choose("safety_choice", ("result_now", "go_on"), also)
        if chosen == "result_now":
            raise ResultNow
        if chosen == "back":
            self._undo()

    def _show_actions(self, actions: tuple[Action, ...]) -> None:
        from otseula.present import render_actions_now

        if not actions:
            return
        style, language = self._terminal.style, self._language
        self._terminal.show(
            render_actions_now(
                actions, language, style.width, plain=style.plain, colour=style.colour
            )
        )

    def _remind(self) -> None:
        """One line that stays: the first action in force, and how many more there are."""
        actions = self._interview.safety
        if not actions:
            return
        key = "act_first" if len(actions) == 1 else "act_first_more"
        first = actions[0].text.in_language(self._language)
        line = self._talk.words(key, more=len(actions) - 1, action=first)
        width = self._terminal.style.width
        self._terminal.show(line if len(line) <= width else line[: width - 1] + "…", bold=True)

    def _explain(self, question: Question) -> bool:
        if question.help is not None:
            self._terminal.say(question.help.in_language(self._language))
        else:
            self._talk.say("no_help")
        if question.id in self._interview.safety_questions:
            self._talk.say("why_safety")
        elif question.always_ask:
            self._talk.say("why_always")
        elif question.applies_when is not None:
            self._talk.say("why_applies")
        self._terminal.say(how(question, self._language))
        return False

    def _back(self, _: Question) -> bool:
        return self._undo()

    def _undo(self) -> bool:
        undone = self._interview.undo()
        if undone is None:
            self._talk.say("at_the_first")
            return False
        self._talk.say("back_to")
        self._moved(undone.set_aside, undone.taken_up)
        return True

    def _result_now(self, _: Question) -> bool:
        raise ResultNow
