"""Words about safety and duties, on the sheet and in the moments when they arise."""

from __future__ import annotations

from otseula.text import Text

SAFETY: dict[str, Text] = {
    # The only all-clear of the program; the tests look for it where it may not stand.
    "all_clear": Text(
        "Vastauksista ei noussut turvaavia toimia.",
        "Inga skyddande åtgärder framkom ur svaren.",
        "No safety action arose from the answers.",
    ),
    "all_clear_caution": Text(
        "Vastaukset kertovat vain sen, mitä nyt tiedetään: arvioi turvallisuus itse ja uudelleen.",
        "Svaren gäller bara det som är känt nu: bedöm säkerheten själv och på nytt.",
        "The answers tell only what is known now: judge safety yourself, and again.",
    ),
    "nothing_asked": Text(
        "Nämä säännöt eivät kysy turvallisuudesta mitään. Arvioi turvallisuus itse.",
        "De här reglerna frågar ingenting om säkerhet. Bedöm säkerheten själv.",
        "These rules ask nothing about safety. Judge safety yourself.",
    ),
    "cannot_judge": Text(
        "Ennen kuin näihin on vastaus, turvallisuutta ei voi arvioida.",
        "Säkerheten kan inte bedömas innan dessa har besvarats.",
        "Safety cannot be judged before these have an answer.",
    ),
    "act_first": Text("Toimi ensin", "Handla först", "Act first"),
    "find_out_first": Text("Selvitä ensin", "Ta först reda på", "Find out first"),
    "find_out_whether": Text(
        "Selvitä, tarvitaanko tätä: ",
        "Ta reda på om detta behövs: ",
        "Find out whether this is needed: ",
    ),
    "open_safety_questions": Text(
        "Avoimet turvallisuuskysymykset", "Öppna säkerhetsfrågor", "Open safety questions"
    ),
    "open_duty_questions": Text("Avoimet kysymykset", "Öppna frågor", "Open questions"),
    "question_one": Text("kysymys {numbers}", "fråga {numbers}", "question {numbers}"),
    "question_many": Text("kysymykset {numbers}", "frågorna {numbers}", "questions {numbers}"),
    "depends_on": Text("riippuu: ", "beror på: ", "depends on: "),
    "hangs_on_questions": Text(
        "Riippuu vastauksesta: ", "Beror på svaret: ", "Depends on the answer: "
    ),
    "not_asked": Text("kysymättä", "har inte ställts", "not asked"),
    "dont_know": Text("ei tiedossa", "inte känt", "not known"),
    "duties_now": Text("Täytä nämä", "Uppfyll dessa", "Fulfil these"),
    "duties_to_find_out": Text(
        "Selvitä, koskevatko nämä sinua",
        "Ta reda på om dessa gäller dig",
        "Find out whether these concern you",
    ),
    "duties_none": Text(
        "Nämä säännöt eivät nosta esiin velvollisuutta. "
        "Lain ilmoitusvelvollisuudet koskevat sinua aina.",
        "De här reglerna lyfter inte fram någon skyldighet. "
        "Lagens anmälningsskyldigheter gäller dig alltid.",
        "These rules bring up no duty. The law's duties to notify always concern you.",
    ),
    "duties_cannot_judge": Text(
        "Velvollisuuksia ei voi vielä arvioida: turvallisuuskysymyksiä on auki. "
        "Lain ilmoitusvelvollisuudet koskevat sinua aina.",
        "Skyldigheterna kan inte bedömas ännu: säkerhetsfrågor är öppna. "
        "Lagens anmälningsskyldigheter gäller dig alltid.",
        "Duties cannot be judged yet: safety questions are open. "
        "The law's duties to notify always concern you.",
    ),
    "duties": Text("Lakisääteiset velvollisuudet", "Lagstadgade skyldigheter", "Statutory duties"),
    "disagreement": Text(
        "Suositusta ei anneta: ohjelman laskentatavat päätyivät eri tulokseen.",
        "Ingen rekommendation ges: programmets beräkningssätt kom till olika resultat.",
        "No recommendation is given: the program's ways of computing came to different results.",
    ),
    "disagreement_act": Text(
        "Toimi alla olevan mukaan; luettelo voi olla vajaa. Ihmisen on arvioitava tilanne.",
        "Handla enligt det som står nedan; listan kan vara ofullständig. "
        "En människa måste bedöma läget.",
        "Act on what stands below; the list may be incomplete. A person must judge the situation.",
    ),
    "disagreement_empty": Text(
        "Ohjelma ei nyt pysty arvioimaan turvallisuutta. Ihmisen on arvioitava tilanne.",
        "Säkerheten kan inte bedömas utifrån den här körningen. En människa måste bedöma läget.",
        "Safety cannot be judged from this run. A person must judge the situation.",
    ),
    "disagreement_nodes": Text(
        "Ohjelman kehittäjälle, eri tulos säännöissä: {names}",
        "Till programmets utvecklare, olika resultat i reglerna: {names}",
        "For the program's developer, different results in the rules: {names}",
    ),
}

SAFETY_COUNTS: dict[str, tuple[Text, Text]] = {
    "safety_not_asked": (
        Text(
            "1 turvallisuuskysymys on kysymättä.",
            "1 säkerhetsfråga har inte ställts.",
            "1 safety question has not been asked.",
        ),
        Text(
            "{n} turvallisuuskysymystä on kysymättä.",
            "{n} säkerhetsfrågor har inte ställts.",
            "{n} safety questions have not been asked.",
        ),
    ),
    "safety_dont_know": (
        Text(
            "1 turvallisuuskysymyksen vastaus ei ole tiedossa.",
            "Svaret på 1 säkerhetsfråga är inte känt.",
            "The answer to 1 safety question is not known.",
        ),
        Text(
            "{n} turvallisuuskysymyksen vastaus ei ole tiedossa.",
            "Svaren på {n} säkerhetsfrågor är inte kända.",
            "The answers to {n} safety questions are not known.",
        ),
    ),
}
