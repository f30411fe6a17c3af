"""What the commands say, by key, in three languages. Braces are filled with otseula's own words
and numbers only, never with anything that was typed."""

from __future__ import annotations

from otseula.text import LANGUAGES, Text

WORDS: dict[str, Text] = {
    # --- usage
    "usage_error": Text(
        "Komentoa ei ymmärretty.", "Kommandot kunde inte tolkas.", "The command was not understood."
    ),
    "unknown_option": Text("Tuntematon valitsin.", "Okänt alternativ.", "There is no such option."),
    "unknown_command": Text(
        "Tuntematon komento. Komennot: {commands}.",
        "Okänt kommando. Kommandon: {commands}.",
        "There is no such command. The commands: {commands}.",
    ),
    "no_command": Text(
        "Anna komento. Komennot: {commands}.",
        "Ange ett kommando. Kommandon: {commands}.",
        "Give a command. The commands: {commands}.",
    ),
    "did_you_mean": Text("Tarkoititko {name}?", "Menade du {name}?", "Did you mean {name}?"),
    "option_usage": Text(
        "Valitsin {name}: arvo puuttuu tai arvoa ei kuulu antaa.",
        "Alternativet {name}: värdet saknas, eller ska inte anges.",
        "The option {name}: its value is missing, or it takes none.",
    ),
    "too_many_arguments": Text(
        "Komennolle annettiin liikaa sanoja. Tiedostonimi, jossa on välilyönti, kuuluu "
        "lainausmerkkeihin.",
        "Kommandot fick för många ord. Ett filnamn med mellanslag skrivs inom citattecken.",
        "The command was given too many words. A file name with a space belongs in quotes.",
    ),
    "missing_argument": Text(
        "Komennosta puuttuu: {name}.", "Kommandot saknar: {name}.", "The command lacks: {name}."
    ),
    "see_help": Text("Ohje: {command} --help", "Hjälp: {command} --help", "Help: {command} --help"),
    "bad_choice": Text(
        "Valitsimen {option} arvo ei kelpaa. Sallitut: {allowed}.",
        "Värdet för {option} duger inte. Tillåtna: {allowed}.",
        "The value of {option} will not do. Allowed: {allowed}.",
    ),
    "bad_argument": Text(
        "Tämä sana ei kelpaa tähän. Sallitut: {allowed}.",
        "Ordet duger inte här. Tillåtna: {allowed}.",
        "That word will not do here. Allowed: {allowed}.",
    ),
    "bad_day": Text(
        "Valitsimen --as-of arvo ei ole päivä. Kirjoita vvvv-kk-pp, esimerkiksi 2026-12-01.",
        "Värdet för --as-of är inte en dag. Skriv åååå-mm-dd, till exempel 2026-12-01.",
        "The value of --as-of is not a day. Write yyyy-mm-dd, for example 2026-12-01.",
    ),
    "conflict": Text(
        "{first} ja {second} eivät käy yhdessä. {why}",
        "{first} och {second} går inte ihop. {why}",
        "{first} and {second} do not go together. {why}",
    ),
    "only_with": Text(
        "Valitsin {option} käy vain yhdessä valitsimen {other} kanssa.",
        "Alternativet {option} går bara ihop med {other}.",
        "The option {option} goes only with {other}.",
    ),
    "bad_percent": Text(
        "Valitsimen {option} arvo on kokonaisluku 0–100.",
        "Värdet för {option} är ett heltal 0–100.",
        "The value of {option} is a whole number from 0 to 100.",
    ),
    "accept_interactive": Text(
        "--accept kysyy ihmiseltä: käytä sitä päätteessä, ei putkessa eikä ajastettuna.",
        "--accept frågar en människa: använd det i en terminal, inte i ett rör eller schemalagt.",
        "--accept asks a person: use it at a terminal, not in a pipe or a scheduled job.",
    ),
    "accept_target": Text(
        "Valitsimen --accept tiedostoon ei voi kirjoittaa. Anna uusi tiedosto .yaml tai tiedosto, "
        "joka päättyy listaan vignettes, kukin tapaus omalla rivillään.",
        "Filen för --accept går inte att skriva i. Ange en ny fil .yaml eller en fil som slutar "
        "med listan vignettes, varje fall på egna rader.",
        "The file of --accept cannot be written. Give a new file .yaml, or one that ends in the "
        "list vignettes with each vignette on lines of its own.",
    ),
    "why_accept_talks": Text(
        "--accept puhuu ihmiselle.",
        "--accept talar till en människa.",
        "--accept talks to a person.",
    ),
    "why_json": Text(
        "--json on sama kuin --format json.",
        "--json är detsamma som --format json.",
        "--json is the same as --format json.",
    ),
    "why_replay": Text(
        "--replay seuloo uudelleen tallenteen omat vastaukset sen omalla päivällä.",
        "--replay sållar på nytt registreringens egna svar, med dess egen dag.",
        "--replay screens the record's own answers again, as of its own day.",
    ),
    "why_full": Text(
        "--full koskee vain kyselyä; lisää --ask.",
        "--full gäller bara frågeformuläret; lägg till --ask.",
        "--full is for the questionnaire only; add --ask.",
    ),
    "why_answers": Text(
        "--answers sopii vain tapauksen (case) skeemaan.",
        "--answers passar bara schemat för ett fall (case).",
        "--answers goes only with the schema of a case.",
    ),
    "why_stdin": Text(
        "Kysely lukee vastaukset samasta syötteestä; anna tapaus tiedostona.",
        "Formuläret läser svaren från samma källa; ange fallet som en fil.",
        "The questionnaire reads its answers from the same input; give the case as a file.",
    ),
    "why_same_file": Text(
        "Ne kirjoittavat eri asioita; anna kaksi eri tiedostoa.",
        "De skriver olika saker; ange två olika filer.",
        "They write different things; give two different files.",
    ),
    "not_a_terminal": Text(
        "Kysely tarvitsee päätteen, eikä syöte ole pääte. Anna tapaus tiedostona "
        "(otseula screen tapaus.yaml) tai syötteenä (otseula screen -).",
        "Formuläret behöver en terminal, och indata är ingen terminal. Ange fallet som en fil "
        "(otseula screen fall.yaml) eller som indata (otseula screen -).",
        "The questionnaire needs a terminal, and the input is none. Give the case as a file "
        "(otseula screen case.yaml) or on the input (otseula screen -).",
    ),
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
    "saved_schema": Text(
        "Skeema on kirjoitettu tiedostoon.",
        "Schemat har skrivits till filen.",
        "The schema is written to the file.",
    ),
    # --- how it ends
    "interrupted": Text("Keskeytetty.", "Avbrutet.", "Interrupted."),
    "broken": Text(
        "OT-seulassa on vika (kohdassa {where}). Tulosta ei annettu. Vika ei ole vastauksissasi.",
        "Det finns ett fel i OT-sållet (vid {where}). Inget resultat gavs. Felet ligger inte i "
        "dina svar.",
        "There is a fault in OT-seula (at {where}). No result was given. Your answers are not at "
        "fault.",
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
    "id": Text("tunnus", "beteckning", "id"),
    "type": Text("tyyppi", "typ", "type"),
    "applies_when": Text("kysytään, kun", "frågas när", "asked when"),
    "always_ask": Text(
        "kysytään aina kaikilta", "ställs alltid till alla", "always asked of everyone"
    ),
    "boolean": Text("kyllä tai ei", "ja eller nej", "yes or no"),
    "choice": Text("yksi vaihtoehto", "ett alternativ", "one option"),
    "choices": Text("monta vaihtoehtoa", "flera alternativ", "several options"),
    "integer": Text("kokonaisluku", "heltal", "whole number"),
    "other_theme": Text("Muut", "Övriga", "Others"),
    "all": Text("kaikki", "alla", "all"),
    "any": Text("jokin", "någon", "any"),
    "not": Text("ei", "inte", "not"),
    "at_least_of": Text("vähintään {count}", "minst {count}", "at least {count}"),
    "known": Text("{name} on tiedossa", "{name} är känt", "{name} is known"),
    # --- check and test
    "check_clean": Text("Ei huomautettavaa.", "Inget att anmärka.", "Nothing to report."),
    "check_count": Text("Löydöksiä: {count}", "Fynd: {count}", "Findings: {count}"),
    "warning_mark": Text("(varoitus) ", "(varning) ", "(warning) "),
    "fix_count": Text("Korjattu: {count}", "Rättat: {count}", "Mended: {count}"),
    "fix_would": Text(
        "Korjattaisiin: {count}. Löydöksiä jäisi: {remaining}. Mitään ei muutettu.",
        "Skulle rättas: {count}. Fynd som skulle återstå: {remaining}. Inget ändrades.",
        "Would be mended: {count}. Findings that would remain: {remaining}. Nothing was changed.",
    ),
    "fix_bundled": Text(
        "Valmista sääntökantaa ei korjata: se on osa asennettua ohjelmaa. Anna hakemisto, jossa "
        "omat sääntösi ovat.",
        "Den färdiga regelbasen rättas inte: den är en del av det installerade programmet. Ange "
        "katalogen där dina egna regler finns.",
        "The bundled rule base is not mended: it is part of the installed program. Give the "
        "directory that holds your own rules.",
    ),
    "fix_linked": Text(
        "jätettiin ennalleen: se on linkki toisaalle. Korjaa tiedosto siellä, missä se on.",
        "lämnades orörd: den är en länk till en annan plats. Rätta filen där den finns.",
        "left alone: it is a link to another place. Mend the file where it is.",
    ),
    "fix_not_proved": Text(
        "jätettiin ennalleen: ei voitu osoittaa, että ehdot pysyisivät samoina. Korjaa käsin.",
        "lämnades orörd: det gick inte att visa att villkoren skulle förbli desamma. Rätta för "
        "hand.",
        "left alone: it could not be proved that the conditions would stay the same. Mend it by "
        "hand.",
    ),
    "fix_changed_meanwhile": Text(
        "jätettiin ennalleen: tiedosto muuttui tarkistuksen aikana. Suorita komento uudelleen.",
        "lämnades orörd: filen ändrades under kontrollen. Kör kommandot igen.",
        "left alone: the file changed during the check. Run the command again.",
    ),
    "fix_unwritable": Text(
        "jätettiin ennalleen: siihen ei voi kirjoittaa.",
        "lämnades orörd: det går inte att skriva i den.",
        "left alone: it cannot be written.",
    ),
    "why_diff": Text(
        "muutokset näytetään vain tekstinä",
        "ändringarna visas endast som text",
        "changes are shown as text only",
    ),
    "unknown_code": Text(
        "Tällaista koodia ei ole. Koodit: {codes}.",
        "Koden finns inte. Koder: {codes}.",
        "There is no such code. The codes: {codes}.",
    ),
    "no_vignettes": Text(
        "Esimerkkitapauksia ei löytynyt. Lisää sääntökantaan lista vignettes.",
        "Inga exempelfall hittades. Lägg till listan vignettes i regelbasen.",
        "No vignettes were found. Add the list vignettes to the rule base.",
    ),
    "path_not_found": Text(
        "Polkua ({position}. annettu) ei löydy, tai se ei ole YAML-tiedosto eikä hakemisto.",
        "Sökvägen (nummer {position} av de angivna) finns inte, eller är varken en YAML-fil "
        "eller en katalog.",
        "The path (number {position} of those given) does not exist, or is neither a YAML file "
        "nor a directory.",
    ),
}


def say(key: str, language: str, **fill: object) -> str:
    """The words of `key` in `language`. A Text in `fill` is put into the same language."""
    words = {n: v.in_language(language) if isinstance(v, Text) else v for n, v in fill.items()}
    return WORDS[key].in_language(language).format(**words)


def worded(key: str, **fill: object) -> Text:
    """The words of `key` in all languages."""
    return Text(*(say(key, language, **fill) for language in LANGUAGES))
