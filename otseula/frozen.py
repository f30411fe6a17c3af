"""`dataclass` as the standard library has it, but of frozen classes only, whose methods are written
when they are first used.

The standard one writes the source of six methods for each class and compiles it at import, though
most commands need few of them: of a hundred classes that cost a tenth of the start of a command
(docs/performance.md). Type checkers see the standard one.
"""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Iterable
from functools import cache, partial
from itertools import repeat
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls=None, /, *, frozen, slots=False, kw_only=False, eq=True, order=False):
        """A class of data that cannot be changed."""
        if not frozen:
            raise TypeError("frozen classes only: for another take dataclasses.dataclass")
        if cls is None:
            options = {"slots": slots, "kw_only": kw_only, "eq": eq, "order": order}
            return partial(dataclass, frozen=True, **options)
        cls.__doc__ = cls.__doc__ or cls.__name__  # else a signature is written for it
        own = {name for name, value in cls.__dict__.items() if value is not None}
        types = inspect.get_annotations(cls)
        if not any("Var" in kind or "KW_ONLY" in kind for kind in types.values()):
            # Else each is searched for what is written here: a third of the time of a class.
            cls.__annotations__ = dict.fromkeys(types, object)
        made = dataclasses.dataclass(
            init=False, repr=False, eq=False, slots=slots, kw_only=kw_only, match_args=True
        )(cls)
        made.__annotations__ = types
        for name, kind in types.items():
            if name in made.__dataclass_fields__:
                made.__dataclass_fields__[name].type = kind
        for name in ("__init__", *(_OF_VALUES if eq else ()), *(_OF_ORDER if order else ())):
            if name not in own:
                setattr(made, name, _writing(made, name))
        if "__init__" not in own:
            made.__signature__ = _Signature()
        if "__repr__" not in own:
            made.__repr__ = _shown
        made.__setattr__ = _refuse_setting
        made.__delattr__ = _refuse_deleting
        if slots:
            made.__getstate__ = _state
            made.__setstate__ = _set_state
        return made


def _writing(cls: type, name: str) -> Any:
    """Puts the method in its own place, and does what it does."""

    def first(self: Any, /, *args: Any, **named: Any) -> Any:
        # Two threads may both write it; either is right.
        method = _init(cls) if name == "__init__" else _comparing(cls, name)
        method.__name__, method.__qualname__ = name, f"{cls.__qualname__}.{name}"
        setattr(cls, name, method)
        return method(self, *args, **named)

    first.__name__ = name
    return first


def _init(cls: Any) -> Any:
    parameters: list[str] = []
    keywords: list[str] = []
    lines = [" pass"]
    given: dict[str, Any] = {"put": object.__setattr__, "Missing": dataclasses.MISSING}
    for each in dataclasses.fields(cls):
        name, made = each.name, each.name
        default = ""
        if each.default_factory is not dataclasses.MISSING:
            given[f"make_{name}"] = each.default_factory
            default = "=Missing"
            made = (
                f"make_{name}() if {name} is Missing else {name}" if each.init else f"make_{name}()"
            )
        elif each.default is not dataclasses.MISSING:
            given[f"is_{name}"] = each.default
            default = f"=is_{name}"
            made = name if each.init else f"is_{name}"
        if each.init:
            (keywords if each.kw_only else parameters).append(name + default)
        elif not default:
            continue
        lines.append(f" put(self,{name!r},{made})")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    signature = ["self", *parameters, *(["*", *keywords] if keywords else [])]
    return _written(f"({','.join(signature)})", lines, given)


class _Signature:
    """What `help` and editors show of a class whose `__init__` is not written yet."""

    def __get__(self, one: object, cls: Any) -> inspect.Signature:
        given = [
            inspect.Parameter(
                e.name, _KINDS[bool(e.kw_only)], default=_default(e), annotation=e.type
            )
            for e in dataclasses.fields(cls)
            if e.init
        ]
        return inspect.Signature(sorted(given, key=lambda p: p.kind), return_annotation=None)


def _default(field: Any) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return _MADE
    return inspect.Parameter.empty if field.default is dataclasses.MISSING else field.default


class _Factory:
    def __repr__(self) -> str:
        return "<factory>"


_KINDS = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
_MADE = _Factory()


def _comparing(cls: Any, name: str) -> Any:
    fields = dataclasses.fields(cls)
    if name == "__hash__":
        hashed = [e.name for e in fields if (e.compare if e.hash is None else e.hash)]
        return _written("(self)", [f" return hash({_tuple('self', hashed)})"], {})
    names = [each.name for each in fields if each.compare]
    compared = f"{_tuple('self', names)}{_SIGNS[name]}{_tuple('other', names)}"
    line = f" return {compared} if other.__class__ is self.__class__ else NotImplemented"
    return _written("(self,other)", [line], {})


def _tuple(held: str, names: Iterable[str]) -> str:
    return f"({''.join(f'{held}.{name},' for name in names)})"


def _written(signature: str, lines: list[str], given: dict[str, Any]) -> Any:
    """Names of fields alone: what stands in the classes."""
    source = "\n".join([f"def method{signature}:", *lines])
    exec(source, given)
    return given["method"]


_OF_VALUES = ("__eq__", "__hash__")
_OF_ORDER = ("__lt__", "__le__", "__gt__", "__ge__")
_SIGNS = {"__eq__": "==", "__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}


def _shown(self: Any) -> str:
    """Of no speed that matters, so one for all."""
    held = ", ".join([f"{name}={getattr(self, name)!r}" for name in _shown_names(self.__class__)])
    return f"{type(self).__qualname__}({held})"


@cache
def _shown_names(cls: Any) -> tuple[str, ...]:
    return tuple(each.name for each in dataclasses.fields(cls) if each.repr)


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return tuple(each.name for each in dataclasses.fields(cls))


def _refuse_setting(self: object, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deleting(self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in _names(self.__class__)]


def _set_state(self: Any, state: list[Any]) -> None:
    any(map(object.__setattr__, repeat(self), _names(self.__class__), state))
