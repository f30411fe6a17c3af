"""Words of conditions. `{…}` before the dash is the text of a question, which stays as it is
asked; after it stands what must be answered."""

from __future__ import annotations

from otseula.text import Text

CONDITIONS: dict[str, Text] = {
    # --- parts
    "all": Text("Kaikki nämä:", "Alla dessa:", "All of these:"),
    "any": Text("Ainakin yksi näistä:", "Minst ett av dessa:", "At least one of these:"),
    "none": Text("Ei mikään näistä:", "Inget av dessa:", "None of these:"),
    "of": Text(
        "Vähintään {count} näistä:", "Minst {count} av dessa:", "At least {count} of these:"
    ),
    "not": Text("Tämä ei täyty:", "Detta uppfylls inte:", "This is not met:"),
    "situations_all": Text(
        "Kaikki vaativat tilanteet täyttyvät",
        "Alla krävande situationer uppfylls",
        "Every demanding situation is met",
    ),
    "situations_any": Text(
        "Ainakin yksi vaativa tilanne täyttyy",
        "Minst en krävande situation uppfylls",
        "At least one demanding situation is met",
    ),
    "situations_none": Text(
        "Yksikään vaativa tilanne ei täyty",
        "Ingen krävande situation uppfylls",
        "No demanding situation is met",
    ),
    "situations_of": Text(
        "Vähintään {count} vaativista tilanteista täyttyy",
        "Minst {count} av de krävande situationerna uppfylls",
        "At least {count} of the demanding situations must be met",
    ),
    # --- names
    "name_criteria": Text("Kriteeri täyttyy: ", "Kriteriet uppfylls: ", "The criterion is met: "),
    "name_situations": Text(
        "Vaativa tilanne täyttyy: ",
        "Den krävande situationen uppfylls: ",
        "The demanding situation is met: ",
    ),
    "name_rules": Text("Sääntö täyttyy: ", "Regeln uppfylls: ", "The rule is met: "),
    "unnamed_criteria": Text(
        "Kriteeri ei täyty: ", "Kriteriet uppfylls inte: ", "The criterion is not met: "
    ),
    "unnamed_situations": Text(
        "Vaativa tilanne ei täyty: ",
        "Den krävande situationen uppfylls inte: ",
        "The demanding situation is not met: ",
    ),
    "unnamed_rules": Text("Sääntö ei täyty: ", "Regeln uppfylls inte: ", "The rule is not met: "),
    # --- what must be answered
    "dash": Text(" – ", " – ", " – "),
    "yes": Text("kyllä", "ja", "yes"),
    "no": Text("ei", "nej", "no"),
    "dont_know": Text("ei tiedossa", "inte känt", "not known"),
    "or": Text(" tai ", " eller ", " or "),
    "is": Text("tasan ", "exakt ", "exactly "),
    "at_least": Text("vähintään ", "minst ", "at least "),
    "at_most": Text("enintään ", "högst ", "at most "),
    "between": Text(
        "vähintään {low} ja enintään {high}",
        "minst {low} och högst {high}",
        "at least {low} and at most {high}",
    ),
    "includes": Text("on merkitty: ", "har markerats: ", "is marked: "),
    "includes_each": Text(
        "on merkitty (jokainen näistä lasketaan erikseen):",
        "har markerats (vart och ett av dessa räknas för sig):",
        "is marked (each of these counts on its own):",
    ),
    "includes_any": Text(
        "on merkitty ainakin yksi näistä:",
        "minst ett av dessa har markerats:",
        "at least one of these is marked:",
    ),
    "includes_all": Text(
        "on merkitty kaikki nämä:", "alla dessa har markerats:", "all of these are marked:"
    ),
    "known": Text(
        "on vastattu muuta kuin ”ei tiedossa”",
        "har besvarats med något annat än ”inte känt”",
        "is answered with something other than “not known”",
    ),
    "parameter_note": Text(
        " (muutettava luku: ", " (ett tal som kan ändras: ", " (a number that can be changed: "
    ),
    # --- numbers of parts
    "one": Text("yksi", "en", "one"),
    "two": Text("kaksi", "två", "two"),
    "three": Text("kolme", "tre", "three"),
    "four": Text("neljä", "fyra", "four"),
    "five": Text("viisi", "fem", "five"),
    "six": Text("kuusi", "sex", "six"),
    "seven": Text("seitsemän", "sju", "seven"),
    "eight": Text("kahdeksan", "åtta", "eight"),
    "nine": Text("yhdeksän", "nio", "nine"),
    "ten": Text("kymmenen", "tio", "ten"),
}
