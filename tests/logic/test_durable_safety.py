"""The adapter stays within what the engine was found to bear, and survives what goes wrong."""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
import warnings
import weakref
from pathlib import Path
from random import Random

import pytest

from otseula.logic import durable
from otseula.logic.durable import Durable, DurableError, durable_available
from otseula.logic.truth import Specification
from tests.logic.extremes import EXTREMES, counting
from tests.logic.random_conditions import random_answers, random_conditions

pytestmark = pytest.mark.skipif(
    not durable_available(), reason="durable-rules does not import on this Python"
)


def sample(seed: int, cases: int = 10):
    """A rule base, cases, and what the specification says of them."""
    random = Random(seed)
    conditions = random_conditions(random, questions=25)
    answers = [random_answers(random, conditions) for _ in range(cases)]
    return conditions, [(case, Specification(conditions).evaluate(case)) for case in answers]


def rulesets(engine: Durable) -> list:
    return [ruleset for stratum in engine._rulesets for ruleset in stratum]


class Spy:
    """The C module with its calls written down; `fail` maps the number of a call to what
    happens instead of it."""

    def __init__(self, fail=()) -> None:
        self.calls: list[tuple[str, object]] = []
        self.fail = dict(fail)

    def __getattr__(self, name: str):
        def call(*args):
            number = len(self.calls)
            self.calls.append((name, args))
            if number in self.fail:
                return self.fail[number](name, args)
            return getattr(durable._module(), name)(*args)

        return call

    def names(self) -> list[str]:
        return [name for name, _ in self.calls]


def spied(engine: Durable, fail=()) -> Spy:
    spy = Spy(fail)
    for ruleset in rulesets(engine):
        ruleset._module = spy
    return spy


# ---- limits ---------------------------------------------------------------------------------


def check_limits(engine: Durable) -> None:
    concluded: set[int] = set()
    for stratum in engine.plans:
        conclusions = set()
        for plan in stratum:
            used = {rail for alternative, _ in plan.rules for rail in alternative}
            assert set(plan.rails) == used
            assert 1 <= len(plan.rules) <= 60
            assert sum(len(alternative) for alternative, _ in plan.rules) <= 400
            assert len(plan.rails) + 3 <= 200
            assert all(len(a) == len(set(a)) > 0 for a, _ in plan.rules)
            # Only rails of the answers, or of strata that ran before.
            assert {rail for rail in used if rail < 0} <= concluded
            conclusions |= {rail for _, rail in plan.rules}
        concluded |= conclusions


@pytest.mark.parametrize("name", EXTREMES)
def test_limits_of_extremes(name: str) -> None:
    check_limits(Durable(EXTREMES[name]().conditions))


@pytest.mark.parametrize("seed", range(12))
def test_limits_of_random_rule_bases(seed: int) -> None:
    questions = 300 if seed == 0 else 40
    check_limits(Durable(random_conditions(Random(seed), questions)))


def test_counting_stays_small() -> None:
    """14 of 24 has 1 961 256 combinations."""
    plans = [plan for stratum in Durable(counting(14, 24).conditions).plans for plan in stratum]
    assert sum(len(plan.rules) for plan in plans) < 700


# ---- what reaches the module ----------------------------------------------------------------


def test_only_generated_names_and_ones_reach_the_module() -> None:
    conditions, cases = sample(3)
    engine = Durable(conditions)
    spy = spied(engine)
    for case, expected in cases:
        assert engine.evaluate(case) == expected
    for name, args in spy.calls:
        if name in {"assert_fact", "retract_fact"}:
            fact = args[1].removeprefix('{"sid":"s","id":"c","k":1').removesuffix("}")
            pairs = [pair.split(":") for pair in fact.split(",")[1:]]
            assert all(key[:2] == '"p' and key[2:-1].isdigit() for key, _ in pairs)
            assert {value for _, value in pairs} <= {"1"}
    kinds = {"assert_fact", "start_action_for_state", "complete_and_start_action", "retract_fact"}
    assert set(spy.names()) == kinds


def test_generated_names_have_hashes_of_their_own() -> None:
    names = durable._names()
    assert len(names) == len(set(names)) == 200
    # Two of the names that the engine was seen to confuse (docs/durable-rules.md).
    assert durable._fnv_32("answer_181888") == durable._fnv_32("answer_1603406")
    assert durable._fnv_32("p0") != durable._fnv_32("p1")


# ---- faults ---------------------------------------------------------------------------------


def raising(error: BaseException):
    def instead(name, args):
        raise error

    return instead


