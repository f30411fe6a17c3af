"""The program's own words in Finnish, Swedish and English, and how to look them up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from otseula.present.words.body import BODY, BODY_COUNTS
from otseula.present.words.safety import SAFETY, SAFETY_COUNTS
from otseula.present.words.top import TOP, TOP_COUNTS
from otseula.text import Text

#: One thing and several: each count picks its form; `{n}` is the count.
Plural = tuple[Text, Text]

_WORDS: tuple[Mapping[str, Text], ...] = (TOP, SAFETY, BODY)
_COUNTS: tuple[Mapping[str, Plural], ...] = (TOP_COUNTS, SAFETY_COUNTS, BODY_COUNTS)


def word(key: str, language: str, **values: object) -> str:
    """The text of `key` in `language`, its `{slots}` filled. Raises KeyError for an unknown key."""
    for table in _WORDS:
        if key in table:
            return table[key].in_language(language).format(**values)
    raise KeyError(key)


def counted(key: str, count: int, language: str) -> str:
    """The form of `key` for `count` things. Raises KeyError for an unknown key."""
    for table in _COUNTS:
        if key in table:
            one, many = table[key]
            return (one if count == 1 else many).in_language(language).format(n=count)
    raise KeyError(key)


def all_words() -> Iterator[tuple[str, Text]]:
    """Every text by its key; the two forms of a count share one."""
    for table in _WORDS:
        yield from table.items()
    for counts in _COUNTS:
        for key, forms in counts.items():
            yield from ((key, form) for form in forms)
