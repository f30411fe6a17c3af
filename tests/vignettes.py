"""The shipped vignettes that tell of somebody; the others hold one detail each."""

from __future__ import annotations

import otseula
from otseula.rulebase.model import Vignette


def whole(rulebase: otseula.RuleBase) -> list[Vignette]:
    """Those in which all was asked that the author thought of."""
    return [vignette for vignette in rulebase.content.vignettes if vignette.whole]
