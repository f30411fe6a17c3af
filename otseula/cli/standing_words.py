"""The words of where one is in the questionnaire and why a question is asked. What the sheet has
headings for is called what it is called there."""

from __future__ import annotations

from otseula.text import Text

#: What is settled or open, in the order of the sheet, with the kinds of goals that it holds.
PARTS: dict[str, frozenset[str]] = {
    "safety": frozenset({"safety"}),
    "duties": frozenset({"duties"}),
    "eligibility": frozenset({"eligibility"}),
    "situations": frozenset({"situations"}),
    "contacts": frozenset({"expertise", "channels", "notices"}),
}

STANDING: dict[str, Text] = {
    "settled": Text("Selvillä: {parts}.", "Klart: {parts}.", "Settled: {parts}."),
    "open": Text("Auki: {parts}.", "Öppet: {parts}.", "Open: {parts}."),
    "all_settled": Text(
        "Kaikki on jo selvillä.", "Allt är redan klart.", "Everything is settled already."
    ),
    "safety": Text("turvallisuus", "säkerhet", "safety"),
    "duties": Text("velvollisuudet", "skyldigheter", "duties"),
    "eligibility": Text("suositus", "rekommendation", "recommendation"),
    "situations": Text("tilanteet", "situationer", "situations"),
    "contacts": Text("yhteydet", "kontakter", "contacts"),
    "one_safety": Text("1 turvaava toimi", "1 skyddsåtgärd", "1 safety action"),
    "many_safety": Text("{n} turvaavaa toimea", "{n} skyddsåtgärder", "{n} safety actions"),
    "one_situations": Text("1 tilanne", "1 situation", "1 situation"),
    "many_situations": Text("{n} tilannetta", "{n} situationer", "{n} situations"),
}

WHY: dict[str, Text] = {
    "heading": Text(
        "Vastaus voi vielä vaikuttaa näihin:",
        "Svaret kan ännu påverka detta:",
        "The answer can still affect these:",
    ),
    "one_more": Text("ja 1 muu", "och 1 till", "and 1 more"),
    "more": Text("ja {n} muuta", "och {n} till", "and {n} more"),
    "or": Text(" tai ", " eller ", " or "),
    "for_others": Text(
        "Vastaus ratkaisee, mitä muuta kysytään.",
        "Svaret avgör vad annat som frågas.",
        "The answer decides what else is asked.",
    ),
    "full": Text(
        "Vastaus ei enää muuta tulosta; nyt kysytään kaikki (--full).",
        "Svaret ändrar inte längre resultatet; nu ställs alla frågor (--full).",
        "The answer no longer changes the result; everything is asked now (--full).",
    ),
    # --- one thing of each kind
    "safety": Text("Toimi ensin", "Handla först", "Act first"),
    "duties": Text("Velvollisuus", "Skyldighet", "Duty"),
    "eligibility": Text("Suositus", "Rekommendation", "Recommendation"),
    "situations": Text("Tilanne", "Situation", "Situation"),
    "expertise": Text("Asiantuntemus", "Sakkunskap", "Expertise"),
    "channels": Text("Yhteys", "Kontakt", "Contact"),
    "notices": Text("Huomio", "Obs", "Note"),
    # --- levels
    "recommended": Text("OT-yhteydenotto", "kontakt med OT", "OT contact"),
    "advice": Text("OT-neuvonta", "OT-rådgivning", "OT advice"),
}
