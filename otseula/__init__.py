"""otseula: a screening tool and small rules engine for the OT centres.

    rulebase = otseula.load()
    result = rulebase.screen({"area": "pohjois_savo", "child_age": 14})
    result.eligibility.at_least, result.safety, result.missing

Everything public is here; all else may change without notice.
"""

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
from otseula.screening.interview import Answered, Interview, Progress, Undone
from otseula.screening.recommendation import Recommendation
from otseula.screening.record import Replay, build_record, replay
from otseula.screening.rulebase import RuleBase, load
from otseula.text import Text

__version__ = "0.1.0"

__all__ = [
    "BUNDLED",
    "DONT_KNOW",
    "Answered",
    "Case",
    "CaseError",
    "Diagnostic",
    "EngineDisagreement",
    "Interview",
    "OtseulaError",
    "Place",
    "PrivacyError",
    "Problem",
    "Progress",
    "Question",
    "Recommendation",
    "Replay",
    "RuleBase",
    "RuleBaseError",
    "Text",
    "Truth",
    "Undone",
    "build_record",
    "load",
    "load_case",
    "parse_case",
    "replay",
]
