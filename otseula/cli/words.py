"""What the commands say, by key, in three languages. Braces are filled with otseula's own words
and numbers only, never with anything that was typed."""

from __future__ import annotations

from otseula.cli.expert_words import EXPERT
from otseula.cli.usage_words import USAGE
from otseula.text import LANGUAGES, Text

WORDS: dict[str, Text] = {
    **USAGE,
    **EXPERT,
    # --- rule bases
    "rules_not_found": Text(
        "Sääntökannan hakemistoa ({position}. annettu) ei löydy, tai se ei ole hakemisto. Anna "
        "olemassa oleva hakemisto, tai sana bundled.",
        "Regelbasens katalog (nummer {position} av de angivna) finns inte, eller är ingen "
        "katalog. Ange en befintlig katalog, eller ordet bundled.",
        "The rule base directory (number {position} of those given) does not exist, or is no "
        "directory. Give one that exists, or the word bundled.",
    ),
    "rules_refused": Text(
        "Sääntökantaa ei voi käyttää. Korjattavaa: {count}. Komento otseula check luettelee ne.",
        "Regelbasen kan inte användas. Att rätta: {count}. Kommandot otseula check räknar upp dem.",
        "The rule base cannot be used. To correct: {count}. The command otseula check lists them.",
    ),
    # --- cases
    "unknown_node": Text(
        "Tällaista tunnusta ei ole säännöissä. Tunnukset näkee: otseula explain TAPAUS --json.",
        "Ett sådant id finns inte i reglerna. Id:n visas så här: otseula explain FALL --json.",
        "There is no such id in the rules. The ids are shown by: otseula explain CASE --json.",
    ),
    "unknown_node_near": Text(
        "Tällaista tunnusta ei ole säännöissä. Tarkoititko {name}?",
        "Ett sådant id finns inte i reglerna. Menade du {name}?",
        "There is no such id in the rules. Did you mean {name}?",
    ),
    "case_refused": Text(
        "Tapausta ei voi seuloa. Korjattavaa: {count}.",
        "Fallet kan inte sållas. Att rätta: {count}.",
        "The case cannot be screened. To correct: {count}.",
    ),
    "line": Text(
        "rivi {line}, sarake {column}",
        "rad {line}, kolumn {column}",
        "line {line}, column {column}",
    ),
    # --- files that are written and read
    "target_exists": Text(
        "Valitsimella {option} annettu tiedosto on jo olemassa. Sen päälle ei kirjoiteta; anna "
        "toinen nimi.",
        "Filen som angavs med {option} finns redan. Den skrivs inte över; ange ett annat namn.",
        "The file given with {option} already exists. It is not overwritten; give another name.",
    ),
    "not_a_schema": Text(
        "Valitsimella {option} annettu tiedosto on jo olemassa, eikä se ole JSON-skeema. Sen "
        "päälle ei kirjoiteta; anna toinen nimi.",
        "Filen som angavs med {option} finns redan och är inget JSON-schema. Den skrivs inte "
        "över; ange ett annat namn.",
        "The file given with {option} already exists and is no JSON Schema. It is not "
        "overwritten; give another name.",
    ),
    "target_unwritable": Text(
        "Valitsimella {option} annettuun tiedostoon ei voi kirjoittaa. Tarkista, että hakemisto "
        "on olemassa ja että sinulla on oikeus kirjoittaa sinne.",
        "Filen som angavs med {option} kan inte skrivas. Kontrollera att katalogen finns och att "
        "du har rätt att skriva där.",
        "The file given with {option} cannot be written. Check that its directory exists and "
        "that you may write there.",
    ),
    "file_unreadable": Text(
        "Valitsimella {option} annettua tiedostoa ei voi lukea. Tarkista, että se on olemassa ja "
        "että sinulla on oikeus lukea se.",
        "Filen som angavs med {option} kan inte läsas. Kontrollera att den finns och att du har "
        "rätt att läsa den.",
        "The file given with {option} cannot be read. Check that it exists and that you may read "
        "it.",
    ),
    "stdout_failed": Text(
        "Tulosta ei voitu kirjoittaa loppuun (levy voi olla täynnä).",
        "Resultatet kunde inte skrivas till slut (disken kan vara full).",
        "The result could not be written to its end (the disk may be full).",
    ),
    "identifying_combination": Text(
        "Tiedostoon tallennetaan vastaukset. Niissä ei ole nimiä, mutta vastausten yhdistelmä "
        "voi paljastaa perheen: säilytä ja hävitä tiedosto kuten asiakastieto.",
        "I filen sparas svaren. De innehåller inga namn, men kombinationen av svar kan avslöja "
        "familjen: förvara och förstör filen som klientuppgifter.",
        "The file will hold the answers. There are no names in them, but the combination of "
        "answers may identify a family: keep and destroy the file as client data.",
    ),
    "saved_answers": Text(
        "Vastaukset on tallennettu.", "Svaren har sparats.", "The answers are saved."
    ),
    "saved_record": Text(
        "Tallenne on tehty.", "Registreringen har sparats.", "The record is saved."
    ),
    "saved_output": Text(
        "Tulos on kirjoitettu tiedostoon.",
        "Resultatet har skrivits till filen.",
        "The result is written to the file.",
    ),
    "saved_handbook": Text(
        "Asiakirja on kirjoitettu tiedostoon.",
        "Dokumentet har skrivits till filen.",
        "The document is written to the file.",
    ),
    "saved_schema": Text(
        "Skeema on kirjoitettu tiedostoon.",
        "Schemat har skrivits till filen.",
        "The schema is written to the file.",
    ),
    # --- how it ends
    "interrupted": Text("Keskeytetty.", "Avbrutet.", "Interrupted."),
    "broken": Text(
        "OT-seulassa on vika (kohdassa {where}). Tulosta ei annettu. Vika ei ole "
        "vastauksissasi. Arvioi tilanne itse ja kerro tämä viesti ohjelman ylläpitäjälle.",
        "Det finns ett fel i OT-sållet (vid {where}). Inget resultat gavs. Felet ligger inte i "
        "dina svar. Bedöm situationen själv och visa detta meddelande för den som sköter "
        "programmet.",
        "There is a fault in OT-seula (at {where}). No result was given. Your answers are not at "
        "fault. Judge the situation yourself, and show this message to whoever runs the program.",
    ),
    # --- replay
    "replay_changed": Text(
        "Tulos on muuttunut tallenteesta.",
        "Resultatet har ändrats sedan registreringen.",
        "The result has changed since the record.",
    ),
    "replay_recorded": Text("Tallenteessa", "I registreringen", "In the record"),
    "replay_now": Text("Nyt", "Nu", "Now"),
    "replay_items": Text("Muuttuneet kohdat", "Vad som ändrats", "What changed"),
    "replay_no_items": Text(
        "säännöt ovat samat; ohjelma on muuttunut",
        "reglerna är desamma; programmet har ändrats",
        "the rules are the same; the program has changed",
    ),
    "replay_gone": Text(
        "Käytöstä poistuneita kohtia", "Delar som inte längre används", "Items no longer in use"
    ),
    "none": Text("ei mitään", "inget", "none"),
    "eligibility": Text("OT-asiakkuus", "OT-klientskap", "OT eligibility"),
    "safety": Text("Toimi ensin", "Handla först", "Act first"),
    "duties": Text("Velvollisuudet", "Skyldigheter", "Duties"),
    "expertise": Text("Asiantuntemus", "Sakkunskap", "Expertise"),
    "channels": Text("Yhteydenottokanavat", "Kontaktkanaler", "Channels of contact"),
    "notices": Text("Huomiot", "Anmärkningar", "Notices"),
    # --- questions
    "id": Text("tunnus", "id", "id"),
    "type": Text("tyyppi", "typ", "type"),
    "applies_when": Text("kysytään, kun", "frågas när", "asked when"),
    "always_ask": Text(
        "kysytään aina kaikilta", "ställs alltid till alla", "always asked of everyone"
    ),
    "boolean": Text("kyllä tai ei", "ja eller nej", "yes or no"),
    "choice": Text("yksi vaihtoehto", "ett alternativ", "one option"),
    "choices": Text("monivalinta", "flera alternativ", "several options"),
    "integer": Text("kokonaisluku", "heltal", "whole number"),
    "other_theme": Text("Muut", "Övriga", "Others"),
    "all": Text("kaikki", "alla", "all"),
    "any": Text("jokin", "någon", "any"),
    "not": Text("ei", "inte", "not"),
    "at_least_of": Text("vähintään {count}", "minst {count}", "at least {count}"),
    "known": Text("{name} on tiedossa", "{name} är känt", "{name} is known"),
}


def say(key: str, language: str, **fill: object) -> str:
    """The words of `key` in `language`. A Text in `fill` is put into the same language."""
    words = {n: v.in_language(language) if isinstance(v, Text) else v for n, v in fill.items()}
    return WORDS[key].in_language(language).format(**words)


def worded(key: str, **fill: object) -> Text:
    """The words of `key` in all languages."""
    return Text(*(say(key, language, **fill) for language in LANGUAGES))
