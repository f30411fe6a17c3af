"""What the reports on vignettes say, by key, in three languages."""

from __future__ import annotations

from collections.abc import Iterable

from otseula.text import LANGUAGES, Text

WORDS: dict[str, Text] = {
    # --- what was compared
    "eligibility": Text("OT-asiakkuus", "OT-klientskap", "OT eligibility"),
    "truth": Text("totuus: {name}", "sanning: {name}", "truth: {name}"),
    "safety": Text("toimi ensin", "handla först", "act first"),
    "duties": Text("velvollisuudet", "skyldigheter", "duties"),
    "expertise": Text("asiantuntemus", "sakkunskap", "expertise"),
    "channels": Text("yhteydenottokanavat", "kontaktkanaler", "channels"),
    "notices": Text("huomiot", "anmärkningar", "notices"),
    "situations": Text("täyttyvät tilanteet", "uppfyllda situationer", "situations that are met"),
    "missing": Text("puuttuvat vastaukset", "svar som saknas", "missing answers"),
    "exact": Text("{of}, täsmälleen", "{of}, exakt", "{of}, exactly"),
    "include": Text("{of}, ainakin", "{of}, åtminstone", "{of}, at least"),
    "exclude": Text("{of}, ei mukana", "{of}, inte med", "{of}, not among them"),
    "open": Text(
        "{of}, vielä auki täsmälleen", "{of}, ännu öppna exakt", "{of}, still undecided, exactly"
    ),
    "case": Text("tapaus kelpaa seulottavaksi", "fallet kan sållas", "the case can be screened"),
    "engines": Text(
        "laskentatavat ovat samaa mieltä", "beräkningssätten är ense", "the engines agree"
    ),
    "as_of": Text("tapauksen päivä (as_of)", "fallets dag (as_of)", "the day of the case (as_of)"),
    "expect": Text(
        "odotettu tulos (expect)", "väntat resultat (expect)", "expected result (expect)"
    ),
    # --- values
    "nothing": Text("ei mitään", "ingenting", "nothing"),
    "not_named": Text(
        "tällaista nimeä ei ole sääntökannassa tuona päivänä",
        "namnet finns inte i regelbasen den dagen",
        "there is no such name in the rule base on that day",
    ),
    "yes": Text("kyllä", "ja", "yes"),
    "no": Text("ei", "nej", "no"),
    "a_day": Text("päivä, vvvv-kk-pp", "en dag, åååå-mm-dd", "a day, yyyy-mm-dd"),
    "an_expectation": Text(
        "ainakin yksi odotus", "åtminstone en förväntan", "at least one expectation"
    ),
    "known_key": Text("tunnettu odotus", "en känd förväntan", "a known expectation"),
    "unknown_key": Text("tuntematon: {name}", "okänd: {name}", "unknown: {name}"),
    "disagree_on": Text("eri mieltä: {names}", "oense om: {names}", "they disagree on: {names}"),
    "met": Text("täyttyy (met)", "uppfylls (met)", "met"),
    "not_met": Text("ei täyty (not_met)", "uppfylls inte (not_met)", "not met (not_met)"),
    "unknown": Text("vielä auki (unknown)", "ännu öppet (unknown)", "still open (unknown)"),
    "recommended": Text(
        "OT-yhteydenotto (recommended)",
        "kontakt med OT (recommended)",
        "OT contact (recommended)",
    ),
    "advice": Text("OT-neuvonta (advice)", "OT-rådgivning (advice)", "OT advice (advice)"),
    "basic_services_first": Text(
        "ensin perus- ja erityistaso (basic_services_first)",
        "först bas- och specialnivån (basic_services_first)",
        "basic and specialised services first (basic_services_first)",
    ),
    "range": Text(
        "vähintään {low}, mahdollisesti {high}",
        "minst {low}, eventuellt {high}",
        "at least {low}, possibly {high}",
    ),
    # --- kinds of vignettes
    "clear_yes": Text("selvä kyllä", "klart ja", "clear yes"),
    "clear_no": Text("selvä ei", "klart nej", "clear no"),
    "borderline": Text("rajatapaus", "gränsfall", "borderline"),
    "safety_first": Text("turvallisuus ensin", "säkerheten först", "safety first"),
    "mostly_unknown": Text("paljon auki", "mycket öppet", "mostly unknown"),
    "detail": Text("yksi seikka", "en sak", "one detail"),
    # --- the report
    "title": Text("Esimerkkitapaukset", "Exempelfall", "Vignettes"),
    "counts": Text(
        "{title}: {total}. Läpi: {passed}. Eri tulos: {failed}.",
        "{title}: {total}. Godkända: {passed}. Annat resultat: {failed}.",
        "{title}: {total}. Passed: {passed}. Different result: {failed}.",
    ),
    "failed": Text("ERI TULOS", "ANNAT RESULTAT", "DIFFERENT"),
    "expected": Text("odotettu: {value}", "väntat: {value}", "expected: {value}"),
    "actual": Text("saatu:    {value}", "fått:   {value}", "actual:   {value}"),
    "why": Text("miksi: {name}", "varför: {name}", "why: {name}"),
    "more_why": Text(
        "ja vielä {count}; kaikki näyttää --format json",
        "och {count} till; --format json visar alla",
        "and {count} more; --format json shows all",
    ),
    "more_conditions": Text(
        "muita sääntöjä: {count}", "fler regler: {count}", "more rules: {count}"
    ),
    "question_missing": Text(
        "Vastaus voi vielä muuttaa tulosta.",
        "Svaret kan ännu ändra resultatet.",
        "The answer could still change the result.",
    ),
    "question_open": Text(
        "Auki, mutta vastaus ei muuttaisi enää mitään.",
        "Öppen, men svaret skulle inte längre ändra något.",
        "Open, but the answer would change nothing any more.",
    ),
    "question_answered": Text(
        "Tähän on vastattu.", "Frågan är besvarad.", "The question is answered."
    ),
    "question_not_applicable": Text(
        "Kysymys ei koske tätä tapausta.",
        "Frågan gäller inte det här fallet.",
        "The question does not apply to this case.",
    ),
    "could_change": Text(
        "esimerkiksi: {names}", "till exempel: {names}", "for example: {names}"
    ),
    "could_change_more": Text(
        "esimerkiksi: {names} ja vielä {count}",
        "till exempel: {names} och {count} till",
        "for example: {names} and {count} more",
    ),
    "as_above": Text(
        "kuten edellä {name}: samat vastaukset kääntäisivät tämän",
        "som {name} ovan: samma svar skulle vända detta",
        "as {name} above: the same answers would turn this",
    ),
    "near": Text(
        "nämä tilanteet eivät täyty tai ovat vielä auki, vaikka osa niiden ehdosta täyttyy:",
        "dessa situationer uppfylls inte eller är ännu öppna, fast något i deras villkor uppfylls:",
        "these situations are not met or still open, though something in their condition is met:",
    ),
    "near_met": Text("täyttyy: {met}", "uppfylls: {met}", "met: {met}"),
    "near_not_met": Text(
        "ei täyty tai on auki: {not_met}",
        "uppfylls inte eller är öppet: {not_met}",
        "not met or open: {not_met}",
    ),
    "other_area": Text(
        "Säännöt tuovat tai voivat tuoda tämän, mutta se kuuluu toiselle alueelle kuin tapaus.",
        "Reglerna ger eller kan ge detta, men det hör till ett annat område än fallet.",
        "The rules give or may give this, but it belongs to another area than the case.",
    ),
    "coverage": Text(
        "Sääntöjen kattavuus: {covered}/{total}",
        "Reglernas täckning: {covered}/{total}",
        "Rule coverage: {covered}/{total}",
    ),
    "not_covered": Text("Kattamatta:", "Inte täckta:", "Not covered:"),
    "lacks_met": Text(
        "ei täyty missään esimerkkitapauksessa",
        "uppfylls inte i något exempelfall",
        "is met in no vignette",
    ),
    "lacks_not_met": Text(
        "ei jää täyttymättä missään esimerkkitapauksessa",
        "är uppfyllt eller öppet i varje exempelfall",
        "in no vignette is it found not met",
    ),
    "lacks_in_force": Text(
        "ei ole voimassa missään esimerkkitapauksessa",
        "gäller inte i något exempelfall",
        "is in force in no vignette",
    ),
    # --- parts of conditions that are shown to matter alone
    "alone": Text(
        "Ehtojen osat, joista esimerkkitapaukset osoittavat, että ne ratkaisevat yksin: "
        "{shown}/{total}",
        "Delar av villkoren om vilka exempelfallen visar att de ensamma avgör: {shown}/{total}",
        "Parts of conditions that the vignettes show to matter alone: {shown}/{total}",
    ),
    "alone_option": Text(
        "Muut osat ja niistä puuttuvat tapaukset näyttää valitsin --coverage.",
        "De övriga delarna, och fallen som fattas, visas med --coverage.",
        "The other parts, and the cases they lack, are shown by --coverage.",
    ),
    "alone_impossible": Text(
        "Ei lasketa mukaan, koska mikään mahdollinen tapaus ei voi näyttää sitä: {count}",
        "Räknas inte med, eftersom inget möjligt fall kan visa det: {count}",
        "Not counted, as no possible case can show it: {count}",
    ),
    "alone_unchecked": Text(
        "Ehdot kietoutuvat toisiinsa liian tiheästi, joten näistä ei selvinnyt, voiko jokin "
        "tapaus näyttää ne.",
        "Villkoren hänger ihop för tätt, så för dessa gick det inte att avgöra om något fall kan "
        "visa dem.",
        "The conditions hang together too closely to tell whether some case can show these.",
    ),
    "lacking": Text(
        "Osat, joista puuttuu tapaus (rivi:sarake):",
        "Delar som saknar ett fall (rad:kolumn):",
        "Parts that lack a case (line:column):",
    ),
    "impossible": Text(
        "Osat, joita mikään mahdollinen tapaus ei voi osoittaa yksin ratkaiseviksi (rivi:sarake):",
        "Delar om vilka inget möjligt fall kan visa att de ensamma avgör (rad:kolumn):",
        "Parts that no possible case can show to matter alone (line:column):",
    ),
    "case_for_met": Text(
        "tapaus, jossa ehto täyttyy mutta ei täyttyisi ilman tätä osaa:",
        "ett fall där villkoret uppfylls men inte skulle uppfyllas utan denna del:",
        "a case in which the condition is met, and would not be without this part:",
    ),
    "case_for_not_met": Text(
        "tapaus, jossa ehto ei täyty mutta täyttyisi, jos tämä osa täyttyisi:",
        "ett fall där villkoret inte uppfylls men skulle uppfyllas om denna del uppfylldes:",
        "a case in which the condition is not met, and would be if this part were:",
    ),
    "case_against_met": Text(
        "tapaus, jossa ehto ei täyty mutta täyttyisi ilman tätä osaa:",
        "ett fall där villkoret inte uppfylls men skulle uppfyllas utan denna del:",
        "a case in which the condition is not met, and would be without this part:",
    ),
    "case_against_not_met": Text(
        "tapaus, jossa ehto täyttyy mutta ei täyttyisi, jos tämä osa täyttyisi:",
        "ett fall där villkoret uppfylls men inte skulle uppfyllas om denna del uppfylldes:",
        "a case in which the condition is met, and would not be if this part were:",
    ),
    # --- lists of a rule base
    "list_criteria": Text("kriteerit", "kriterier", "criteria"),
    "list_situations": Text("tilanteet", "situationer", "situations"),
    "list_rules": Text("säännöt", "regler", "rules"),
    "list_safety_actions": Text("turvaavat toimet", "skyddande åtgärder", "safety actions"),
    "list_duties": Text("velvollisuudet", "skyldigheter", "duties"),
    "list_expertise": Text("asiantuntemus", "sakkunskap", "expertise"),
    "list_channels": Text("kanavat", "kanaler", "channels"),
    "list_notices": Text("huomiot", "anmärkningar", "notices"),
}  # fmt: skip


def worded(key: str, **fill: object) -> Text:
    """The words of `key` in all languages. A Text in `fill` is put into each in turn."""
    return Text(*(_filled(key, language, fill) for language in LANGUAGES))


def say(key: str, language: str, **fill: object) -> str:
    """The words of `key` in one language."""
    return _filled(key, language, fill)


def listed(ids: Iterable[str]) -> Text:
    """Ids as they are written in the rule base, in any language; or that there are none."""
    text = ", ".join(ids)
    return Text(text, text, text) if text else WORDS["nothing"]


def _filled(key: str, language: str, fill: dict[str, object]) -> str:
    words = {n: v.in_language(language) if isinstance(v, Text) else v for n, v in fill.items()}
    return WORDS[key].in_language(language).format(**words)
