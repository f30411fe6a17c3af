"""Texts fall back to Finnish, and say so."""

import pytest

from otseula.text import Text


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        (Text("kyllä", "ja", "yes"), "fi", "kyllä"),
        (Text("kyllä", "ja", "yes"), "sv", "ja"),
        (Text("kyllä", "ja", "yes"), "en", "yes"),
        (Text("kyllä", None, "yes"), "sv", "kyllä"),
        (Text("kyllä", "ja", ""), "en", "kyllä"),
    ],
)
def test_in_language(text: Text, language: str, shown: str) -> None:
    assert text.in_language(language) == shown


def test_a_fallback_is_marked() -> None:
    assert Text("kyllä", "ja").to_dict() == {
        "fi": "kyllä",
        "sv": "ja",
        "en": "kyllä",
        "fallback": ["en"],
    }
    assert "fallback" not in Text("kyllä", "ja", "yes").to_dict()
