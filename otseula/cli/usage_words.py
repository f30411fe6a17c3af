"""What is said of a command that cannot be carried out as it was given."""

from __future__ import annotations

from otseula.text import Text

USAGE: dict[str, Text] = {
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
        "joka päättyy luetteloon vignettes, kukin tapaus omilla riveillään.",
        "Filen för --accept går inte att skriva i. Ange en ny fil .yaml eller en fil som slutar "
        "med listan vignettes, varje fall på egna rader.",
        "The file of --accept cannot be written. Give a new .yaml file, or one that ends in the "
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
    "why_questionnaire": Text(
        "Kysymyslomakkeessa ei ole muutoksia.",
        "Frågeformuläret innehåller inga ändringar.",
        "The questionnaire alone holds no changes.",
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
        "The questionnaire needs a terminal, and the input is not one. Give the case as a file "
        "(otseula screen case.yaml) or on the input (otseula screen -).",
    ),
}
