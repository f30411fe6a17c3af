"""otseula: a screening tool and small rules engine for the OT centres.

    rulebase = otseula.load()
    result = rulebase.screen({"area": "pohjois_savo", "child_age": 14})
    result.eligibility.at_least, result.safety, result.missing

Everything public is here; all else may change without notice.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from otseula.errors import (
    CaseError,
    Diagnostic,
    OtseulaError,
    Place,
    PrivacyError,
    Problem,
    RuleBaseError,
)
from otseula.logic.conditions import DONT_KNOW, Truth
from otseula.rulebase.bundled import BUNDLED
from otseula.rulebase.model import Question
from otseula.screening.casefile import Case, load_case, parse_case
from otseula.screening.disagreement import EngineDisagreement
from otseula.screening.recommendation import Recommendation
from otseula.screening.rulebase import RuleBase, load
from otseula.text import Text

if TYPE_CHECKING:
    from otseula.screening.hinges import Hinge
    from otseula.screening.interview import Answered, Interview, Progress, Undone
    from otseula.screening.reasons import Change, Failed, Firmness, Reasons, Told
    from otseula.screening.record import Replay, build_record, replay
else:
    #: What one screening does not need is imported when first asked for.
    _LATER = {
        "Answered": "interview",
        "Change": "reasons",
        "Failed": "reasons",
        "Firmness": "reasons",
        "Hinge": "hinges",
        "Interview": "interview",
        "Progress": "interview",
        "Reasons": "reasons",
        "Replay": "record",
        "Told": "reasons",
        "Undone": "interview",
        "build_record": "record",
        "replay": "record",
    }

    def __getattr__(name):
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module = import_module(f"otseula.screening.{_LATER[name]}")
        found = globals()[name] = getattr(module, name)
        return found


__version__ = "0.1.0"

__all__ = [
    "BUNDLED",
    "DONT_KNOW",
    "Answered",
    "Case",
    "CaseError",
    "Change",
    "Diagnostic",
    "EngineDisagreement",
    "Failed",
    "Firmness",
    "Hinge",
    "Interview",
    "OtseulaError",
    "Place",
    "PrivacyError",
    "Problem",
    "Progress",
    "Question",
    "Reasons",
    "Recommendation",
    "Replay",
    "RuleBase",
    "RuleBaseError",
    "Text",
    "Told",
    "Truth",
    "Undone",
    "build_record",
    "load",
    "load_case",
    "parse_case",
    "replay",
]
