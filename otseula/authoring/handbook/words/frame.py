"""Words of the front, the headings and the questionnaire on paper."""

from __future__ import annotations

from otseula.text import Text

FRAME: dict[str, Text] = {
    "title": Text("OT-seulan käsikirja", "OT-sållets handbok", "The OT-seula handbook"),
    "title_questionnaire": Text(
        "OT-seulan kysymyslomake", "OT-sållets frågeformulär", "The OT-seula questionnaire"
    ),
    # --- headings
    "h_about": Text("Mikä tämä on", "Vad det här är", "What this is"),
    "h_contents": Text("Sisällys", "Innehåll", "Contents"),
    "h_reading": Text("Näin tätä luetaan", "Så här läses detta", "How to read this"),
    "h_safety": Text("Toimi ensin", "Handla först", "Act first"),
    "h_duties": Text(
        "Lakisääteiset velvollisuudet", "Lagstadgade skyldigheter", "Statutory duties"
    ),
    "h_overview": Text("Mistä seuraa mitä", "Vad leder till vad", "What leads to what"),
    "h_situations": Text("Vaativat tilanteet", "Krävande situationer", "Demanding situations"),
    "h_criteria": Text("Kriteerit", "Kriterier", "Criteria"),
    "h_eligibility": Text("OT-asiakkuus", "OT-klientskap", "OT eligibility"),
    "h_expertise": Text("Asiantuntemus", "Sakkunskap", "Expertise"),
    "h_channels": Text("Yhteydenottokanavat", "Kontaktkanaler", "Channels of contact"),
    "h_notices": Text("Huomiot ja ohjeet", "Anmärkningar och anvisningar", "Notices and guidance"),
    "h_rules": Text(
        "Säännöt, jotka ohjaavat palveluihin",
        "Regler som leder till tjänster",
        "Rules that lead to services",
    ),
    "h_parameters": Text("Muutettavat luvut", "Tal som kan ändras", "Numbers that can be changed"),
    "h_questionnaire": Text("Kysymykset", "Frågorna", "The questions"),
    "h_sources": Text("Lähteet", "Källor", "Sources"),
    "h_changes": Text("Mitä on muuttunut", "Vad som har ändrats", "What has changed"),
    "h_index": Text("Hakemisto tunnuksittain", "Register enligt id", "Index by id"),
    # --- front
    "danger": Text(
        "Tämä on asiakirja tarkistamista varten. Välittömässä vaarassa soita 112. Kiireellinen "
        "sosiaalinen tarve: alueen sosiaalipäivystys.",
        "Detta är ett dokument för granskning. Ring 112 vid omedelbar fara. Brådskande socialt "
        "behov: områdets socialjour.",
        "This is a document for review. In immediate danger call 112. Urgent social need: the "
        "area's emergency social services.",
    ),
    "about": Text(
        "OT-seula auttaa ammattilaista arvioimaan, kuuluuko lapsen, nuoren tai perheen tilanne "
        "osaamis- ja tukikeskukselle (OT-keskus) ja mitä on tehtävä ensin. Tässä on kaikki, mitä "
        "se kysyy, ja kaikki, mitä vastauksista seuraa.",
        "OT-sållet hjälper en yrkesperson att bedöma om ett barns, en ung persons eller en familjs "
        "situation hör till kompetens- och stödcentret (OT-centret) och vad som måste göras först. "
        "Här står allt som det frågar och allt som följer av svaren.",
        "OT-seula helps a professional to judge whether the situation of a child, young person or "
        "family belongs to the centre of expertise and support (OT centre), and what must be done "
        "first. Here is all that it asks, and all that follows from the answers.",
    ),
    "about_questionnaire": Text(
        "Tässä ovat kaikki kysymykset tarkistettaviksi, myös ne, joita kysytään vain, kun niillä "
        "on merkitystä. Lomakkeelle ei kirjoiteta asiakkaan tietoja.",
        "Här står alla frågor för granskning, också de som ställs bara när de har betydelse. "
        "Klientuppgifter skrivs inte på blanketten.",
        "Here are all the questions for review, also those that are asked only where they matter. "
        "Nothing of a client is written on this form.",
    ),
    "not_done": Text(
        "OT-seula ehdottaa; ihminen päättää. Se ei tee päätöstä, diagnoosia eikä riskiarviota, ei "
        "anna pisteitä, ei korvaa ammattilaisen harkintaa eikä sovi hätätilanteisiin.",
        "OT-sållet föreslår; en människa beslutar. Det fattar inga beslut, ställer ingen diagnos "
        "och bedömer ingen risk, ger inga poäng, ersätter inte yrkespersonens prövning och lämpar "
        "sig inte för nödsituationer.",
        "OT-seula proposes; a person decides. It makes no decision, no diagnosis and no assessment "
        "of risk, gives no score, does not replace professional judgement and is not for "
        "emergencies.",
    ),
    "l_rulebase": Text("Sääntökanta", "Regelbas", "Rule base"),
    "l_layer": Text("Kerros", "Lager", "Layer"),
    "bundled": Text(
        "OT-seulan mukana tuleva",
        "den som följer med OT-sållet",
        "the one that comes with OT-seula",
    ),
    "version": Text("versio {version}", "version {version}", "version {version}"),
    "l_hash": Text("Tiiviste", "Hash", "Hash"),
    "l_day": Text("Päivä", "Dag", "Day"),
    "day_as": Text(
        "{day}: säännöt, jotka ovat voimassa tänä päivänä",
        "{day}: de regler som gäller denna dag",
        "{day}: the rules in force on this day",
    ),
    "l_period": Text("Samat säännöt", "Samma regler", "The same rules"),
    "l_status": Text("Tila", "Status", "Status"),
    "status_draft": Text(
        "luonnos, koottu julkisista lähteistä; omistaja ei ole vielä tarkistanut",
        "ett utkast, sammanställt ur offentliga källor; ägaren har ännu inte granskat det",
        "a draft, put together from public sources; the owner has not yet reviewed it",
    ),
    "status_draft_local": Text(
        "luonnos; omistaja ei ole vielä tarkistanut",
        "ett utkast; ägaren har ännu inte granskat det",
        "a draft; the owner has not yet reviewed it",
    ),
    "status_part": Text(
        "omistajan tarkistamia kohtia {done}/{total}; muut ovat luonnoksia",
        "ägaren har granskat {done} av {total} punkter; de övriga är utkast",
        "the owner has reviewed {done} of {total} items; the others are drafts",
    ),
    "status_done": Text(
        "omistaja on tarkistanut kaikki {total} kohtaa",
        "ägaren har granskat alla {total} punkter",
        "the owner has reviewed all {total} items",
    ),
    "l_basis": Text("Peruste", "Grund", "Basis"),
    "basis_counts": Text(
        "kokonaan lähteistä {sourced}, päättelyä mukana {inferred}, lähde puuttuu {none}",
        "helt ur källor {sourced}, med härledning {inferred}, källa saknas {none}",
        "wholly from sources {sourced}, with inference {inferred}, no source {none}",
    ),
    # --- how to read
    "reading_order": Text(
        "Kysymysten vastauksista katsotaan, mitkä kriteerit täyttyvät; kriteereistä tunnistetaan "
        "vaativat tilanteet; säännöt kertovat, mitä niistä seuraa. Välitön turvallisuus ei odota "
        "tilanteita: siitä kysytään kaikilta ja ensin.",
        "Av svaren ser man vilka kriterier som uppfylls; av kriterierna identifieras krävande "
        "situationer; reglerna säger vad som följer. Omedelbar säkerhet väntar inte på "
        "situationerna: om den frågar man alla, och först.",
        "From the answers one sees which criteria are met; from the criteria demanding situations "
        "are identified; the rules say what follows. Immediate safety does not wait for "
        "situations: it is asked of everyone, and first.",
    ),
    "reading_unknown": Text(
        "Kysymykseen voi jättää vastaamatta tai vastata ”ei tiedossa”. Silloin ehto on auki: se ei "
        "täyty eikä ole täyttymättä, ja tulos kertoo, mitä pitää selvittää.",
        "En fråga kan lämnas obesvarad eller besvaras med ”inte känt”. Då är villkoret öppet: "
        "varken uppfyllt eller inte uppfyllt, och resultatet säger vad som ska redas ut.",
        "A question may be left unanswered, or answered “not known”. The condition is then open: "
        "neither met nor not met, and the result tells what must be found out.",
    ),
    "reading_applies": Text(
        "Kysymys, joka ei koske tapausta, jää kysymättä, eikä siihen perustuva ehto silloin täyty. "
        "”Tämä ei täyty” pitää silloin paikkansa.",
        "En fråga som inte gäller fallet ställs inte, och ett villkor som bygger på den uppfylls "
        "då inte. ”Detta uppfylls inte” stämmer då.",
        "A question that does not apply to the case is not asked, and a condition that rests on it "
        "is then not met. “This is not met” then holds.",
    ),
    "reading_basis": Text(
        "”Lähteestä” tarkoittaa, että lähde sanoo niin. ”Päätelty” tarkoittaa tulkintaa, jonka "
        "omistajan on vahvistettava; sen perustelu on vieressä.",
        "”Ur källan” betyder att källan säger så. ”Härlett” betyder en tolkning som ägaren måste "
        "bekräfta; motiveringen står bredvid.",
        "“From the source” means that the source says so. “Inferred” means a reading that the "
        "owner must confirm; its reason stands beside it.",
    ),
    "in_finnish": Text("", " (på finska)", " (in Finnish)"),
}
