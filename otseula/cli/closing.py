"""What a list says of the options that were not marked: asked, never assumed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from otseula.cli.replies import rest
from otseula.cli.talk import ResultNow, Talk
from otseula.logic.conditions import DONT_KNOW, Value
from otseula.rulebase.model import Question


def closed(
    talk: Talk,
    question: Question,
    chosen: Sequence[str],
    explain: Callable[[], object],
    *,
    opening: bool,
) -> Value | None:
    """The list with what the unmarked options are: no, or not known. None: choose again.
    `opening`: what is left out is not asked. Raises ResultNow, and as `Talk.line`."""
    texts = [o.text.in_language(talk.language) for o in question.options if o.id in chosen]

    def show() -> None:
        talk.say("chosen", chosen="; ".join(texts))
        talk.say("others")
        if opening:
            talk.say("others_left_out")
        of_others = talk.words("the_others")
        words = [f"{of_others}: {talk.words(key)}" for key in ("no", "dont_know")]
        talk.entries([("1", words[0]), ("2", words[1])])

    show()
    while True:
        typed = talk.line(show)
        if typed == "<":
            return None
        if typed == "!":
            raise ResultNow
        if typed == "?":
            explain()
            continue
        known_rest = rest(typed, talk.language)
        if known_rest is not None:
            return tuple(chosen) if known_rest else (*chosen, DONT_KNOW)
        talk.say("how_menu", numbers="1, 2")


def none(talk: Talk) -> Value | None:
    """That nothing of a list that opens other questions is there, confirmed: none, or not
    known. None: choose again. Raises as `closed` does."""
    keys = ("none_right", "dont_know", "none_back")
    also = {"<": "none_back", "-": "dont_know", "!": "result_now"}
    chosen = talk.choose("none_left_out", keys, also)
    if chosen == "result_now":
        raise ResultNow
    values: dict[str, Value | None] = {"none_right": (), "dont_know": DONT_KNOW}
    return values.get(chosen)
