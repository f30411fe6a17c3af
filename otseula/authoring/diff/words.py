"""What the report on an edit says, by key, in three languages."""

from __future__ import annotations

from otseula.text import Text

WORDS: dict[str, Text] = {
    "working": Text(
        "Verrataan sääntökantoja…", "Regelbaserna jämförs…", "Comparing the rule bases…"
    ),
    "title": Text(
        "Mitä muokkaus muuttaa ({day})",
        "Vad ändringen ändrar ({day})",
        "What the edit changes ({day})",
    ),
    "before": Text("ennen: {layers}", "före: {layers}", "before: {layers}"),
    "after": Text("nyt:   {layers}", "nu:   {layers}", "now:    {layers}"),
    # --- what is compared, one of each
    "safety_actions": Text("toimi ensin", "handla först", "act first"),
    "duties": Text("velvollisuus", "skyldighet", "duty"),
    "expertise": Text("asiantuntemus", "sakkunskap", "expertise"),
    "channels": Text("yhteydenottokanava", "kontaktkanal", "channel"),
    "notices": Text("huomio", "anmärkning", "notice"),
    "eligibility": Text(
        "OT-asiakkuus vähintään", "OT-klientskap åtminstone", "OT eligibility at least"
    ),
    "situations": Text("tilanne", "situation", "situation"),
    "criteria": Text("kriteeri", "kriterium", "criterion"),
    "rules": Text("sääntö", "regel", "rule"),
    "questions": Text("kysymys", "fråga", "question"),
    "parameters": Text("parametri", "parameter (tal)", "parameter"),
    "themes": Text("teema", "tema", "theme"),
    "areas": Text("hyvinvointialue", "välfärdsområde", "wellbeing services county"),
    "ytas": Text("yhteistyöalue", "samarbetsområde", "collaborative area"),
    "deviation_reasons": Text("poikkeamisen syy", "orsak att avvika", "reason to deviate"),
    "sources": Text("lähde", "källa", "source"),
    # --- what became of it
    "changed": Text("Muuttuu", "Ändras", "Changed"),
    "met": Text("täyttyy", "uppfylls", "met"),
    "not_met": Text("ei täyty", "uppfylls inte", "not met"),
    "unknown": Text("jää auki", "förblir öppet", "still open"),
    "turns": Text(
        "ennen {before}, nyt {after}", "före: {before}, nu: {after}", "before {before}, now {after}"
    ),
    "case": Text(
        "Tapaus, joka näyttää sen (yhtään vastausta ei voi jättää pois):",
        "Ett fall som visar det (inget svar kan lämnas bort):",
        "A case that shows it (no answer can be left out):",
    ),
    "empty_case": Text(
        "näin on jokaisessa tapauksessa, vastattiinpa mitä tahansa",
        "så är det i varje fall, vad som än svaras",
        "so it is in every case, whatever is answered",
    ),
    "no_case": Text(
        "Jokin tapaus erottaa nämä, mutta sellaista ei saatu vahvistettua näytettäväksi.",
        "Något fall skiljer dessa åt, men inget kunde bekräftas och visas.",
        "Some case tells these apart, but none could be confirmed to show.",
    ),
    "only_before": Text(
        "[kysyttiin vain ennen]", "[ställdes bara tidigare]", "[asked only before]"
    ),
    "only_after": Text("[kysytään vain nyt]", "[ställs bara nu]", "[asked only now]"),
    "aside_before": Text(
        "[ei koskenut tapausta ennen]", "[gällde inte fallet tidigare]", "[did not apply before]"
    ),
    "aside_after": Text(
        "[ei koske tapausta nyt]", "[gäller inte fallet nu]", "[does not apply now]"
    ),
    "applies": Text("milloin kysytään", "när den ställs", "when it is asked"),
    "new": Text("Uutta", "Nytt", "New"),
    "gone": Text("Poistunut", "Borttaget", "Gone"),
    "renamed": Text(
        "Sama sisältö, uusi tunnus", "Samma innehåll, nytt id", "The same under a new id"
    ),
    "renamed_to": Text("{before} → {after}", "{before} → {after}", "{before} → {after}"),
    "not_comparable": Text(
        "Ei verrattavissa: kysymys on muuttunut niin, ettei mikään vastaus sovi kumpaankin",
        "Kan inte jämföras: en fråga har ändrats så att inget svar passar båda",
        "Not comparable: a question has changed so that no answer suits both",
    ),
    "not_compared": Text(
        "EI VERRATTU: ehdot ovat liian laajat tarkkaan vertailuun. Ei tiedetä, muuttuvatko nämä.",
        "INTE JÄMFÖRT: villkoren är för stora för en exakt jämförelse. Om dessa ändras är okänt.",
        "NOT COMPARED: the conditions are too large to compare exactly. Whether these change is "
        "not known.",
    ),
    "equivalent": Text(
        "Samat kaikissa mahdollisissa tapauksissa, vaikka jotakin on kirjoitettu toisin",
        "Lika i alla möjliga fall, fast något är skrivet på annat sätt",
        "The same in every possible case, though something is written otherwise",
    ),
    "narrowed": Text(
        "Samat niille vastauksille, jotka molemmat tuntevat (kysymyksen vaihtoehdot tai rajat "
        "muuttuivat)",
        "Lika för de svar som båda känner till (en frågas alternativ eller gränser ändrades)",
        "The same for the answers that both know (a question's options or range changed)",
    ),
    "same": Text("Ennallaan: {counts}", "Oförändrat: {counts}", "Unchanged: {counts}"),
    "written_same": Text(
        "{same} + {equivalent} toisin kirjoitettua",
        "{same} + {equivalent} skrivna på annat sätt",
        "{same} + {equivalent} written otherwise",
    ),
    "settings": Text("Asetukset", "Inställningar", "Settings"),
    "words": Text("Sanamuodot", "Formuleringar", "Wording"),
    "sources_changed": Text("Lähteet ja vastuut", "Källor och ansvar", "Sources and ownership"),
    "nothing": Text("Mikään ei muutu.", "Inget ändras.", "Nothing changes."),
    "on_other_days": Text(
        "Muokattu myös näitä, jotka ovat voimassa muina päivinä. Mitä niistä seuraa, näet "
        "vertaamalla sitä päivää (--as-of):",
        "Även de här har ändrats; de gäller andra dagar. Vad som följer av dem visar en jämförelse "
        "av den dagen (--as-of):",
        "These were edited too; they hold on other days. What follows from them, a comparison of "
        "that day tells (--as-of):",
    ),
    "since": Text("{day} alkaen", "från och med {day}", "from {day}"),
    "from_the_first": Text("alusta alkaen", "från början", "from the beginning"),
    "other_days": Text(
        "Sääntökannat muuttuvat muinakin päivinä: silloin voimassa olevien muokkaukset vain "
        "nimetään (--as-of).",
        "Regelbaserna ändras även andra dagar: ändringarna i det som gäller då nämns bara "
        "(--as-of).",
        "The rule bases change on other days too: what was edited there is only named (--as-of).",
    ),
    # --- cases
    "vignettes": Text(
        "Esimerkkitapaukset: {turned}/{total} saa toisen tuloksen",
        "Exempelfallen: {turned}/{total} får ett annat resultat",
        "Vignettes: {turned} of {total} get another result",
    ),
    "corpus": Text(
        "Annetut tapaukset: {turned}/{total} saa toisen tuloksen",
        "De angivna fallen: {turned}/{total} får ett annat resultat",
        "The cases given: {turned} of {total} get another result",
    ),
    "refused": Text(
        "Kumpikaan sääntökanta ei ota vastaan näitä: {ids}",
        "Ingendera regelbasen godtar dessa: {ids}",
        "Neither rule base takes these: {ids}",
    ),
    "refused_before": Text(
        "ennen ei kelvannut, nyt kelpaa", "dög inte tidigare, duger nu", "refused before, taken now"
    ),
    "refused_after": Text(
        "ennen kelpasi, nyt ei kelpaa", "dög tidigare, duger inte nu", "taken before, refused now"
    ),
    "as_old": Text(
        "(kuten ennen kirjoitettu)", "(så som det var skrivet tidigare)", "(as written before)"
    ),
    "as_new": Text("(kuten nyt kirjoitettu)", "(så som det är skrivet nu)", "(as written now)"),
    "case_number": Text("tapaus {id}", "fall {id}", "case {id}"),
    # --- the questionnaire
    "length": Text(
        "Kysymyksiä keskimäärin ({n} keksittyä vastaajaa): {before} → {after} ({difference})",
        "Frågor i medeltal ({n} påhittade svarande): {before} → {after} ({difference})",
        "Questions on average ({n} invented respondents): {before} → {after} ({difference})",
    ),
    # --- answers
    "yes": Text("kyllä", "ja", "yes"),
    "no": Text("ei", "nej", "no"),
    "dont_know": Text("ei tiedossa", "inte känt", "not known"),
    "none_of_them": Text("ei mikään näistä", "inget av dessa", "none of these"),
    # --- what is given to the command
    "not_found": Text(
        "{which}: ei ole hakemisto eikä tämän git-säilön versio. Anna hakemisto, bundled, REV tai "
        "REV:polku.",
        "{which}: är varken en katalog eller en version i detta git-förråd. Ange en katalog, "
        "bundled, REV eller REV:sökväg.",
        "{which}: neither a directory nor a revision of this git repository. Give a directory, "
        "bundled, REV or REV:path.",
    ),
    "no_git": Text(
        "{which}: ei ole hakemisto, ja git-versiota ei voi lukea, koska git puuttuu tai tämä ei "
        "ole git-säilö.",
        "{which}: är ingen katalog, och en git-version kan inte läsas, eftersom git saknas eller "
        "detta inte är ett git-förråd.",
        "{which}: not a directory, and no git revision can be read, as git is missing or this is "
        "no git repository.",
    ),
    "no_rules_there": Text(
        "{which}: tuossa versiossa ei ole siellä yhtään YAML-tiedostoa.",
        "{which}: i den versionen finns ingen YAML-fil där.",
        "{which}: there is no YAML file there in that revision.",
    ),
    "no_cases": Text(
        "--cases: tiedostoa tai hakemistoa, jossa on tapauksia (YAML tai JSON), ei löydy.",
        "--cases: ingen fil, eller katalog med fall (YAML eller JSON), hittades.",
        "--cases: there is no such file, or directory with cases (YAML or JSON).",
    ),
    "bad_draws": Text(
        "Valitsimen --draws arvo on kokonaisluku {low}–{high}.",
        "Värdet för --draws är ett heltal {low}–{high}.",
        "The value of --draws is a whole number {low}–{high}.",
    ),
}


def say(key: str, language: str, **fill: object) -> str:
    """The words of `key` in one language."""
    words = {n: v.in_language(language) if isinstance(v, Text) else v for n, v in fill.items()}
    return WORDS[key].in_language(language).format(**words)
