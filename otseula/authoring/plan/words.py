"""What the report on the length of the questionnaire says, by key, in three languages."""

from __future__ import annotations

from otseula.text import Text

WORDS: dict[str, Text] = {
    "title": Text(
        "Kyselyn pituus, kysymyksinä ({day}; {n} keksittyä vastaajaa, siemen {seed})",
        "Frågeformulärets längd, i frågor ({day}; {n} påhittade svarande, slumpfrö {seed})",
        "Length of the questionnaire, in questions ({day}; {n} invented respondents, seed {seed})",
    ),
    # --- in all
    "mean": Text(
        "Keskimäärin {mean}: aina kysyttäviä {always}, muita {others}",
        "I medeltal {mean}: alltid ställda {always}, övriga {others}",
        "On average {mean}: always asked {always}, others {others}",
    ),
    "spread": Text(
        "Keskimmäiset 90 %: {low}–{high}. Pisin: {longest}.",
        "De mittersta 90 %: {low}–{high}. Längst: {longest}.",
        "The middle 90%: {low}–{high}. The longest: {longest}.",
    ),
    "vignettes": Text(
        "Esimerkkitapaukset ({n}): keskimäärin {mean}, pisin {longest}",
        "Exempelfallen ({n}): i medeltal {mean}, längst {longest}",
        "Vignettes ({n}): on average {mean}, the longest {longest}",
    ),
    "no_vignettes": Text(
        "Esimerkkitapaukset: ei yhtään, joka sopisi tähän",
        "Exempelfallen: inget som passar här",
        "Vignettes: none that would do here",
    ),
    # --- at worst
    "worst": Text("Enimmillään", "Som längst", "At worst"),
    "at_most": Text(
        "{count}  varma yläraja, vastattiinpa mitä tahansa",
        "{count}  säker övre gräns, vad som än svaras",
        "{count}  a certain upper bound, whatever is answered",
    ),
    "at_most_knowing": Text(
        "{count}  varma yläraja, kun kaikki vastaukset tiedetään",
        "{count}  säker övre gräns, när alla svar är kända",
        "{count}  a certain upper bound where every answer is known",
    ),
    "unknowing": Text(
        "{count}  kysytään siltä, joka ei tiedä mitään",
        "{count}  ställs till den som inte vet något",
        "{count}  asked of someone who knows nothing",
    ),
    "found": Text(
        "{count}  pisin löydetty kysely, kun kaikki vastaukset tiedetään",
        "{count}  det längsta formulär som hittades, när alla svar är kända",
        "{count}  the longest interview found where every answer is known",
    ),
    # --- per situation
    "situations": Text("Tilanteittain", "Per situation", "By situation"),
    "column_vignettes": Text("tapaukset", "exempelfall", "vignettes"),
    "column_drawn": Text("vain tämä", "bara denna", "this alone"),
    "column_met": Text("tämä arvotuista", "bland slumpade", "this of drawn"),
    "columns": Text("n keskim. pisin", "n  medel längst", "n   mean   long."),
    "legend": Text(
        "tapaukset: esimerkkitapaukset, joissa tilanne täyttyy; vain tämä: arvotut vastaajat, "
        "joilla se on ainoa täyttyvä tilanne; tämä arvotuista: ne kaikista arvotuista, joilla se "
        "täyttyy. Viiva: ei yhtään. *: yksin tilanne ei voi täyttyä, joten muitakin täyttyy.",
        "exempelfall: de där situationen uppfylls; bara denna: slumpade svarande för vilka den är "
        "den enda situation som uppfylls; bland slumpade: de av alla slumpade för vilka den "
        "uppfylls. Streck: ingen. *: ensam kan situationen inte uppfyllas, så även andra uppfylls.",
        "vignettes: those where the situation is met; this alone: respondents drawn for whom it is "
        "the only one that is met; this of drawn: those of all drawn for whom it is met. A dash: "
        "none. *: it cannot be met alone, so others are met too.",
    ),
    "none_met": Text("(mikään tilanne ei täyty)", "(ingen situation uppfylls)", "(none is met)"),
    "no_situations": Text(
        "Sääntökannassa ei ole tilanteita.",
        "Regelbasen har inga situationer.",
        "The rule base has no situations.",
    ),
    # --- questions
    "most_asked": Text(
        "Useimmin kysytyt niistä, joita ei kysytä aina (osuus vastaajista)",
        "De oftast ställda bland frågor som inte alltid ställs (andel av de svarande)",
        "Most often asked of those not always asked (share of the respondents)",
    ),
    "never": Text(
        "Ei kysytä koskaan, koska vastaus ei vaikuta mihinkään",
        "Ställs aldrig, eftersom svaret inte påverkar något",
        "Never asked, as the answer changes nothing",
    ),
    # --- what an edit changed
    "change": Text("Muutos", "Ändringen", "The change"),
    "no_change": Text(
        "Kyselyn pituus ei muutu.",
        "Frågeformulärets längd ändras inte.",
        "The length of the questionnaire does not change.",
    ),
    "mean_moved": Text(
        "Keskimäärin {moved}", "I medeltal {moved}", "On average {moved}"
    ),
    "vignettes_moved": Text(
        "Yhteiset esimerkkitapaukset keskimäärin {moved}",
        "Gemensamma exempelfall i medeltal {moved}",
        "Vignettes that both have on average {moved}",
    ),
    "at_most_moved": Text(
        "Varma yläraja {before} → {after}",
        "Säker övre gräns {before} → {after}",
        "Certain upper bound {before} → {after}",
    ),
    "found_moved": Text(
        "Pisin löydetty {before} → {after} (ei raja)",
        "Längst som hittades {before} → {after} (ingen gräns)",
        "The longest found {before} → {after} (no bound)",
    ),
    "groups_moved": Text(
        "Tilanteet, joissa kysely muuttui (tapaukset; vain tämä)",
        "Situationer där formuläret ändrades (exempelfall; bara denna)",
        "Situations where the questionnaire changed (vignettes; this alone)",
    ),
    "no_groups_moved": Text(
        "Minkään tilanteen keskiarvo ei muutu.",
        "Medeltalet ändras inte för någon situation.",
        "The average changes for no situation.",
    ),
    "share_moved": Text(
        "Kysymykset, joita kysytään useammin tai harvemmin (osuus vastaajista)",
        "Frågor som ställs oftare eller mer sällan (andel av de svarande)",
        "Questions asked more or less often (share of the respondents)",
    ),
    "new_questions": Text(
        "Uudet kysymykset (osuus vastaajista)",
        "Nya frågor (andel av de svarande)",
        "New questions (share of the respondents)",
    ),
    "gone_questions": Text(
        "Poistuneet kysymykset (osuus vastaajista)",
        "Borttagna frågor (andel av de svarande)",
        "Questions gone (share of the respondents)",
    ),
    "new_situations": Text("Uudet tilanteet", "Nya situationer", "New situations"),
    "gone_situations": Text("Poistuneet tilanteet", "Borttagna situationer", "Situations gone"),
    # --- the command
    "working": Text(
        "Kysytään keksityiltä vastaajilta. Tämä vie hetken.",
        "De påhittade svarande tillfrågas. Det tar en stund.",
        "The invented respondents are being asked. This takes a while.",
    ),
    "bad_number": Text(
        "Valitsimen {option} arvo ei kelpaa. Anna kokonaisluku {low}–{high}.",
        "Värdet för {option} duger inte. Ange ett heltal {low}–{high}.",
        "The value of {option} will not do. Give a whole number {low}–{high}.",
    ),
}  # fmt: skip


def say(key: str, language: str, **fill: object) -> str:
    """The words of `key` in one language."""
    return WORDS[key].in_language(language).format(**fill)
