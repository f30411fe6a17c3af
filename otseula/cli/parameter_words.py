"""What `--help` says that each argument and option means: by `command.name`, or by name where
commands share it."""

from __future__ import annotations

from otseula.text import Text

_CASE_DAY = Text(
    "päivä, jonka säännöillä seulotaan (vvvv-kk-pp; oletus tapauksen oma, muuten tänään)",
    "den dag vars regler används (åååå-mm-dd; om inget anges fallets egen, annars i dag)",
    "the day whose rules are used (yyyy-mm-dd; unless given, the case's own, else today)",
)

PARAMETERS = {
    "help": Text("näytä tämä ohje", "visa den här hjälpen", "show this help"),
    "lang": Text("kieli (oletus fi)", "språk (fi om inget anges)", "language (fi unless given)"),
    "version": Text("näytä versio", "visa versionen", "show the version"),
    "rules": Text(
        "sääntökannan hakemisto; voi toistaa, myöhempi täydentää aiempaa; sana bundled on mukana "
        "tuleva sääntökanta",
        "regelbasens katalog; kan upprepas, en senare kompletterar en tidigare; ordet bundled är "
        "den medföljande regelbasen",
        "rule base directory; may be repeated, a later one over an earlier; the word bundled is "
        "the one that comes with otseula",
    ),
    "as_of": Text(
        "päivä, jonka säännöillä seulotaan (vvvv-kk-pp; oletus tänään)",
        "den dag vars regler används (åååå-mm-dd; i dag om inget anges)",
        "the day whose rules are used (yyyy-mm-dd; today unless given)",
    ),
    "screen.as_of": _CASE_DAY,
    "explain.as_of": _CASE_DAY,
    "json_": Text("tulosta JSON", "skriv ut JSON", "print JSON"),
    "screen.case": Text(
        "tapaus: YAML- tai JSON-tiedosto; - on syöte; ilman tätä kysely",
        "fallet: en YAML- eller JSON-fil; - är indata; utan detta frågeformuläret",
        "the case: a YAML or JSON file; - is the input; without it, the questionnaire",
    ),
    "screen.ask": Text(
        "kysy, mitä tapauksesta puuttuu",
        "fråga om det som saknas i fallet",
        "ask what the case lacks",
    ),
    "screen.save": Text(
        "tallenna vastaukset (ei tulosta) uuteen tiedostoon; jatka sitä valitsimella --ask",
        "spara svaren (inte resultatet) i en ny fil; fortsätt den med --ask",
        "keep the answers (not the result) in a new file; go on from it with --ask",
    ),
    "screen.json_": Text(
        "sama kuin --format json", "detsamma som --format json", "the same as --format json"
    ),
    "screen.format": Text("tuloksen muoto", "resultatets format", "format of the result"),
    "screen.output": Text(
        "kirjoita tulos uuteen tiedostoon",
        "skriv resultatet i en ny fil",
        "write the result to a new file",
    ),
    "screen.long": Text(
        "näytä kaikki perustelut", "visa alla motiveringar", "show all the reasons"
    ),
    "screen.record": Text(
        "tee tallenne: vastaukset, tulos ja sääntöjen tiivisteet uuteen tiedostoon",
        "spara en registrering: svaren, resultatet och reglernas hash i en ny fil",
        "make a record: answers, result and the hashes of the rules, in a new file",
    ),
    "screen.replay": Text(
        "seulo tallenne uudelleen; jos tulos on eri, loppukoodi on 1",
        "sålla en registrering på nytt; en skillnad ger slutkoden 1",
        "screen a record again; a difference gives exit code 1",
    ),
    "screen.full": Text(
        "kysy kaikki, myös se, mikä ei enää voi muuttaa tulosta",
        "fråga om allt, också det som inte längre kan ändra resultatet",
        "ask everything, also what can no longer change the result",
    ),
    "screen.plain": Text(
        "ei värejä eikä kehyksiä (myös ACCESSIBLE=1)",
        "inga färger eller ramar (även ACCESSIBLE=1)",
        "no colour and no boxes (also ACCESSIBLE=1)",
    ),
    "explain.case": Text(
        "tapaus: YAML- tai JSON-tiedosto; - on syöte",
        "fallet: en YAML- eller JSON-fil; - är indata",
        "the case: a YAML or JSON file; - is the input",
    ),
    "explain.node": Text(
        "yhden kohdan tunnus: toimi, velvollisuus, tilanne, kriteeri, sääntö, taso ...; ilman tätä "
        "kaikki, mikä pätee tai on auki",
        "id för en punkt: åtgärd, skyldighet, situation, kriterium, regel, nivå ...; utan detta "
        "allt som gäller eller är öppet",
        "the id of one item: action, duty, situation, criterion, rule, level ...; without it, all "
        "that applies or is open",
    ),
    "explain.json_": Text(
        "sama kuin --format json", "detsamma som --format json", "the same as --format json"
    ),
    "explain.output": Text(
        "kirjoita perustelut uuteen tiedostoon",
        "skriv motiveringen i en ny fil",
        "write the reasons to a new file",
    ),
    "explain.plain": Text(
        "ei värejä eikä kehyksiä (myös ACCESSIBLE=1)",
        "inga färger eller ramar (även ACCESSIBLE=1)",
        "no colour and no boxes (also ACCESSIBLE=1)",
    ),
    "schema.kind": Text("mikä skeema", "vilket schema", "which schema"),
    "schema.answers": Text(
        "vain vastaukset: se, minkä kirjaston screen() ottaa",
        "endast svaren: det som bibliotekets screen() tar",
        "only the answers: what the library's screen() takes",
    ),
    "schema.output": Text(
        "kirjoita skeema tiedostoon, myös aiemman skeeman päälle",
        "skriv schemat i en fil, också över ett tidigare schema",
        "write the schema to a file, also over an earlier one",
    ),
    "schema.rules": Text(
        "sääntökannan hakemisto; rulebase-skeema tuntee silloin sen nimet",
        "regelbasens katalog; rulebase-schemat känner då dess namn",
        "directory of a rule base; the rulebase schema then knows its names",
    ),
    "check.directories": Text(
        "sääntökannan hakemistot, myöhempi aiemman päälle; oletus bundled",
        "regelbasens kataloger, en senare över en tidigare; bundled om inget anges",
        "rule base directories, a later one over an earlier; bundled unless given",
    ),
    "format": Text("tulosteen muoto", "utskriftens format", "format of the output"),
    "check.explain": Text(
        "kerro, mitä koodi tarkoittaa", "förklara en kod", "tell what a code means"
    ),
    "check.strict": Text(
        "varoituskin on virhe: loppukoodi 1",
        "också en varning är ett fel: slutkod 1",
        "a warning is an error too: exit code 1",
    ),
    "check.fix": Text(
        "korjaa paikallaan sen, minkä voi korjata minkään merkityksen muuttumatta",
        "rätta på plats det som kan rättas utan att någon betydelse ändras",
        "mend in place what can be mended without changing what anything means",
    ),
    "check.diff": Text(
        "näytä, mitä --fix muuttaisi; mitään ei kirjoiteta",
        "visa vad --fix skulle ändra; inget skrivs",
        "show what --fix would change; nothing is written",
    ),
    "plan.directories": Text(
        "sääntökannan hakemistot, myöhempi aiemman päälle; oletus bundled",
        "regelbasens kataloger, en senare över en tidigare; bundled om inget anges",
        "rule base directories, a later one over an earlier; bundled unless given",
    ),
    "plan.against": Text(
        "sääntökanta ennen muokkausta: hakemisto tai bundled; voi toistaa kuten DIR",
        "regelbasen före ändringen: en katalog eller bundled; kan upprepas som DIR",
        "the rule base before the edit: a directory or bundled; may be repeated as DIR is",
    ),
    "plan.draws": Text(
        "montako vastaajaa keksitään (oletus 50); useampi on tarkempi ja hitaampi",
        "hur många svarande som hittas på (50 om inget anges); fler är noggrannare men långsammare",
        "how many respondents are drawn (50 unless given); more is more exact, and slower",
    ),
    "plan.seed": Text(
        "arvonnan siemen (oletus 0); sama siemen antaa saman tuloksen",
        "slumpfrö (0 om inget anges); samma frö ger samma resultat",
        "seed of the draw (0 unless given); the same seed gives the same result",
    ),
    "plan.as_of": Text(
        "päivä, jonka kysymyksillä kysytään (vvvv-kk-pp; oletus tänään)",
        "den dag vars frågor ställs (åååå-mm-dd; i dag om inget anges)",
        "the day whose questions are asked (yyyy-mm-dd; today unless given)",
    ),
    "diff.old": Text(
        "sääntökanta ennen: hakemisto, bundled tai git-versio REV tai REV:polku",
        "regelbasen före: en katalog, bundled eller en git-version REV eller REV:sökväg",
        "the rule base before: a directory, bundled, or a git revision REV or REV:path",
    ),
    "diff.new": Text(
        "sääntökanta nyt, samoin", "regelbasen nu, likaså", "the rule base now, likewise"
    ),
    "diff.cases": Text(
        "tapauksia, joiden tulosta verrataan: tiedosto tai hakemisto (YAML tai JSON)",
        "fall vars resultat jämförs: en fil eller katalog (YAML eller JSON)",
        "cases whose results are compared: a file or directory (YAML or JSON)",
    ),
    "diff.draws": Text(
        "montako vastaajaa keksitään kyselyn pituutta varten (oletus 5; 0 jättää sen pois)",
        "hur många svarande som hittas på för formulärets längd (5 om inget anges; 0 utelämnar)",
        "how many respondents are drawn for the length of the questionnaire (5 unless given; 0 "
        "leaves it out)",
    ),
    "diff.as_of": Text(
        "päivä, jonka sääntöjä verrataan (vvvv-kk-pp; oletus tänään)",
        "den dag vars regler jämförs (åååå-mm-dd; i dag om inget anges)",
        "the day whose rules are compared (yyyy-mm-dd; today unless given)",
    ),
    "handbook.as_of": Text(
        "päivä, jonka säännöt kirjoitetaan (vvvv-kk-pp; oletus tänään)",
        "den dag vars regler skrivs ut (åååå-mm-dd; i dag om inget anges)",
        "the day whose rules are written down (yyyy-mm-dd; today unless given)",
    ),
    "handbook.output": Text(
        "kirjoita asiakirja uuteen tiedostoon",
        "skriv dokumentet i en ny fil",
        "write the document to a new file",
    ),
    "handbook.questionnaire": Text(
        "vain kysymyslomake, tulostettavaksi",
        "bara frågeformuläret, för utskrift",
        "only the questionnaire, to print",
    ),
    "handbook.since": Text(
        "kerro myös, mitä on muuttunut tästä: hakemisto, bundled tai git-versio REV tai REV:polku",
        "berätta också vad som har ändrats sedan denna: en katalog, bundled eller en git-version "
        "REV eller REV:sökväg",
        "tell also what has changed since this: a directory, bundled, or a git revision REV or "
        "REV:path",
    ),
    "test.paths": Text(
        "sääntökannan hakemistot tai esimerkkitapauksia sisältävät YAML-tiedostot; oletus bundled",
        "regelbasens kataloger eller YAML-filer med exempelfall; bundled om inget anges",
        "rule base directories, or YAML files with vignettes; bundled unless given",
    ),
    "test.coverage": Text(
        "luettelee ehtojen osat, joita mikään esimerkkitapaus ei osoita yksin ratkaiseviksi",
        "räknar upp de delar av villkoren om vilka inget exempelfall visar att de ensamma avgör",
        "lists the parts of conditions that no vignette shows to matter alone",
    ),
    "test.mutants": Text(
        "kertoo, mitä ehtojen pieniä muutoksia yksikään esimerkkitapaus ei huomaa",
        "visar vilka små ändringar av villkoren som inget exempelfall upptäcker",
        "tells which small changes of the conditions no vignette notices",
    ),
    "test.origin": Text(
        "vain tätä alkuperää olevat tapaukset ratkaisevat, mikä jää huomaamatta; voi toistaa",
        "bara fall av detta ursprung avgör vad som inte upptäcks; kan upprepas",
        "only vignettes of this origin decide what goes unnoticed; may be repeated",
    ),
    "test.min_killed": Text(
        "loppukoodi 1 vain, jos muutoksista huomataan pienempi osuus kuin tämä (0–100)",
        "slutkod 1 bara om en mindre andel än denna av ändringarna upptäcks (0–100)",
        "exit code 1 only where a smaller share of the changes than this is noticed (0–100)",
    ),
    "test.accept": Text(
        "kysyy avoimet kysymykset asiantuntijalta ja kirjoittaa vastaukset tapauksiksi tiedostoon",
        "ställer de öppna frågorna till en expert och skriver svaren som fall i filen",
        "puts the open questions to an expert and writes the answers into the file as vignettes",
    ),
    "test.plain": Text(
        "ilman värejä, kun kysytään",
        "utan färger när det frågas",
        "without colours where something is asked",
    ),
}
