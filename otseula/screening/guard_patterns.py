"""What identifying things look like, as patterns for text that `guard.normalise` has cleaned:
ASCII digits, one kind of dash, single spaces.

Formats and traps: domain.md 5.2 and Appendix A. Each pattern starts at an edge and repeats
without backtracking, so that time grows with the length of the text and no faster. They may
err towards too much: what reaches them is refused already, and they only choose the words.
"""

from __future__ import annotations

import re
from functools import cache

# Edges of a word or a number. An underscore is an edge: keys are written with underscores.
_NO_DIGIT = r"(?<!\d)"
_START = r"(?<![^\W_])"
_END = r"(?![^\W_])"

# --- personal identity code: shape only, the check character need not be right ----------------
_DAY, _MONTH = r"(?:0[1-9]|[12]\d|3[01])", r"(?:0[1-9]|1[0-2])"
_CHECK = r"[0-9a-fhj-npr-y]"
_GAP = r"[ ._]?"
_PERSONAL_CODE = (
    rf"{_NO_DIGIT}{_DAY}{_GAP}{_MONTH}{_GAP}\d\d ?[-+_a-fu-y] ?\d{{3}} ?{_CHECK}{_END}",
    # the sign left out: only with a letter at the end, or it would be any number
    rf"{_NO_DIGIT}{_DAY}{_MONTH}\d\d ?\d{{3}}[a-fhj-npr-y]{_END}",
)

_EMAIL = (r"(?<![\w.+%-])[\w.+%-]++ ?(?:@|[(\[{] ?(?:at|ät) ?[)\]}]) ?[\w-]++(?:\.[\w-]++)+",)

# --- dates: every exact day, not only births ---------------------------------------------------
_D, _M, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_SEP = r" ?[./_-] ?"
_FI = "(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu[a-zäö]{0,5}"
_SV = (
    "(?:januari|februari|mars|april|maj|juni|juli|augusti"
    "|(?:septem|okto|novem|decem)ber|jan|feb|apr|jun|jul|aug|sept?|okt|nov|dec)"
)
_EN = "(?:january|february|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber|mar|oct)"
_BORN = r"(?:s\.|f\.|b\.|synt\.?|syntyn[a-zäö]*+|syntymä[a-zäö]*+|född?|born|dob)"
_MONTH_NAME = rf"(?:{_FI}|{_SV}|{_EN})"
_DATE = (
    rf"(?<![\d./-]){_D}{_SEP}{_M}{_SEP}(?:{_YEAR}|\d\d)(?!\d)",
    rf"(?<![\d./-]){_M}{_SEP}{_D}{_SEP}{_YEAR}(?!\d)",
    rf"{_NO_DIGIT}{_YEAR}{_SEP}{_M}{_SEP}{_D}(?!\d)",
    rf"{_NO_DIGIT}{_D} {_M} {_YEAR}(?!\d)",
    rf"{_NO_DIGIT}(?:{_YEAR}{_MONTH}{_DAY}|{_DAY}{_MONTH}{_YEAR})(?!\d)",
    rf"{_NO_DIGIT}{_D}(?:\.|:e|st|nd|rd|th)? ?(?:of )?{_MONTH_NAME}{_END}",
    rf"{_START}{_MONTH_NAME}\.? {_D}(?:\.|:e|st|nd|rd|th|,)",
    rf"{_START}{_BORN}[^\n\d]{{0,30}}+(?:\d{{1,2}}\. ?){{0,2}}{_YEAR}(?!\d)",
)

