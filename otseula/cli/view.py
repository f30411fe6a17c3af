"""What is shown of a question: where one is, what to do first, its answers and the commands."""

from __future__ import annotations

from otseula.cli.replies import how, in_words, menu
from otseula.cli.standing import standing_line, why_lines
from otseula.cli.standing_words import WHY
from otseula.cli.talk import Talk
from otseula.logic.conditions import Value
from otseula.rulebase.model import Period, Question
from otseula.screening.interview import Interview
from otseula.screening.recommendation import Action


class View:
    """The terminal as the person sees it. Changes nothing in the interview."""

    def __init__(self, interview: Interview, period: Period, talk: Talk) -> None:
        self._interview = interview
        self._period = period
        self._talk = talk
        self._terminal = talk.terminal
        self._language = talk.language
        self._theme: str | None = None

    def question(
        self, question: Question, offered: Value | None, *, again: bool, openings: bool
    ) -> None:
        """The question, the answer that Enter gives, and the commands. `again`: its present
        answer may be changed; `openings`: one may go to what opens other questions."""
        self._terminal.say()
        self._heading(question)
        if again:
            self._talk.say("changing")
        else:
            self._where(question)
        self._remind()
        self._terminal.say(question.text.in_language(self._language), bold=True)
        self._talk.entries(menu(question, self._language))
        if question.type in ("integer", "choices"):
            self._terminal.say(how(question, self._language))
        if offered is not None:
            key = "present_answer" if again else "earlier_answer"
            self._talk.say(key, answer=in_words(question, offered, self._language))
        key, mark = ("commands_plain", ",") if self._terminal.style.plain else ("commands", " |")
        themes = f"{mark} {self._talk.words('to_themes')}" if openings else ""
        self._talk.say(key, themes=themes)

    def explanation(self, question: Question) -> None:
        """The question's help, why it is asked and how to answer it."""
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
        self._hinges(question)
        self._terminal.say(how(question, self._language))

    def actions(self, actions: tuple[Action, ...]) -> None:
        """Safety actions in full, where there are any."""
        from otseula.present import render_actions_now

        if not actions:
            return
        style, language = self._terminal.style, self._language
        self._terminal.show(
            render_actions_now(
                actions, language, style.width, plain=style.plain, colour=style.colour
            )
        )

    def _heading(self, question: Question) -> None:
        if question.theme == self._theme:
            return
        self._theme = question.theme
        theme = self._period.themes.get(question.theme or "")
        if theme is not None:
            self._terminal.say(theme.text.in_language(self._language).upper(), bold=True)

    def _hinges(self, question: Question) -> None:
        """What the answer can still change, or why it is asked though it changes nothing."""
        found = self._interview.why(question.id)
        if found:
            self._terminal.say(WHY["heading"].in_language(self._language))
            for line in why_lines(found, self._language, self._terminal.style.width):
                self._terminal.show(line)
        elif not question.always_ask:
            key = "full" if self._interview.full else "for_others"
            self._terminal.say(WHY[key].in_language(self._language))

    def _where(self, question: Question) -> None:
        progress = self._interview.progress()
        left, where = progress.at_most, "where" if progress.at_most > 1 else "where_last"
        if question.always_ask and 0 < progress.common < left:
            # "At most 69 left" would frighten off who will be asked 25.
            left, where = progress.common, "where_common"
        self._talk.say(where, number=progress.answered + 1, left=left)
        width = self._terminal.style.width
        self._terminal.say(standing_line(progress, self._language, width))

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
