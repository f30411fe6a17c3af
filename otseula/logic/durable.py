"""The forward-chaining engine durable-rules, and the only file that touches its C module.

Keeps to what was found exact and safe (docs/architecture.md): one flat fact of 0-or-1 properties
with generated names, one session per ruleset, assert, fire, retract. No `Host`, no timers, no
threads; nothing that an author or a professional wrote reaches the module.
"""

from __future__ import annotations

import importlib
import os
import threading
import weakref
from collections.abc import Iterator
from functools import cache
from typing import Any

from otseula.logic.atoms import Pair
from otseula.logic.conditions import Answers, ConditionSet, Evaluation, Truth
from otseula.logic.strata import MOST_NAMES, RulesetPlan, Strata

_OK = 0
_SENTINEL = "s"
_MARKER = "k"
_SESSION = "s"
_FACT = '{"sid":"s","id":"c","k":1'
# The engine reads a priority as 16 bits, lower first: the sentinel fires last.
_LAST = 65000


def durable_available() -> bool:
    """Whether the C module imports: not on Python 3.13 and later, nor without its wheel."""
    return _module() is not None


class DurableError(RuntimeError):
    """The C module did something other than it should. Holds no answers."""


class Durable:
    """Evaluates by forward chaining. Safe to share between threads, which wait for each other,
    and across fork. Raises DurableError if the module misbehaves, ImportError if it is missing."""

    name = "durable-rules"

    def __init__(self, conditions: ConditionSet, made: Strata | None = None) -> None:
        """`made`: the strata of these very conditions, where they are at hand."""
        module = _module()
        if module is None:
            raise ImportError("durable_rules_engine does not import here")
        self.conditions = conditions
        self.made = strata = Strata(conditions) if made is None else made
        self.plans = strata.strata
        self._atoms = strata.atoms
        self._nodes, self._applies = strata.nodes, strata.applies
        # Reentrant, so that a fork from a signal handler does not wait for itself.
        self._lock = threading.RLock()
        self._busy = False
        self._rulesets: list[list[_Ruleset]] = []
        # Before the first ruleset is made, so that those are closed if a later one fails. The
        # rulesets do not know their engine, so this does not keep it alive. Not at exit: the
        # memory goes anyway, and another thread may still be evaluating.
        weakref.finalize(self, _close, self._rulesets).atexit = False
        for stratum in self.plans:
            self._rulesets.append([])
            for plan in stratum:
                self._rulesets[-1].append(_Ruleset(module, plan))
        _forks().add(self, self._lock)

    def evaluate(self, answers: Answers) -> Evaluation:
        """The truth of every node for checked answers."""
        on = set(self._atoms.all_on(answers))
        with self._lock:
            if self._busy:
                raise DurableError("entered again, from a signal handler, while evaluating")
            try:
                self._busy = True
                for stratum in self._rulesets:
                    on.update(*[ruleset.fire(on) for ruleset in stratum])
            finally:
                self._busy = False
        return Evaluation(
            {name: _truth(pair, on) for name, pair in self._nodes.items()},
            {question: _truth(pair, on) for question, pair in self._applies.items()},
        )


def _truth(pair: Pair, on: set[int]) -> Truth:
    return Truth.MET if pair.met in on else Truth.NOT_MET if pair.not_met in on else Truth.UNKNOWN


