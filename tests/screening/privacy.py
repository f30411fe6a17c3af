"""Looking for refused text everywhere it could hang on an error; for every test that refuses."""

from __future__ import annotations

import pickle
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import yaml

_TABLE = yaml.safe_load(Path(__file__).with_name("guard_table.yaml").read_text(encoding="utf-8"))

#: (text, shape) of every text that the guard must know.
REFUSED_SHAPES: list[tuple[str, str]] = [(row["text"], row["shape"]) for row in _TABLE["refused"]]

#: Every text that must be refused and never repeated.
REFUSED_EXAMPLES: list[str] = [text for text, _ in REFUSED_SHAPES]

#: Texts without a shape: refused too, as nothing outside the vocabulary passes.
NO_SHAPE: list[str] = [row["text"] for row in _TABLE["no_shape"]]


def assert_absent(secret: str, text: str, where: str = "the text") -> None:
    """Fails if the secret, in one of the forms it may take in print, is in `text`."""
    for form in forms_of(secret):
        # not assert: pytest would print what it compares
        if form in text:
            raise AssertionError(f"refused text found in {where}")


def forms_of(secret: str) -> list[str]:
    """The secret as it is, normalised, escaped and in other cases."""
    forms = {secret, secret.lower(), secret.upper(), unicodedata.normalize("NFKC", secret)}
    forms |= {form.encode("unicode_escape").decode() for form in set(forms)}
    forms |= {repr(form)[1:-1] for form in set(forms)}
    return sorted(form for form in forms if len(form) > 2)


def assert_nowhere(secret: str, exception: BaseException) -> None:
    """Fails if the secret is in anything that hangs on the exception: what it prints, its
    arguments and attributes, its notes, its pickle, and the same of whatever is chained to it."""
    for error in chain_of(exception):
        for where, text in _texts_of(error):
            assert_absent(secret, text, f"{type(error).__name__}.{where}")
        dumped = pickle.dumps(error)
        for form in forms_of(secret):
            for encoded in (
                form.encode("utf-8", "surrogatepass"),
                form.encode("utf-16-le", "surrogatepass"),
            ):
                if encoded in dumped:
                    raise AssertionError(f"refused text found in pickle of {type(error).__name__}")


def chain_of(exception: BaseException) -> list[BaseException]:
    """The exception and all that is chained to it, by cause and by context."""
    found: list[BaseException] = []
    todo: list[BaseException | None] = [exception]
    while todo:
        error = todo.pop()
        if error is not None and not any(error is other for other in found):
            found.append(error)
            todo += [error.__cause__, error.__context__]
    return found


def _texts_of(error: BaseException) -> Iterator[tuple[str, str]]:
    yield "str", str(error)
    yield "repr", repr(error)
    yield "args", repr(error.args)
    yield "vars", repr(vars(error))
    yield "notes", repr(getattr(error, "__notes__", ()))
    for name in ("filename", "filename2", "strerror", "object", "doc"):
        if hasattr(error, name):
            yield name, repr(getattr(error, name))
