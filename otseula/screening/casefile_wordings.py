"""What a refused case file is told, by code, in three languages. The words of the file's faults
are its own: `otseula check` speaks of rule files to experts, this of a case to a professional."""

from __future__ import annotations

from otseula.screening.case_wordings import Wording
from otseula.text import Text

_CASE_FILE = Text(
    "Tapauksessa voi olla kohdat answers (pakollinen), judgement ja as_of.",
    "Ett fall kan ha delarna answers (obligatorisk), judgement och as_of.",
    "A case may hold answers (required), judgement and as_of.",
)

CASEFILE_WORDINGS: dict[str, Wording] = {
    # --- a record to be replayed
    "not-a-record": Wording(
        Text(
            "Tiedosto ei ole OT-seulan tallenne.",
            "Filen är inte en registrering från OT-sållet.",
            "The file is not a record of OT-seula.",
        ),
        Text(
            "Anna tiedosto, jonka komento screen --record on kirjoittanut.",
            "Ange en fil som kommandot screen --record har skrivit.",
            "Give a file that screen --record has written.",
        ),
    ),
    # --- the file
    "file-unreadable": Wording(
        Text(
            "Tapaustiedostoa ei voitu lukea.",
            "Fallfilen kunde inte läsas.",
            "The case file could not be read.",
        ),
        Text(
            "Tarkista, että tiedosto on olemassa ja että sinulla on oikeus lukea se.",
            "Kontrollera att filen finns och att du har rätt att läsa den.",
            "Check that the file exists and that you may read it.",
        ),
    ),
    "file-is-a-directory": Wording(
        Text(
            "Tapaustiedoston paikalla on hakemisto.",
            "I stället för en fallfil angavs en katalog.",
            "A directory was given in place of a case file.",
        ),
        Text("Anna yksi tiedosto.", "Ange en fil.", "Give one file."),
    ),
    "case-not-a-mapping": Wording(
        Text(
            "Tapaus ei ole luettelo, jossa on kohta answers.",
            "Fallet är inte en förteckning med delen answers.",
            "The case is not a mapping that holds answers.",
        ),
        _CASE_FILE,
    ),
    "answers-missing": Wording(
        Text(
            "Tapauksesta puuttuu kohta answers.",
            "Fallet saknar delen answers.",
            "The case has no answers.",
        ),
        _CASE_FILE,
    ),
    "case-unknown-key": Wording(
        Text(
            "Tapauksen kohta {position} on tuntematon.",
            "Post {position} i fallet är okänd.",
            "Entry {position} of the case is not known.",
        ),
        _CASE_FILE,
    ),
    "as-of-not-a-day": Wording(
        Text(
            "Kohta as_of ei ole päivä.",
            "Delen as_of är inte en dag.",
            "as_of is not a day.",
        ),
        Text(
            "Kirjoita päivä, jonka säännöillä seulotaan, muodossa vvvv-kk-pp, esimerkiksi "
            "2026-12-01.",
            "Skriv den dag vars regler ska användas i formen åååå-mm-dd, till exempel 2026-12-01.",
            "Write the day whose rules are used as yyyy-mm-dd, for example 2026-12-01.",
        ),
    ),
    # --- what the reader found (otseula.rulebase.reader.FAULT_KINDS)
    "file-too-large": Wording(
        Text(
            "Tapaustiedosto on liian suuri.",
            "Fallfilen är för stor.",
            "The case file is too large.",
        ),
        Text(
            "Tapaus on muutama kymmenen riviä; tiedosto saa olla enintään 2 Mt.",
            "Ett fall är några tiotal rader; filen får vara högst 2 MB.",
            "A case is some tens of lines; the file may be 2 MB at most.",
        ),
    ),
    "file-not-utf8": Wording(
        Text(
            "Tapaustiedosto ei ole UTF-8-muotoista tekstiä.",
            "Fallfilen är inte text i formatet UTF-8.",
            "The case file is not UTF-8 text.",
        ),
        Text(
            "Tallenna tiedosto tekstinä, merkistönä UTF-8.",
            "Spara filen som text med teckenkodningen UTF-8.",
            "Save the file as text in UTF-8.",
        ),
    ),
    "file-control-character": Wording(
        Text(
            "Tapaustiedostossa on näkymätön ohjausmerkki.",
            "Fallfilen innehåller ett osynligt styrtecken.",
            "The case file holds an invisible control character.",
        ),
        Text(
            "Poista merkki tai kirjoita rivi uudelleen.",
            "Ta bort tecknet eller skriv om raden.",
            "Remove the character, or type the line again.",
        ),
    ),
    "file-tab": Wording(
        Text(
            "Rivillä on sarkainmerkki.",
            "Raden innehåller ett tabbtecken.",
            "The line holds a tab character.",
        ),
        Text(
            "Kirjoita sen tilalle välilyöntejä.",
            "Skriv mellanslag i stället.",
            "Write spaces instead.",
        ),
    ),
    "file-empty": Wording(
        Text("Tapaustiedosto on tyhjä.", "Fallfilen är tom.", "The case file is empty."),
        _CASE_FILE,
    ),
    "file-syntax": Wording(
        Text(
            "Tapaustiedosto ei ole tästä kohdasta kelvollista YAMLia tai JSONia.",
            "Fallfilen är inte giltig YAML eller JSON på det här stället.",
            "The case file is not valid YAML or JSON at this place.",
        ),
        Text(
            "Tarkista sisennys, kaksoispisteet, lainausmerkit ja sulut tässä ja edellisellä "
            "rivillä.",
            "Kontrollera indrag, kolon, citattecken och parenteser på den här och föregående rad.",
            "Check the indentation, colons, quotes and brackets here and on the line before.",
        ),
    ),
    "file-too-deep": Wording(
        Text(
            "Tapaustiedostossa on liian monta sisäkkäistä tasoa.",
            "Fallfilen har för många nivåer inuti varandra.",
            "The case file is nested too deeply.",
        ),
        _CASE_FILE,
    ),
    "file-too-many-nodes": Wording(
        Text(
            "Tapaustiedostossa on liian monta kohtaa.",
            "Fallfilen har för många poster.",
            "The case file holds too many entries.",
        ),
        _CASE_FILE,
    ),
    "file-duplicate-key": Wording(
        Text(
            "Sama kohta on tapaustiedostossa kahdesti.",
            "Samma post finns två gånger i fallfilen.",
            "The same entry stands twice in the case file.",
        ),
        Text("Poista toinen.", "Ange den bara en gång.", "Leave it only once."),
    ),
    "file-key-not-text": Wording(
        Text(
            "Kohdan nimi ei ole tavallista tekstiä.",
            "Postens namn är inte vanlig text.",
            "The name of an entry is not plain text.",
        ),
        Text(
            "Kirjoita nimeksi kysymyksen tunnus.",
            "Skriv frågans id som namn.",
            "Write a question's id as the name.",
        ),
    ),
    "file-yaml-feature": Wording(
        Text(
            "Tässä käytetään YAMLin piirrettä, jota tapaustiedostossa ei sallita (viittaus, "
            "yhdistäminen, tyyppimerkintä, ohjausrivi tai toinen asiakirja).",
            "Här används en egenskap i YAML som inte är tillåten i en fallfil (referens, "
            "sammanslagning, typmärke, direktiv eller ett andra dokument).",
            "This uses a feature of YAML that a case file may not use (anchor, alias, merge, tag, "
            "directive or a second document).",
        ),
        Text(
            "Kirjoita arvot sellaisinaan, yksi tapaus tiedostoa kohti. Merkeillä & * ! % alkava "
            "teksti kuuluu lainausmerkkeihin.",
            "Skriv värdena som sådana, ett fall per fil. Text som börjar med & * ! % skrivs inom "
            "citattecken.",
            "Write plain values, one case in a file. Text that begins with & * ! % goes in quotes.",
        ),
    ),
}

#: The code for each kind of fault that is not `file-` and the kind itself.
SHARED_FAULT_CODES = dict.fromkeys(
    ("merge_key", "anchor", "alias", "tag", "directive", "second_document"), "file-yaml-feature"
)
