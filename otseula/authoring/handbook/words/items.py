"""Words about the entries of a rule base: labels, statuses, diagrams, cards of questions."""

from __future__ import annotations

from otseula.text import Text

ITEMS: dict[str, Text] = {
    # --- what an entry is
    "k_questions": Text("kysymys", "fråga", "question"),
    "k_criteria": Text("kriteeri", "kriterium", "criterion"),
    "k_situations": Text("vaativa tilanne", "krävande situation", "demanding situation"),
    "k_rules": Text("sääntö", "regel", "rule"),
    "k_safety_actions": Text("toimi ensin", "handla först", "act first"),
    "k_duties": Text("velvollisuus", "skyldighet", "duty"),
    "k_expertise": Text("asiantuntemus", "sakkunskap", "expertise"),
    "k_channels": Text("kanava", "kanal", "channel"),
    "k_notices": Text("huomio", "anmärkning", "notice"),
    "k_parameters": Text("muutettava luku", "tal som kan ändras", "number that can be changed"),
    "k_sources": Text("lähde", "källa", "source"),
    "level_recommended": Text(
        "OT-yhteydenottoa suositellaan", "kontakt med OT rekommenderas", "OT contact recommended"
    ),
    "level_advice": Text("OT-neuvonta", "OT-rådgivning", "OT advice"),
    "level_basic_services_first": Text(
        "ensin perus- ja erityistaso",
        "först bas- och specialnivån",
        "basic and specialised services first",
    ),
    # --- labels
    "l_when": Text("Milloin täyttyy", "Uppfylls när", "When it is met"),
    "l_when_follows": Text("Milloin", "När", "When"),
    "l_then": Text("Mitä seuraa", "Vad som följer", "What follows"),
    "l_sources": Text("Lähteet", "Källor", "Sources"),
    "l_rationale": Text(
        "Päättelyn perustelu", "Motivering till härledningen", "Reason of the inference"
    ),
    "l_remark": Text("Perustelu", "Motivering", "Reason"),
    "l_owner": Text("Omistaja", "Ägare", "Owner"),
    "standing": Text(
        "{status}; omistaja: {owner}; voimassa {validity}",
        "{status}; ägare: {owner}; gäller {validity}",
        "{status}; owner: {owner}; valid {validity}",
    ),
    "l_used": Text("Mihin vaikuttaa", "Påverkar", "What it bears on"),
    "l_rules": Text("Mistä säännöstä", "Av vilken regel", "By which rule"),
    "l_criterion": Text("Kriteeri", "Kriterium", "Criterion"),
    "l_situation": Text("Vaativa tilanne", "Krävande situation", "Demanding situation"),
    "l_section": Text("Lain kohta", "Lagrum", "Section of the law"),
    "l_if_unknown": Text("Kun asia on auki", "När saken är öppen", "While it is open"),
    "l_value": Text("Arvo", "Värde", "Value"),
    "l_cites": Text("Mikä viittaa tähän", "Vad som hänvisar hit", "What cites it"),
    "l_general": Text(
        "Säännöt, jotka koskevat jokaista vaativaa tilannetta",
        "Regler som gäller varje krävande situation",
        "Rules that concern every demanding situation",
    ),
    "l_then_own": Text(
        "Mitä seuraa juuri tästä", "Vad som följer av just denna", "What follows from this one"
    ),
    "l_others": Text(
        "Säännöt, jotka käyttävät sen kriteereitä",
        "Regler som använder dess kriterier",
        "Rules that use its criteria",
    ),
    "l_without": Text(
        "Säännöt, jotka vaativat, ettei se täyty",
        "Regler som kräver att den inte uppfylls",
        "Rules that require it not to be met",
    ),
    "always": Text(
        "aina, jokaisessa tuloksessa", "alltid, i varje resultat", "always, in every result"
    ),
    "no_rule": Text("mikään sääntö ei anna tätä", "ingen regel ger detta", "no rule gives this"),
    "no_rules_follow": Text(
        "Yksikään sääntö ei nimeä tätä tilannetta.",
        "Ingen regel nämner denna situation.",
        "No rule names this situation.",
    ),
    "unused": Text("ei mihinkään", "ingenting", "nothing"),
    "area_matters": Text("kanavien valinta", "valet av kanaler", "the choice of channels"),
    # --- sources, status
    "sourced": Text("lähteestä", "ur källan", "from the source"),
    "inferred": Text("päätelty", "härlett", "inferred"),
    "no_source": Text("lähde puuttuu", "källa saknas", "no source"),
    "read_on": Text("luettu {day}", "läst {day}", "read on {day}"),
    "online": Text("verkossa", "på webben", "online"),
    "draft": Text("luonnos", "utkast", "draft"),
    "reviewed": Text(
        "tarkistanut {by} {day}", "granskad av {by} {day}", "reviewed by {by} on {day}"
    ),
    "no_owner": Text("ei nimetty", "inte angiven", "not named"),
    "from_day": Text("{start} alkaen", "från och med {start}", "from {start}"),
    "to_day": Text("{end} asti", "till och med {end}", "up to and including {end}"),
    "between_days": Text("{start} – {end}", "{start} – {end}", "{start} – {end}"),
    "no_limit": Text("toistaiseksi", "tills vidare", "until further notice"),
    # --- channels
    "l_for": Text("Kenelle", "För vem", "For whom"),
    "l_via": Text("Kenen kautta", "Via vem", "Through whom"),
    "l_area": Text("Alue", "Område", "Area"),
    "l_how": Text("Miten", "Hur", "How"),
    "l_contact": Text("Yhteystieto", "Kontaktuppgift", "Contact"),
    "l_find": Text("Mistä löytyy", "Var den finns", "Where to find it"),
    "l_cost": Text("Hinta", "Pris", "Cost"),
    "l_for_advice": Text("OT-neuvonta", "OT-rådgivning", "OT advice"),
    "for_advice": Text(
        "myös, kun tarvitaan lisätietoa",
        "också när mer information behövs",
        "also while more must be known",
    ),
    "everyone": Text("kaikille rooleille", "för alla roller", "for every role"),
    "everywhere": Text("kaikki alueet", "alla områden", "all areas"),
    "by_area": Text(
        "ammattilaisen alueen mukaan", "enligt yrkespersonens område", "by the professional's area"
    ),
    "by_service_area": Text(
        "lapsen palvelujen alueen mukaan",
        "enligt området för barnets tjänster",
        "by the area of the child's services",
    ),
    "no_contact": Text(
        "vahvistettua yhteystietoa ei ole",
        "bekräftad kontaktuppgift saknas",
        "there is no confirmed contact",
    ),
    "verified": Text("tarkistettu {day}", "kontrollerad {day}", "checked on {day}"),
    "unverified": Text(
        "tarkistamatta: varmista ennen käyttöä",
        "inte kontrollerad: bekräfta före användning",
        "not checked: confirm before use",
    ),
    "cost_none": Text("maksuton", "avgiftsfri", "free of charge"),
    "cost_charged": Text("maksullinen", "avgiftsbelagd", "charged for"),
    "cost_unknown": Text("ei tiedossa", "inte känt", "not known"),
    # --- notices by the heading they stand under
    "under_preparation": Text(
        "Valmistaudu yhteydenottoon", "Förbered kontakten", "Prepare for contact"
    ),
    "under_consent": Text(
        "Suostumus ja osallisuus", "Samtycke och deltagande", "Consent and participation"
    ),
    "under_recording": Text(
        "Kirjaaminen ja seuranta", "Dokumentation och uppföljning", "Recording and follow-up"
    ),
    "under_notice": Text("Muut huomiot", "Övriga anmärkningar", "Other notices"),
    # --- the questionnaire
    "t_boolean": Text("Rastita yksi.", "Kryssa för ett.", "Mark one."),
    "t_choice": Text("Rastita yksi.", "Kryssa för ett.", "Mark one."),
    "t_choices": Text(
        "Rastita kaikki, jotka pitävät paikkansa.",
        "Kryssa för alla som stämmer.",
        "Mark all that are true.",
    ),
    "t_integer": Text(
        "Kokonaisluku {low}–{high}", "Heltal {low}–{high}", "A whole number {low}–{high}"
    ),
    "none_of_them": Text("ei mikään näistä", "inget av dessa", "none of these"),
    "answer": Text("Vastaus", "Svar", "Answer"),
    "comment": Text("Tarkistajan huomautus", "Granskarens anmärkning", "Reviewer's comment"),
    "l_asked": Text("Milloin kysytään", "När den ställs", "When it is asked"),
    "asked_always": Text("aina kaikilta", "alltid till alla", "always of everyone"),
    "asked_matters": Text(
        "kun vastaus voi vielä muuttaa tulosta",
        "när svaret ännu kan ändra resultatet",
        "where the answer can still change the result",
    ),
    "asked_when": Text(
        "kun vastaus voi vielä muuttaa tulosta ja",
        "när svaret ännu kan ändra resultatet och",
        "where the answer can still change the result, and",
    ),
    "l_sensitivity": Text("Arkaluonteisuus", "Känslighet", "Sensitivity"),
    "sensitivity_of": Text(
        "{n} (0 = ei arkaluonteinen, 3 = arkaluonteisin, kysytään viimeisenä)",
        "{n} (0 = inte känslig, 3 = känsligast, ställs sist)",
        "{n} (0 = not sensitive, 3 = most sensitive, asked last)",
    ),
    "other_theme": Text("Muut kysymykset", "Övriga frågor", "Other questions"),
    # --- changes
    "changes_since": Text(
        "Verrattu sääntökantaan: {layers}",
        "Jämfört med regelbasen: {layers}",
        "Compared with the rule base: {layers}",
    ),
    "l_under": Text("Otsikko tulossivulla", "Rubrik på resultatbladet", "Heading on the sheet"),
    "l_themes": Text("Kysymysten teemat", "Frågornas teman", "Themes of the questions"),
    "l_publisher": Text("Julkaisija", "Utgivare", "Publisher"),
    "l_address": Text("Osoite", "Adress", "Address"),
    "l_read_on": Text("Luettu", "Läst", "Read on"),
    "uncited": Text(
        "mikään ei viittaa tähän tänä päivänä",
        "inget hänvisar hit denna dag",
        "nothing cites this on this day",
    ),
    "h_deviation": Text(
        "Kun ammattilainen poikkeaa suosituksesta",
        "När yrkespersonen avviker från rekommendationen",
        "Where the professional deviates from the recommendation",
    ),
    "intro_deviation": Text(
        "Syyksi voi kirjata jonkin näistä; se jää suosituksen rinnalle eikä muuta sitä.",
        "Som orsak kan antecknas någon av dessa; den står bredvid rekommendationen och ändrar den "
        "inte.",
        "The reason can be recorded as one of these; it stands beside the recommendation and does "
        "not change it.",
    ),
    # --- introductions
    "intro_safety": Text(
        "Turvallisuudesta kysytään ensin ja kaikilta. Kun jokin näistä tulee voimaan, se näytetään "
        "heti, ennen seuraavaa kysymystä.",
        "Säkerheten frågas det om först och av alla. När något av detta blir aktuellt visas det "
        "genast, före nästa fråga.",
        "Safety is asked about first, and of everyone. The moment one of these applies it is "
        "shown, before the next question.",
    ),
    "rules_below": Text(
        "Säännöt, joista nämä seuraavat",
        "Regler som dessa följer av",
        "The rules that these follow from",
    ),
    "intro_eligibility": Text(
        "Sääntö nostaa tasoa, mikään ei laske sitä. Jos yksikään sääntö ei täyty, taso on: "
        "ensin perus- ja erityistaso.",
        "En regel höjer nivån, ingen sänker den. Om ingen regel uppfylls är nivån: först bas- och "
        "specialnivån.",
        "A rule raises the level, none lowers it. Where no rule is met the level is: basic and "
        "specialised services first.",
    ),
    "intro_eligibility_criteria": Text(
        "Kriteerit, joihin nämä säännöt nojaavat",
        "Kriterier som dessa regler bygger på",
        "The criteria that these rules rest on",
    ),
    "intro_parameters": Text(
        "Nämä luvut voi muuttaa yhdessä paikassa.",
        "Dessa tal kan ändras på ett ställe.",
        "These numbers can be changed in one place.",
    ),
    "intro_situations": Text(
        "Kohdassa ”{criteria}” on jokainen kriteeri kokonaan.",
        "I avsnittet ”{criteria}” står varje kriterium i sin helhet.",
        "The section “{criteria}” has each criterion in full.",
    ),
}
