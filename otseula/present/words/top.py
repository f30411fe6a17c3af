"""Words of the title, the headings, the compact top and the recommendation."""

from __future__ import annotations

from otseula.text import Text

TOP: dict[str, Text] = {
    "title": Text(
        "OT-seulan tulos {day}: ehdotus, ihminen päättää",
        "OT-sållets resultat {day}: ett förslag, en människa beslutar",
        "OT-seula result {day}: a proposal, a person decides",
    ),
    "danger": Text(
        "Välitön vaara: soita 112. Kiireellinen sosiaalinen tarve: alueen sosiaalipäivystys.",
        "Omedelbar fara: ring 112. Brådskande socialt behov: områdets socialjour.",
        "Immediate danger: call 112. Urgent social need: the area's emergency social services.",
    ),
    "heading_1": Text("OT-seulan tulos", "OT-sållets resultat", "OT-seula result"),
    "heading_2": Text("Välitön turvallisuus", "Omedelbar säkerhet", "Immediate safety"),
    "heading_3": Text(
        "Lakisääteiset velvollisuudet", "Lagstadgade skyldigheter", "Statutory duties"
    ),
    "heading_4": Text("Suositus", "Rekommendation", "Recommendation"),
    "heading_5": Text("Perustelut", "Motivering", "Reasons"),
    "heading_6": Text(
        "Tarvittava asiantuntemus ja yhteydenottokanava",
        "Sakkunskap som behövs och kontaktkanal",
        "Expertise needed and channel of contact",
    ),
    "heading_7": Text("Valmistaudu yhteydenottoon", "Förbered kontakten", "Prepare for contact"),
    "heading_8": Text(
        "Suostumus ja osallisuus", "Samtycke och delaktighet", "Consent and participation"
    ),
    "heading_9": Text(
        "Ammattilaisen arvio",
        "Yrkespersonens bedömning",
        "The professional's judgement",
    ),
    "heading_10": Text(
        "Kirjaaminen ja seuranta", "Dokumentation och uppföljning", "Recording and follow-up"
    ),
    "heading_11": Text("Vastuunrajaus", "Ansvarsbegränsning", "Limits of this result"),
    "in_finnish": Text("(suomeksi)", "(på finska)", "(in Finnish)"),
    "see_above": Text("(kohdat 2 ja 3)", "(punkterna 2 och 3)", "(sections 2 and 3)"),
    "see_section": Text("(kohta {number})", "(punkt {number})", "(section {number})"),
    "day_label": Text("Päivä", "Datum", "Date"),
    "role_label": Text("Ammattilaisen rooli", "Yrkespersonens roll", "Professional's role"),
    "area_label": Text("Alue", "Område", "Area"),
    "service_area_label": Text(
        "Lapsen palveluista vastaa", "Ansvarar för barnets tjänster", "Area of the child's services"
    ),
    "not_known": Text("ei tiedossa", "inte känt", "not known"),
    "rules_label": Text("Säännöt", "Regler", "Rules"),
    "layer": Text(
        "{name}, versio {version}", "{name}, version {version}", "{name}, version {version}"
    ),
    "bundled_layer": Text(
        "OT-seulan mukana tuleva sääntökanta, versio {version}",
        "regelbasen som följer med OT-sållet, version {version}",
        "the rule base that comes with OT-seula, version {version}",
    ),
    "local_layer_label": Text("Paikallinen lisäys", "Lokalt tillägg", "Local layer"),
    "hash_label": Text("Sääntöjen tiiviste", "Reglernas hash", "Hash of the rules"),
    "engines_label": Text("Laskentatavat", "Beräkningssätt", "Computed by"),
    "status_label": Text("Sääntöjen tila", "Reglernas status", "Status of the rules"),
    "draft": Text(
        "luonnos julkisista lähteistä; yksikään sisällön omistaja ei ole hyväksynyt sitä",
        "ett utkast från offentliga källor; ingen ägare av innehållet har godkänt det",
        "a draft from public sources; no owner of the content has approved it",
    ),
    "reviewed": Text(
        "sisällön omistajat ovat hyväksyneet ne",
        "innehållets ägare har godkänt dem",
        "approved by the owners of the content",
    ),
    "inferred": Text("(päätelty)", "(härlett)", "(inferred)"),
    "marks_label": Text("Merkintä", "Märkning", "Mark"),
    "inferred_legend": Text(
        "(päätelty) = ei suoraan lähteestä, omistajan vahvistettava",
        "(härlett) = inte direkt ur en källa, ska bekräftas av ägaren",
        "(inferred) = not straight from a source, an owner must confirm it",
    ),
    "level_recommended": Text(
        "OT-yhteydenottoa suositellaan", "kontakt med OT rekommenderas", "OT contact recommended"
    ),
    "level_advice": Text("OT-neuvonta", "OT-rådgivning", "OT advice"),
    "level_basic_services_first": Text(
        "ensin perus- ja erityistaso",
        "först bas- och specialnivån",
        "basic and specialised services first",
    ),
    # The levels as nouns, for a range.
    "range_recommended": Text("OT-yhteydenotto", "kontakt med OT", "OT contact"),
    "range_advice": Text("OT-neuvonta", "OT-rådgivning", "OT advice"),
    "level_range": Text(
        "vähintään {at_least}, mahdollisesti {at_most}",
        "minst {at_least}, eventuellt {at_most}",
        "at least {at_least}, possibly {at_most}",
    ),
    "level_open": Text(
        "lisätietoa tarvitaan. Tulos voi vielä olla: {at_most}. "
        "OT-neuvontaa voi pyytää juuri tästä syystä.",
        "mer information behövs. Resultatet kan ännu bli: {at_most}. "
        "Man kan be om OT-rådgivning just av den orsaken.",
        "more information is needed. The result may yet be: {at_most}. "
        "You may ask for OT advice for just this reason.",
    ),
    "meaning_recommended": Text(
        "Ota yhteys OT-toimintaan kohdan 6 kanavan kautta.",
        "Kontakta OT-verksamheten via kanalen i punkt 6.",
        "Contact the OT work through the channel in section 6.",
    ),
    "meaning_advice": Text(
        "Pyydä OT-neuvontaa kohdan 6 kanavan kautta.",
        "Be om OT-rådgivning via kanalen i punkt 6.",
        "Ask for OT advice through the channel in section 6.",
    ),
    "meaning_basic_services_first": Text(
        "Jatka ensin oman alueen palveluilla. Arvioi uudelleen, jos ne eivät riitä.",
        "Fortsätt först med det egna områdets tjänster. Bedöm på nytt om de inte räcker.",
        "Go on with your area's own services first. Reassess if they are not enough.",
    ),
    "questions_between": Text(
        "Suosituksen voivat vielä muuttaa vastaukset näihin:",
        "Rekommendationen kan ännu ändras av svaren på dessa:",
        "Answers to these can still change the recommendation:",
    ),
    "safety_before_contact": Text(
        "Toimi ensin kohdan 2 mukaan. OT-yhteydenotto ei korvaa sitä.",
        "Handla först enligt punkt 2. Kontakten med OT ersätter inte det.",
        "Act on section 2 first. The OT contact does not replace it.",
    ),
    "safety_then_basic": Text(
        "Toimi ensin kohdan 2 mukaan. Jatka sen jälkeen oman alueen palveluilla ja arvioi "
        "uudelleen, jos ne eivät riitä.",
        "Handla först enligt punkt 2. Fortsätt sedan med det egna områdets tjänster och bedöm på "
        "nytt om de inte räcker.",
        "Act on section 2 first. Then go on with your area's own services, and reassess if they "
        "are not enough.",
    ),
    "person_decides": Text(
        "Tämä on ehdotus: sinä ja työyhteisösi päätätte.",
        "Det här är ett förslag: du och din arbetsgemenskap beslutar.",
        "This is a proposal: you and your colleagues decide.",
    ),
    "notices": Text("Huomaa", "Observera", "Note"),
    "top_act": Text(
        "Toimi ensin (koko ohje kohdassa 2):",
        "Handla först (hela anvisningen i punkt 2):",
        "Act first (in full in section 2):",
    ),
    "top_find": Text(
        "Selvitä ensin (koko ohje kohdassa 2):",
        "Ta först reda på (hela anvisningen i punkt 2):",
        "Find out first (in full in section 2):",
    ),
    "first_contact": Text("Ensimmäinen yhteys", "Första kontakt", "First contact"),
    # Where something must be done first, no channel of OT may be called the first contact.
    "first_contact_after_safety": Text(
        "Ensimmäinen yhteys turvaavien toimien jälkeen",
        "Första kontakt efter de skyddande åtgärderna",
        "First contact after the safety actions",
    ),
    "first_contact_open": Text(
        "riippuu avoimista kysymyksistä (kohta 6)",
        "beror på öppna frågor (punkt 6)",
        "depends on open questions (section 6)",
    ),
    "first_contact_by_area": Text(
        "riippuu alueesta, joka ei ole tiedossa; alueiden kanavat ovat kohdassa 6",
        "beror på området, som inte är känt; områdenas kanaler finns i punkt 6",
        "depends on the area, which is not known; the channels of the areas are in section 6",
    ),
    "first_contact_none": Text(
        "nämä säännöt eivät nimeä kanavaa; kysy oman alueesi lapsiperhepalveluista",
        "de här reglerna nämner ingen kanal; fråga ditt områdes tjänster för barnfamiljer",
        "these rules name no channel; ask your area's services for families",
    ),
    "top_duties": Text("Velvollisuudet", "Skyldigheter", "Duties"),
    "top_duties_none": Text("katso kohta 3", "se punkt 3", "see section 3"),
}

TOP_COUNTS: dict[str, tuple[Text, Text]] = {
    "more_actions": (
        Text("ja 1 muu, kohta 2", "och 1 till, punkt 2", "and 1 more, section 2"),
        Text("ja {n} muuta, kohta 2", "och {n} till, punkt 2", "and {n} more, section 2"),
    ),
    "find_first_count": (
        Text(
            "Selvitä ensin: 1 asia, kohta 2",
            "Ta först reda på: 1 sak, punkt 2",
            "Find out first: 1 thing, section 2",
        ),
        Text(
            "Selvitä ensin: {n} asiaa, kohta 2",
            "Ta först reda på: {n} saker, punkt 2",
            "Find out first: {n} things, section 2",
        ),
    ),
    "duties_met": (
        Text("1 täytettävä", "1 att uppfylla", "1 to fulfil"),
        Text("{n} täytettävää", "{n} att uppfylla", "{n} to fulfil"),
    ),
    "duties_open": (
        Text("1 selvitettävä", "1 att reda ut", "1 to find out about"),
        Text("{n} selvitettävää", "{n} att reda ut", "{n} to find out about"),
    ),
}