# --- addresses ---------------------------------------------------------------------------------
#: Street words, each with the stems it bends to (katu, kadulla; tie, tiellä; ranta, rannan).
_STREET = (
    "kat[uo]|kadu|kado|tie|tei|kuj[aio]|polku|polu|raitti|raiti|väylä|väyli|kaari|kaare|rinne"
    "|rintee|ranta|ranna|tori|aukio|mäki|mäe|piha|bulevardi|penger|penkeree|esplanadi|puistikko"
    "|puistiko|portti|porti|silta|silla|gat[aeo]|väg|gränd|stig|torg|allé|allen|backen|stranden"
    "|brinken|street|avenue"
)
#: Words of places; a place alone may be a street ("Puijonlaakso 3").
_PLACE = (
    "laakso|nieme?|niemi|saari|saare|lahti|lahde|harju|metsä|pelto|pello|linna|kangas|kankaa"
    "|notko|korpi|korve|kylä|kulma|rinta|vaara|vuori|vuore|järvi|järve|lampi|lamme|puisto|aho|suo"
    "|koski|koske|joki|joe|salo|selkä|selä|kallio|viita|viida|berg|holm|dal|lund|näs|vik|ås"
)
_BEND = (  # the endings of Finnish cases and of the Swedish definite form
    "(?:n|ll[aäe]|lt[aä]|ss[aä]|st[aä]|seen|[aäeiouö]n|n[aä]|t[aä]|[aä]|t|ksi|s|ns|ens|ets?)?+"
)
_HOUSE = r"\.?[ _]{0,2}\d{1,4}(?![\d§%/])"
_NOT_A_NUMBER_OF = (
    r"(?! ?(?:§|%|/|v\b|vuo|kk\b|kuuk|kpl|luku|luvu|mom|ker[tr]|lap|hen|år|year|month|st\b|kap))"
)
_ADDRESS = (
    rf"{_START}[^\W\d_]{{2,30}}?(?:{_STREET}|{_PLACE}){_BEND}{_HOUSE}{_NOT_A_NUMBER_OF}",
    rf"{_START}(?:PL|PB|P\.O\. ?box) ?\d{{1,5}} ?,? ?\d{{5}}(?!\d)",
)
_POSTAL = (r"(?<![\d/])(?:fin?-? ?)?\d{5} ?,? (?-i:[A-ZÅÄÖ])[^\W\d_]{2}",)

# --- diagnoses ---------------------------------------------------------------------------------
_DIAGNOSIS_CODE = (
    rf"{_START}[a-z] ?\d{{2}}[.,]\d{{1,2}}[a-z]?[*+#&]?{_END}",
    rf"{_START}[a-z]\d{{3,4}}[a-z]?[*+#&]?{_END}",
    rf"{_START}\d[a-z]\d{{2}}\.[0-9a-z]{{1,2}}{_END}",  # ICD-11
    rf"{_START}orpha\W?\d{{2,7}}",
)
_DIAGNOSIS_CODE_MAYBE = (
    rf"{_START}[a-z]\d{{2}}[*+#&]?{_END}",
    rf"{_START}(?-i:Z[A-Z][0-9A-Z]){_END}",
)

#: Stems found anywhere in a word, and short words that must stand alone. Wording only, so the
#: list need not be complete.
_DIAGNOSIS_STEMS = (
    "adhd|autis|asperger|skitsofre|schizo|masennu|depressi|bipol|kaksisuuntai|psykoo|psykos|psychos"
    "|tourette|fasd|epilep|diabet|anoreks|anorex|bulimi|syömishäiri|ätstörning|eating disorder"
    "|pakko-?oire|tvångssyndrom|obsessive|ptsd|stressihäiriö|stressyndrom|ahdistuneisuushäiriö"
    "|ångestsyndrom|anxiety disorder|persoonallisuushäiriö|personlighetsstörning"
    "|personality disorder|kehitysvamma|utvecklingsstörning|intellectual disab|dysfasia|dysfasi"
    "|dysleks|dyslex|cp-vamma|cerebral|dystrof|dystroph|leukemi|leukaemi|diagnoo|diagnos"
    "|oireyhty|syndrom|käytöshäiriö|uppförandestörning|conduct disorder|mielisair"
)
_DIAGNOSIS_ALONE = "add|down(?:in|s)?|fas|ocd|gad|hiv|aids|syöp[äa][a-zäö]*+|cancer|ms-tau[a-zäö]*+"
_DIAGNOSIS_WORD = (_DIAGNOSIS_STEMS, rf"{_START}(?:{_DIAGNOSIS_ALONE}){_END}")

#: From the most telling shape to the least; the first that is found words the refusal.
PATTERNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("personal_code", _PERSONAL_CODE),
    ("email", _EMAIL),
    ("date", _DATE),
    ("phone", ()),  # counted, not matched: guard.has_phone
    ("address", _ADDRESS),
    ("postal_code", _POSTAL),
    ("diagnosis_code", _DIAGNOSIS_CODE),
    ("diagnosis_word", _DIAGNOSIS_WORD),
    ("name", ()),  # counted, not matched: guard.has_name
    ("diagnosis_code_maybe", _DIAGNOSIS_CODE_MAYBE),
)


@cache
def compiled(shape: str) -> re.Pattern[str] | None:
    """The pattern of a shape, compiled when first needed; None where guard.py counts instead."""
    alternatives = dict(PATTERNS)[shape]
    return re.compile("|".join(alternatives), re.IGNORECASE) if alternatives else None