class _Ruleset:
    """One ruleset with its one session. Not safe to share: its engine's lock guards it."""

    def __init__(self, module: Any, plan: RulesetPlan) -> None:
        self._module = module
        names = dict(zip(plan.rails, _names(), strict=False))
        self._properties = {rail: f',"{name}":1' for rail, name in names.items()}
        self._concludes = {f"r{i}": rail for i, (_, rail) in enumerate(plan.rules)}
        self._wire = _wire([[names[r] for r in alternative] for alternative, _ in plan.rules])
        self._handle: int | None = None
        # `_begun`: an action has started in the session. Before that `delete_state` would free
        # an uninitialised pointer. `_clean`: nothing of an earlier case can be in it.
        self._begun = self._clean = False
        self._renew()

    def fire(self, on: set[int]) -> list[int]:
        """What follows from the rails that are on."""
        if not self._clean:
            self._renew()
        return self._cycle("".join([self._properties[r] for r in self._properties.keys() & on]))

    def _renew(self) -> None:
        self.close()
        self._handle = self._module.create_ruleset("otseula", self._wire)
        _expect(self._cycle("") == [], "a fact of nothing")

    def _cycle(self, properties: str) -> list[int]:
        fact = f"{_FACT}{properties}}}"
        self._clean = False
        try:
            code, state = self._module.assert_fact(self._handle, fact)
            _expect(code == _OK, "assert_fact")
            concluded = list(self._firings(state))
            code, _ = self._module.retract_fact(self._handle, fact)
            _expect(code == _OK, "retract_fact")
        except BaseException:
            self.close()
            raise
        self._clean = True
        return concluded

    def _firings(self, state: int) -> Iterator[int]:
        module, handle, concludes = self._module, self._handle, self._concludes
        started = module.start_action_for_state(handle, state)
        _expect(started is not None, "start_action_for_state")
        self._begun = True
        message = started[1]
        for _ in range(len(concludes) + 1):
            name = message[2 : message.index('"', 2)]
            message = module.complete_and_start_action(handle, state)
            if name == _SENTINEL:
                _expect(message is None, "the sentinel is not last")
                return
            _expect(name in concludes and message is not None, "a firing")
            yield concludes[name]
        raise DurableError("durable-rules: more firings than rules")

    def close(self) -> None:
        """Deletes the session and the ruleset; the next firing makes new ones. A session in
        which nothing ever began cannot be deleted and is left behind."""
        handle, self._handle = self._handle, None
        begun, self._begun = self._begun, False
        self._clean = False
        if begun and handle is not None:
            self._module.delete_state(handle, _SESSION)
            self._module.delete_ruleset(handle)


def _expect(holds: bool, what: str) -> None:
    if not holds:
        raise DurableError(f"durable-rules: {what} did not go as it should")


def _close(rulesets: list[list[_Ruleset]]) -> None:
    for stratum in rulesets:
        for ruleset in stratum:
            ruleset.close()


def _wire(alternatives: list[list[str]]) -> str:
    """The ruleset as the C module reads it: one rule for each alternative, and the sentinel,
    whose absence from the firings is a fault of the engine."""
    # Names and numbers of its own alone: written out, as json.dumps takes ten times as long.
    marker = f'{{"{_MARKER}": 1}}'
    rules = []
    for i, names in enumerate(alternatives):
        tests = ", ".join([marker, *[f'{{"{name}": 1}}' for name in names]])
        rules.append(f'"r{i}": {{"all": [{{"m": {{"$and": [{tests}]}}}}]}}')
    last = f'"{_SENTINEL}": {{"all": [{{"m": {marker}}}], "pri": {_LAST}}}'
    return f"{{{', '.join([*rules, last])}}}"


@cache
def _module() -> Any:
    try:
        return importlib.import_module("durable_rules_engine")
    except ImportError:
        return None


@cache
def _names() -> tuple[str, ...]:
    """Property names. The module tells names apart by a 32-bit hash alone, so that two with
    one hash would be one; checked against the names it reserves, too."""
    names = tuple(f"p{i}" for i in range(MOST_NAMES))
    everything = (*names, _MARKER, "id", "sid", "$s", "$forward")
    if len({_fnv_32(name) for name in everything}) < len(everything):
        raise DurableError("two generated names share a hash")
    return names


def _fnv_32(text: str) -> int:
    value = 2166136261
    for byte in text.encode("ascii"):
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


class _Forks:
    """Holds the locks of all engines alive across fork, so that a child never gets a half-done
    evaluation."""

    def __init__(self) -> None:
        self._guard = threading.RLock()
        self._locks: weakref.WeakKeyDictionary[Durable, Any] = weakref.WeakKeyDictionary()
        self._held: list[Any] = []
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(
                before=self._hold, after_in_parent=self._release, after_in_child=self._release
            )

    def add(self, engine: Durable, lock: Any) -> None:
        with self._guard:
            self._locks[engine] = lock

    def _hold(self) -> None:
        self._guard.acquire()
        for lock in list(self._locks.values()):
            lock.acquire()
            self._held.append(lock)

    def _release(self) -> None:
        while self._held:
            self._held.pop().release()
        self._guard.release()


@cache
def _forks() -> _Forks:
    return _Forks()
