"""The words of `--help`: what each command does, by its name; "" is otseula itself."""

from __future__ import annotations

from otseula.text import Text

HEADINGS = {
    "usage": Text("Käyttö", "Användning", "Usage"),
    "commands": Text("Komennot", "Kommandon", "Commands"),
    "words": Text("Mitä annetaan", "Vad som anges", "What is given"),
    "options": Text("Valitsimet", "Alternativ", "Options"),
}

ABOUT = {
    "": Text(
        "OT-seula auttaa ammattilaista arvioimaan, kuuluuko lapsen, nuoren tai perheen tilanne "
        "osaamis- ja tukikeskukselle (OT-keskus) ja mitä on tehtävä ensin. Se ehdottaa; ihminen "
        "päättää. Hätätilanteessa soita 112.",
        "OT-sållet hjälper en yrkesperson att bedöma om ett barns, en ung persons eller en familjs "
        "situation hör till kompetens- och stödcentret (OT-centret) och vad som måste göras först. "
        "Det föreslår; en människa beslutar. Ring 112 i en nödsituation.",
        "OT-seula helps a professional to judge whether the situation of a child, young person or "
        "family belongs to the centre of expertise and support (OT centre), and what must be done "
        "first. It proposes; a person decides. In an emergency call 112.",
    ),
    "screen": Text(
        "Seuloo tapauksen: kyselynä, tiedostosta tai syötteestä. Asiakkaasta ei anneta nimiä, "
        "henkilötunnuksia, yhteystietoja, syntymäaikoja eikä diagnooseja.",
        "Sållar ett fall: som frågeformulär, ur en fil eller från indata. Om klienten anges inga "
        "namn, personbeteckningar, kontaktuppgifter, födelsedatum eller diagnoser.",
        "Screens a case: as a questionnaire, from a file or from the input. Of the client no "
        "names, personal identity codes, contact details, birth dates or diagnoses are given.",
    ),
    "explain": Text(
        "Perustelee tapauksen tuloksen: mistä vastauksista se seuraa, miksi jokin ei päde, mitä "
        "puuttuu, mikä muuttaisi sen ja kuinka vakaa suositus on.",
        "Motiverar ett falls resultat: vilka svar det följer av, varför något inte gäller, vad som "
        "saknas, vad som skulle ändra det och hur fast rekommendationen står.",
        "Gives the reasons of a case's result: the answers it follows from, why something does not "
        "apply, what is missing, what would change it and how firm the recommendation is.",
    ),
    "questions": Text(
        "Näyttää kysymykset teemoittain.",
        "Visar frågorna efter tema.",
        "Lists the questions by theme.",
    ),
    "schema": Text(
        "Tulostaa JSON-skeeman: tapaus (case), sääntökanta (rulebase), tulos (recommendation) tai "
        "perustelut (explanation).",
        "Skriver ut ett JSON-schema: fall (case), regelbas (rulebase), resultat (recommendation) "
        "eller motivering (explanation).",
        "Prints the JSON Schema of a case, a rulebase, a recommendation or an explanation.",
    ),
    "check": Text(
        "Tarkistaa sääntökannan ja kertoo jokaisesta virheestä koodin, paikan ja korjauksen.",
        "Kontrollerar en regelbas och anger kod, plats och rättelse för varje fel.",
        "Checks a rule base and tells the code, place and remedy of each error.",
    ),
    "test": Text(
        "Ajaa sääntökannan esimerkkitapaukset ja vertaa tuloksia odotettuihin.",
        "Kör regelbasens exempelfall och jämför resultaten med de väntade.",
        "Runs the vignettes of a rule base and compares the results with those expected.",
    ),
    "diff": Text(
        "Kertoo, mitä muokkaus muuttaa: mikä pysyy samana kaikissa mahdollisissa tapauksissa ja "
        "mikä muuttuu, sekä näyttää tapauksen, josta sen näkee. Loppukoodi 1, jos jokin muuttuu.",
        "Anger vad en ändring ändrar: vad som förblir lika i alla möjliga fall, vad som ändras och "
        "ett fall som visar det. Slutkod 1 om något ändras.",
        "Tells what an edit changes: what stays the same in every possible case, what changes, and "
        "a case that shows it. Exit code 1 where anything changes.",
    ),
    "plan": Text(
        "Kertoo, montako kysymystä sääntökanta kysyy: keskimäärin ja enimmillään, tilanteittain "
        "ja kaikkiaan, ja mitä muokkaus siitä muuttaa.",
        "Anger hur många frågor en regelbas ställer: i medeltal och som mest, per situation och "
        "totalt, och vad en ändring gör med det.",
        "Tells how many questions a rule base asks: expected and at worst, per situation and in "
        "all, and what an edit changes of that.",
    ),
    "handbook": Text(
        "Kirjoittaa sääntökannan asiakirjaksi ihmisille: tilanteet, kriteerit, säännöt, mitä "
        "niistä seuraa, lähteet ja koko kysymyslomake.",
        "Skriver regelbasen som ett dokument för människor: situationer, kriterier, regler, vad "
        "som följer, källor och hela frågeformuläret.",
        "Writes the rule base as a document for people: situations, criteria, rules, what follows, "
        "sources and the whole questionnaire.",
    ),
}
