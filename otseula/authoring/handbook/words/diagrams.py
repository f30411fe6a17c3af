"""Words of the diagrams."""

from __future__ import annotations

from otseula.text import Text

DIAGRAMS: dict[str, Text] = {
    "fig_overview": Text(
        "Yleiskuva: mistä seuraa mitä",
        "Översikt: vad leder till vad",
        "Overview: what leads to what",
    ),
    "fig_situation": Text(
        "Mistä tilanne tunnistetaan ja mitä siitä seuraa",
        "Hur situationen identifieras och vad som följer",
        "How the situation is identified, and what follows",
    ),
    "reading_diagrams": Text(
        "Kuvia luetaan vasemmalta oikealle: kysymykset (pyöristetyt), kriteerit, tilanne "
        "(paksu reuna); sitten säännöt (harmaat) ja mitä niistä seuraa. Katkoviiva: se, mistä "
        "viiva lähtee, ei saa täyttyä. Sama on sanoina tekstissä.",
        "Bilderna läses från vänster till höger: frågor (rundade), kriterier, situation (tjock "
        "kant); sedan regler (grå) och vad som följer. Streckad linje: det som linjen utgår från "
        "får inte uppfyllas. Detsamma står i ord i texten.",
        "Diagrams are read from left to right: questions (rounded), criteria, the situation (thick "
        "edge); then rules (grey) and what follows. A dashed line: what it comes from must not be "
        "met. The text says the same in words.",
    ),
    "fig_overview_about": Text(
        "Kysymyksistä kriteereihin, kriteereistä vaativiin tilanteisiin, niistä sääntöihin ja "
        "säännöistä seurauksiin. Sääntö voi nojata myös suoraan kysymykseen tai kriteeriin.",
        "Från frågor till kriterier, från kriterier till krävande situationer, från dem till "
        "regler och från regler till följder. En regel kan också bygga direkt på en fråga eller "
        "ett kriterium.",
        "From questions to criteria, from criteria to demanding situations, from these to rules "
        "and from rules to what follows. A rule may also rest on a question or a criterion itself.",
    ),
    "n_questions": Text("Kysymykset: {n}", "Frågor: {n}", "Questions: {n}"),
    "n_criteria": Text("Kriteerit: {n}", "Kriterier: {n}", "Criteria: {n}"),
    "n_situations": Text(
        "Vaativat tilanteet: {n}", "Krävande situationer: {n}", "Demanding situations: {n}"
    ),
    "n_rules": Text("Säännöt: {n}", "Regler: {n}", "Rules: {n}"),
    "n_safety_actions": Text("Toimi ensin: {n}", "Handla först: {n}", "Act first: {n}"),
    "n_duties": Text("Velvollisuudet: {n}", "Skyldigheter: {n}", "Duties: {n}"),
    "n_eligibility": Text("OT-asiakkuuden taso", "Nivån på OT-klientskap", "Level of eligibility"),
    "n_expertise": Text("Asiantuntemus: {n}", "Sakkunskap: {n}", "Expertise: {n}"),
    "n_channels": Text("Kanavat: {n}", "Kanaler: {n}", "Channels: {n}"),
    "n_notices": Text("Huomiot: {n}", "Anmärkningar: {n}", "Notices: {n}"),
}