FAULTS = {
    "error": lambda name, args: raising(RuntimeError("error code: 303"))(name, args),
    "interrupt": lambda name, args: raising(KeyboardInterrupt())(name, args),
    "memory": lambda name, args: raising(MemoryError())(name, args),
    "refused": lambda name, args: {"assert_fact": (2, 0), "retract_fact": (1, 0)}.get(name),
    "silent": lambda name, args: None if "start" in name else raising(MemoryError())(name, args),
    "stray": lambda name, args: (
        ("{}", '{"stray":{}}')
        if name == "start_action_for_state"
        else '{"stray":{}}'
        if name == "complete_and_start_action"
        else (1, 0)
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("call", [0, 1, 2, 3, 5, 8])
def test_a_fault_is_raised_and_the_next_case_is_right(fault: str, call: int) -> None:
    conditions, cases = sample(5)
    engine = Durable(conditions)
    spied(engine, {call: FAULTS[fault]})
    with pytest.raises((DurableError, RuntimeError, KeyboardInterrupt, MemoryError)) as caught:
        for case, _ in cases:
            engine.evaluate(case)
    assert "q" not in str(caught.value).replace("error code", "")  # no name, no answer
    for case, expected in cases:
        assert engine.evaluate(case) == expected


@pytest.mark.parametrize("name", ["assert_fact", "retract_fact"])
def test_a_refusal_is_noticed_in_the_case_it_happens_to(name: str) -> None:
    conditions, cases = sample(5)
    engine = Durable(conditions)
    spy = spied(engine)
    engine.evaluate(cases[0][0])
    refused = len(spy.calls) + spy.names().index(name)
    spy.fail = {refused: lambda name, args: (1, 0)}
    with pytest.raises(DurableError, match=name):
        engine.evaluate(cases[0][0])
    assert engine.evaluate(cases[0][0]) == cases[0][1]


def test_a_session_in_which_nothing_began_is_never_deleted() -> None:
    """`delete_state` would free an uninitialised pointer."""
    conditions, cases = sample(6)
    engine = Durable(conditions)
    # The first assert fails; so do the first two of the new session that follows.
    errors = {0: FAULTS["error"], 4: FAULTS["error"], 6: FAULTS["error"]}
    spy = spied(engine, errors)
    for _ in range(6):
        with pytest.raises(RuntimeError):
            engine.evaluate(cases[0][0])
        if not set(errors) - set(range(len(spy.calls))):
            break
    assert engine.evaluate(cases[0][0]) == cases[0][1]
    begun: set[object] = {ruleset._handle for ruleset in rulesets(engine)}
    begun |= {args[0] for name, args in spy.calls if name == "complete_and_start_action"}
    first = spy.calls[0][1][0]  # began before the spy came
    deleted = {args[0] for name, args in spy.calls if name == "delete_state"}
    assert deleted and deleted <= begun | {first}


def test_reentry_is_refused() -> None:
    conditions, cases = sample(7)
    engine = Durable(conditions)

    def again(name, args):
        engine.evaluate(cases[0][0])

    spied(engine, {1: again})
    with pytest.raises(DurableError, match="entered again"):
        engine.evaluate(cases[0][0])
    assert engine.evaluate(cases[1][0]) == cases[1][1]


# ---- threads, fork, memory, end -------------------------------------------------------------


def native_threads() -> int:
    """The threads of the system, those that Python does not know of too: libraries that other
    tests have loaded keep some."""
    tasks = Path("/proc/self/task")
    return len(list(tasks.iterdir())) if tasks.is_dir() else 0


def native_threads_settle_at(count: int) -> bool:
    """Whether they come to `count`. A thread that was joined may take a moment more to leave."""
    deadline = time.monotonic() + 10
    while native_threads() > count:
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def test_eight_threads_share_one_engine_and_none_is_left() -> None:
    conditions, cases = sample(8, cases=40)
    before, native_before = threading.active_count(), native_threads()
    engine = Durable(conditions)
    wrong: list[int] = []

    def work(start: int) -> None:
        for step in range(100):
            case, expected = cases[(start + step) % len(cases)]
            if engine.evaluate(case) != expected:
                wrong.append(step)

    threads = [threading.Thread(target=work, args=(5 * n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert threading.active_count() == before
    assert native_threads_settle_at(native_before)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_fork_while_other_threads_evaluate() -> None:
    conditions, cases = sample(9, cases=20)
    engine = Durable(conditions)
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            for case, _ in cases:
                engine.evaluate(case)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        codes = [_in_child(engine, cases) for _ in range(15)]
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert codes == [0] * 15
    assert all(engine.evaluate(case) == expected for case, expected in cases)


def _in_child(engine: Durable, cases) -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # 3.12: fork beside threads
        child = os.fork()
    if child == 0:
        code = 1
        try:
            signal.alarm(20)
            code = 0 if all(engine.evaluate(case) == expected for case, expected in cases) else 1
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_garbage_collection_closes_an_engine() -> None:
    engine = Durable(sample(10)[0])
    spy = spied(engine)
    count = len(rulesets(engine))
    gone = weakref.ref(engine)
    del engine
    gc.collect()
    assert gone() is None
    assert spy.names() == ["delete_state", "delete_ruleset"] * count


def _resident() -> int:
    with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123  # not a file to find
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="Linux only")  # noqa: PTH110  # no file to find
def test_memory_is_flat_over_20_000_evaluations() -> None:
    conditions, cases = sample(11, cases=20)
    engine = Durable(conditions)
    for case, _ in cases * 50:
        engine.evaluate(case)
    gc.collect()
    before = _resident()
    for case, _ in cases * 1000:
        engine.evaluate(case)
    gc.collect()
    assert _resident() - before < 1_000_000  # one lost fact in ten would be 16 MB


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="Linux only")  # noqa: PTH110  # no file to find
def test_engines_leave_no_memory_behind() -> None:
    conditions = sample(12)[0]
    for _ in range(20):
        Durable(conditions)
    gc.collect()
    before = _resident()
    for _ in range(150):
        Durable(conditions)
    gc.collect()
    assert _resident() - before < 3_000_000  # one ruleset left by each would be hundreds of MB
