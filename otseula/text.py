"""A text in the three languages of the tool. Finnish is always there."""

from __future__ import annotations

from otseula.frozen import dataclass

LANGUAGES = ("fi", "sv", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """What people read. `sv` and `en` fall back to `fi` where they are missing."""

    fi: str
    sv: str | None = None
    en: str | None = None

    def in_language(self, language: str) -> str:
        """The text in `language` ("fi", "sv" or "en"), or in Finnish where that is missing."""
        return {"sv": self.sv, "en": self.en}.get(language) or self.fi

    @property
    def fallbacks(self) -> tuple[str, ...]:
        """The languages in which this text is shown in Finnish."""
        return tuple(name for name in ("sv", "en") if not getattr(self, name))

    def to_dict(self) -> dict[str, object]:
        """`{fi, sv, en}`, plus `fallback: [languages]` where one is missing."""
        texts: dict[str, object] = {name: self.in_language(name) for name in LANGUAGES}
        if self.fallbacks:
            texts["fallback"] = list(self.fallbacks)
        return texts
