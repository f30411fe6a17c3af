"""What is said about mutants, by key, in three languages."""

from __future__ import annotations

from otseula.text import LANGUAGES, Text

WORDS: dict[str, Text] = {
    # --- what was changed, by operator
    "threshold": Text(
        "raja {before} vaihtui: {after}", "gränsen {before} byttes: {after}",
        "the limit {before} became {after}",
    ),
    "all_any": Text(
        "sana {before} vaihtui: {after}", "ordet {before} byttes: {after}",
        "the word {before} became {after}",
    ),
    "count": Text(
        "vähintään {before} vaihtui: vähintään {after}",
        "minst {before} byttes: minst {after}",
        "at least {before} became at least {after}",
    ),
    "not": Text(
        "kielto jäi pois: {before} vaihtui: {after}",
        "negationen föll bort: {before} byttes: {after}",
        "the negation was dropped: {before} became {after}",
    ),
    "part": Text("osa jäi pois: {before}", "en del föll bort: {before}", "part dropped: {before}"),
    "option": Text(
        "vaihtoehto jäi pois: {before}", "ett alternativ föll bort: {before}",
        "option dropped: {before}",
    ),
    "working": Text(
        "Kokeillaan ehtojen pieniä muutoksia…", "Små ändringar av villkoren prövas…",
        "Trying small changes of the conditions…",
    ),
    # --- the report
    "title": Text(
        "Pienet muutokset: {total} muunnelmaa, joissa yhden ehdon yksi kohta on toisin.",
        "Små ändringar: {total} varianter där ett ställe i ett villkor är annorlunda.",
        "Small changes: {total} mutants, each with one place of one condition changed.",
    ),
    "why": Text(
        "Jokaisen pitää kaataa jokin esimerkkitapaus; muuten mikään ei pidä ehtoa paikallaan.",
        "Varje ändring ska fälla något exempelfall; annars håller inget fall villkoret på plats.",
        "Each must fail some vignette; else no vignette holds the condition in place.",
    ),
    "killed": Text(
        "{who}: huomataan {killed} / {left} ({percent} %)",
        "{who}: upptäcks {killed} / {left} ({percent} %)",
        "{who}: {killed} / {left} noticed ({percent} %)",
    ),
    "all_vignettes": Text(
        "kaikki tapaukset, {count}", "alla fall, {count}", "all vignettes, {count}"
    ),
    "of_origin": Text("{origin}, {count}", "{origin}, {count}", "{origin}, {count}"),
    "source": Text("lähteestä (source)", "ur källor (source)", "from sources (source)"),
    "owner": Text(
        "asiantuntijan vastaus (owner)", "en experts svar (owner)", "an expert's answer (owner)"
    ),
    "invented": Text("keksitty (invented)", "påhittade (invented)", "invented (invented)"),
    "": Text("alkuperä puuttuu", "ursprung saknas", "origin missing"),
    "by_list": Text("Luetteloittain:", "Per lista:", "By list:"),
    "with_equivalent": Text(
        "Samaa tarkoittaviksi todistettuja ei ole luvuissa: {equivalent}. "
        "Niiden kanssa huomataan {percent} %.",
        "De som bevisats betyda detsamma räknas inte: {equivalent}. Med dem upptäcks {percent} %.",
        "Those proven to mean the same are not counted: {equivalent}. With them "
        "{percent} % are noticed.",
    ),
    "equivalent": Text(
        "Samaa tarkoittavat: ehto on sama jokaisessa mahdollisessa tapauksessa (sama päätöskaavio)",
        "Betyder detsamma: villkoret är lika i varje möjligt fall (samma beslutsdiagram)",
        "Equivalent: the same condition in every possible case (the same decision diagram)",
    ),
    "open": Text(
        "Avoimet kysymykset asiantuntijalle: {count}",
        "Öppna frågor till experten: {count}",
        "Open questions to an expert: {count}",
    ),
    "blind": Text(
        "Vastaa lähteen tai osaamisen perusteella. Ohjelman omaa vastausta ei näytetä.",
        "Svara utifrån en källa eller sakkunskap. Programmets eget svar visas inte.",
        "Answer from a source or from expertise. The program's own answer is not shown.",
    ),
    "none_open": Text(
        "Avoimia kysymyksiä ei ole.", "Det finns inga öppna frågor.", "There are no open questions."
    ),
    "too_large": Text(
        "Ehdot liittyvät toisiinsa niin tiiviisti, ettei näistä voitu sanoa mitään",
        "Villkoren hänger så tätt ihop att inget kunde sägas om dessa",
        "The conditions hang together too closely to say anything of these",
    ),
    "case": Text("Tapaus:", "Fallet:", "The case:"),
    "no_case": Text(
        "Jokin tapaus erottaa muunnelman, mutta sellaista ei saatu vahvistettua näytettäväksi.",
        "Något fall skiljer varianten åt, men inget kunde bekräftas och visas.",
        "Some case tells the mutant apart, but none could be confirmed to show.",
    ),
    "empty_case": Text(
        "näin on jokaisessa tapauksessa, vastattiinpa mitä tahansa",
        "så är det i varje fall, vad som än svaras",
        "so it is in every case, whatever is answered",
    ),
    "ask_criteria": Text(
        "Täyttyykö kriteeri vai ei: {text}?",
        "Uppfylls kriteriet eller inte: {text}?",
        "Is the criterion met or not met: {text}?",
    ),
    "ask_situations": Text(
        "Täyttyykö tilanne vai ei: {text}?",
        "Uppfylls situationen eller inte: {text}?",
        "Is the situation met or not met: {text}?",
    ),
    "ask_rules": Text(
        "Täyttyykö sääntö vai ei: {text} Siitä seuraa: {then}",
        "Uppfylls regeln eller inte: {text} Av den följer: {then}",
        "Is the rule met or not met: {text} What follows from it: {then}",
    ),
    "nothing_follows": Text(
        "Mikään muu ei riipu vastauksesta.",
        "Inget annat beror på svaret.",
        "Nothing else depends on the answer.",
    ),
    # --- an expert's answer
    "vignette_criteria": Text(
        "Rajatapaus asiantuntijalta: täyttyykö kriteeri, {text}?",
        "Gränsfall från en expert: uppfylls kriteriet, {text}?",
        "A borderline case from an expert: is the criterion met, {text}?",
    ),
    "vignette_situations": Text(
        "Rajatapaus asiantuntijalta: täyttyykö tilanne, {text}?",
        "Gränsfall från en expert: uppfylls situationen, {text}?",
        "A borderline case from an expert: is the situation met, {text}?",
    ),
    "vignette_rules": Text(
        "Rajatapaus asiantuntijalta: täyttyykö sääntö? {text}",
        "Gränsfall från en expert: uppfylls regeln? {text}",
        "A borderline case from an expert: is the rule met? {text}",
    ),
    "accept_title": Text(
        "Avoimia kysymyksiä: {count}. Vastaukset kirjoitetaan esimerkkitapauksiksi.",
        "Öppna frågor: {count}. Svaren skrivs som exempelfall.",
        "Open questions: {count}. The answers are written as vignettes.",
    ),
    "accept_how": Text(
        "1 = täyttyy, 2 = ei täyty, 3 = ohita, 4 = lopeta. Vastattu säilyy aina.",
        "1 = uppfylls, 2 = uppfylls inte, 3 = hoppa över, 4 = sluta. Det besvarade bevaras alltid.",
        "1 = met, 2 = not met, 3 = skip, 4 = stop. What is answered is always kept.",
    ),
    "accept_role": Text(
        "Missä roolissa vastaat? Rooli, ei nimeä, esimerkiksi johtava sosiaalityöntekijä.",
        "I vilken roll svarar du? En roll, inget namn, till exempel ledande socialarbetare.",
        "In which role do you answer? A role, no name, for example leading social worker.",
    ),
    "accept_bad_role": Text(
        "Kirjoita rooli: enintään 80 merkkiä, ei nimeä, numerosarjoja eikä yhteystietoja.",
        "Skriv en roll: högst 80 tecken, inget namn, inga sifferserier och inga kontaktuppgifter.",
        "Write a role: at most 80 characters, no name, no series of digits and no contact details.",
    ),
    "accept_again": Text(
        "Vastaa numerolla 1, 2, 3 tai 4.",
        "Svara med 1, 2, 3 eller 4.",
        "Answer with 1, 2, 3 or 4.",
    ),
    "accept_number": Text(
        "Kysymys {number}/{count}", "Fråga {number}/{count}", "Question {number}/{count}"
    ),
    "accept_changed": Text(
        "Kysymys koski tätä kohtaa:",
        "Frågan gällde detta ställe:",
        "The question was about this place:",
    ),
    "accept_agrees": Text(
        "Kirjattu: {id}. Sääntökanta vastaa samoin.",
        "Antecknat: {id}. Regelbasen svarar likadant.",
        "Written: {id}. The rule base answers the same.",
    ),
    "accept_differs": Text(
        "Kirjattu: {id}. SÄÄNTÖKANTA VASTAA TOISIN, joten tapaus antaa eri tuloksen, kunnes "
        "sääntökanta on korjattu. Muuta sääntökantaa, älä vastausta.",
        "Antecknat: {id}. REGELBASEN SVARAR ANNORLUNDA, så fallet ger ett annat resultat tills "
        "regelbasen har rättats. Ändra regelbasen, inte svaret.",
        "Written: {id}. THE RULE BASE ANSWERS OTHERWISE, so the vignette fails until the rule "
        "base is corrected. Change the rule base, not the answer.",
    ),
    "accept_done": Text(
        "Vastattu {answered}, ohitettu {skipped}, jäljellä {left}. Eri mieltä sääntökannan "
        "kanssa: {differ}.",
        "Besvarade {answered}, överhoppade {skipped}, kvar {left}. Annat svar än regelbasens: "
        "{differ}.",
        "Answered {answered}, skipped {skipped}, left {left}. Answered otherwise than the "
        "rule base: {differ}.",
    ),
    "list_criteria": Text("kriteerit", "kriterier", "criteria"),
    "list_situations": Text("tilanteet", "situationer", "situations"),
    "list_rules": Text("säännöt", "regler", "rules"),
    "one_criteria": Text("kriteeri", "kriterium", "criterion"),
    "one_situations": Text("tilanne", "situation", "situation"),
    "one_rules": Text("sääntö", "regel", "rule"),
}  # fmt: skip


def worded(key: str, **fill: object) -> Text:
    """The words of `key` in all languages. A Text in `fill` is put into each in turn."""
    return Text(*(say(key, language, **fill) for language in LANGUAGES))


def say(key: str, language: str, **fill: object) -> str:
    """The words of `key` in one language."""
    words = {n: v.in_language(language) if isinstance(v, Text) else v for n, v in fill.items()}
    return WORDS[key].in_language(language).format(**words)
