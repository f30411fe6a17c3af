"""One entrant on one workload, ready to be checked and timed: here, or in a process of its own."""

from __future__ import annotations

import gc
import multiprocessing
import time
from multiprocessing.connection import Connection
from typing import Any, Protocol

from tests.benchmarks.peers.table import Entrant
from tests.benchmarks.peers.verify import DiffersError, verify
from tests.benchmarks.peers.workload import workload

#: The longest that a process apart may take over one request, in seconds.
_PATIENCE = 300.0


class CannotRunError(Exception):
    """An entrant is not installed, or its process ended; the message says which."""


def not_installed(missing: ImportError) -> str:
    """What is missing, if it is somebody else's."""
    if (missing.name or "").startswith("tests."):
        raise missing
    return f"not installed: {missing.name or missing}"


class Runner(Protocol):
    build_seconds: float

    def check(self, count: int) -> None:
        """Holds the first cases to the specification; DiffersError where they are not the same."""

    def time(self, count: int) -> float:
        """CPU seconds of the process, all its threads, for each of the first cases, evaluated
        once. Not seconds on the wall, which tell as much of who else is on the machine."""

    def close(self) -> None: ...


class Here:
    """In this process."""

    def __init__(self, entrant: Entrant, name: str) -> None:
        self._work = workload(name)
        self._name = entrant.name
        self._cases = self._work.cases if entrant.role == "otseula" else self._work.facts
        started = time.perf_counter()
        try:
            self._evaluate = entrant.built(self._work)
        except ImportError as missing:
            raise CannotRunError(not_installed(missing)) from None
        self.build_seconds = time.perf_counter() - started
        # What stands for good is not looked through again while others are timed.
        gc.collect()
        gc.freeze()

    def check(self, count: int) -> None:
        verify(self._name, self._evaluate, self._work, self._cases[:count])

    def time(self, count: int) -> float:
        evaluate, cases = self._evaluate, self._cases[:count]
        started = time.process_time()
        for case in cases:
            evaluate(case)
        return (time.process_time() - started) / len(cases)

    def close(self) -> None: ...


class Apart:
    """In a process of its own, which may crash without ending the others."""

    def __init__(self, entrant: Entrant, name: str) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, other = context.Pipe()
        self._process = context.Process(target=serve, args=(other, entrant, name), daemon=True)
        self._process.start()
        other.close()
        self.build_seconds: float = self._answer()

    def check(self, count: int) -> None:
        self._line.send(("check", count))
        self._answer()

    def time(self, count: int) -> float:
        self._line.send(("time", count))
        return float(self._answer())

    def close(self) -> None:
        self._line.close()
        self._process.join(5)
        self._process.kill()
        self._process.join()

    def _answer(self) -> Any:
        try:
            if not self._line.poll(_PATIENCE):
                raise CannotRunError(f"no answer in {_PATIENCE:.0f} s")
            kind, said = self._line.recv()
        except (EOFError, ConnectionResetError):
            self._process.join(5)
            code = self._process.exitcode
            raise CannotRunError(f"its process ended with {code} (negative: a signal)") from None
        if kind == "differs":
            raise DiffersError(said)
        if kind == "failed":
            raise CannotRunError(said)
        return said


def serve(line: Connection, entrant: Entrant, name: str) -> None:
    """What a process apart does: builds, then checks and times as it is told."""
    try:
        runner = Here(entrant, name)
        line.send(("done", runner.build_seconds))
        while True:
            what, count = line.recv()
            line.send(("done", getattr(runner, what)(count)))
    except EOFError:
        return  # the other end is closed: there is no more to do
    except DiffersError as differs:
        line.send(("differs", str(differs)))
    except CannotRunError as reason:
        line.send(("failed", str(reason)))
    except Exception as failure:
        line.send(("failed", f"{type(failure).__name__}: {failure}"[:200]))


def runner(entrant: Entrant, name: str) -> Runner:
    """An entrant on a workload; CannotRunError where it cannot."""
    return Apart(entrant, name) if entrant.apart else Here(entrant, name)
