"""Words of the reasons, the channels and what comes after the result."""

from __future__ import annotations

from otseula.text import Text

BODY: dict[str, Text] = {
    "reasons": Text("Suosituksen syy", "Orsak till rekommendationen", "Why this recommendation"),
    "situations_met": Text(
        "Tunnistettu vaativa tilanne",
        "Identifierad krävande situation",
        "Demanding situation identified",
    ),
    "situations_open": Text("Vielä ratkeamatta", "Ännu inte avgjort", "Not decided yet"),
    "situations_not_met": Text("Ei täyty", "Uppfylls inte", "Not met"),
    "no_situation_yet": Text(
        "Yhtäkään vaativaa tilannetta ei ole vielä tunnistettu.",
        "Ingen krävande situation har identifierats ännu.",
        "No demanding situation has been identified yet.",
    ),
    "no_situation": Text(
        "Annetuilla tiedoilla ei tunnistettu vaativaa tilannetta.",
        "Med de givna uppgifterna identifierades ingen krävande situation.",
        "What is known identifies no demanding situation.",
    ),
    "criterion_met": Text("täyttyy: ", "uppfylls: ", "met: "),
    "criterion_unknown": Text("auki: ", "öppet: ", "open: "),
    "criterion_not_met": Text("ei täyty: ", "uppfylls inte: ", "not met: "),
    "missing": Text(
        "Puuttuvat tiedot, jotka voisivat vielä muuttaa tulosta",
        "Uppgifter som saknas och som ännu kan ändra resultatet",
        "Missing answers that could still change the result",
    ),
    "situation_label": Text("Vaativa tilanne", "Krävande situation", "Demanding situation"),
    "criterion_label": Text("Kriteeri", "Kriterium", "Criterion"),
    "rule_label": Text("Sääntö", "Regel", "Rule"),
    "source": Text("Lähde: ", "Källa: ", "Source: "),
    "no_source": Text("Lähde puuttuu.", "Källa saknas.", "Source missing."),
    "sources": Text("Lähteet", "Källor", "Sources"),
    "expertise": Text("Asiantuntemus", "Sakkunskap", "Expertise"),
    "expertise_open": Text(
        "Asiantuntemus, jota ehkä tarvitaan",
        "Sakkunskap som kanske behövs",
        "Expertise that may be needed",
    ),
    "channels": Text("Yhteydenottokanavat", "Kontaktkanaler", "Channels of contact"),
    "channels_open": Text(
        "Kanavat, joita ehkä tarvitaan",
        "Kanaler som kanske behövs",
        "Channels that may be needed",
    ),
    "area_unknown": Text(
        "Alue ei ole tiedossa, siksi kanavat ovat alueittain.",
        "Området är inte känt, därför visas kanalerna enligt område.",
        "The area is not known, so the channels are listed by area.",
    ),
    "area_unknown_short": Text(
        "Alue ei ole tiedossa, siksi kanavat ovat alueittain. Ohje yhteydenottoon näkyy, kun "
        "alue on annettu, tai koko tuloksesta (--long).",
        "Området är inte känt, därför visas kanalerna enligt område. Hur man tar kontakt visas "
        "när området har angetts, eller i hela resultatet (--long).",
        "The area is not known, so the channels are listed by area. How to make contact is shown "
        "once the area is given, or in the whole result (--long).",
    ),
    "all_areas": Text("Kaikki alueet", "Alla områden", "All areas"),
    "by_area": Text("Alue: ", "Område: ", "Area: "),
    "other_areas": Text("muu alue", "annat område", "another area"),
    "no_channel": Text(
        "Annetuista tiedoista ei seuraa yhteydenottokanavaa.",
        "Av de givna uppgifterna följer ingen kontaktkanal.",
        "No channel of contact follows from what is known.",
    ),
    "usable": Text(
        "Voit ottaa yhteyttä itse.", "Du kan själv ta kontakt.", "You can make contact yourself."
    ),
    "not_usable": Text(
        "Ei suoraan sinun roolillesi. ",
        "Inte direkt för din roll. ",
        "Not directly for your role. ",
    ),
    "not_usable_ask": Text(
        "Kysy esihenkilöltäsi, kuka voi ottaa yhteyttä.",
        "Fråga din chef vem som kan ta kontakt.",
        "Ask your supervisor who can make the contact.",
    ),
    "role_unknown": Text(
        "Kanava on vain joillekin rooleille, eikä roolisi ole tiedossa. ",
        "Kanalen är bara för vissa roller och din roll är inte känd. ",
        "The channel is for some roles only, and your role is not known. ",
    ),
    "how": Text("Miten: ", "Hur: ", "How: "),
    "contact": Text("Yhteystieto: ", "Kontaktuppgift: ", "Contact: "),
    "verified": Text("(tarkistettu {day})", "(kontrollerad {day})", "(checked on {day})"),
    "unverified": Text(
        "(tarkistamatta: varmista ennen käyttöä)",
        "(inte kontrollerad: bekräfta före användning)",
        "(not checked: confirm before use)",
    ),
    "no_contact": Text(
        "Vahvistettua yhteystietoa ei ole. ",
        "Bekräftad kontaktuppgift saknas. ",
        "There is no confirmed contact. ",
    ),
    "find_unknown": Text(
        "Kysy oman alueesi palveluista.",
        "Fråga tjänsterna i ditt eget område.",
        "Ask your own area's services.",
    ),
    "cost_none": Text("Maksuton.", "Avgiftsfri.", "Free of charge."),
    "cost_charged": Text("Maksullinen.", "Avgiftsbelagd.", "Charged for."),
    "cost_unknown": Text(
        "Hinta ei ole tiedossa.", "Priset är inte känt.", "The cost is not known."
    ),
    "valid_from": Text("Voimassa {start} alkaen.", "Gäller från {start}.", "Valid from {start}."),
    "valid_to": Text("Voimassa {end} asti.", "Gäller till {end}.", "Valid until {end}."),
    "valid_between": Text(
        "Voimassa {start} – {end}.", "Gäller {start} – {end}.", "Valid {start} – {end}."
    ),
    "no_guidance": Text(
        "Nämä säännöt eivät ohjeista tätä. Noudata oman organisaatiosi ohjetta.",
        "De här reglerna ger ingen anvisning om detta. Följ din organisations anvisning.",
        "These rules give no guidance on this. Follow your own organisation's instructions.",
    ),
    "undecided_notice": Text("(vielä ratkeamatta)", "(ännu inte avgjort)", "(not decided yet)"),
    "judgement_none": Text(
        "Arviota ei ole kirjattu.", "Ingen bedömning har antecknats.", "No judgement is recorded."
    ),
    "judgement_may": Text(
        "Voit olla samaa mieltä tai poiketa kumpaan suuntaan tahansa. Jos poikkeat, kerro syy.",
        "Du kan hålla med eller avvika i endera riktningen. Om du avviker, ange orsaken.",
        "You may agree, or deviate in either direction. If you deviate, give the reason.",
    ),
    "judgement_agrees": Text(
        "Ammattilainen on samaa mieltä suosituksesta.",
        "Yrkespersonen håller med om rekommendationen.",
        "The professional agrees with the recommendation.",
    ),
    "judgement_up": Text(
        "Ammattilainen poikkeaa suosituksesta: tarve on suurempi.",
        "Yrkespersonen avviker från rekommendationen: behovet är större.",
        "The professional deviates from the recommendation: the need is greater.",
    ),
    "judgement_down": Text(
        "Ammattilainen poikkeaa suosituksesta: tarve on pienempi.",
        "Yrkespersonen avviker från rekommendationen: behovet är mindre.",
        "The professional deviates from the recommendation: the need is smaller.",
    ),
    "judgement_reason": Text("Syy: ", "Orsak: ", "Reason: "),
    "judgement_changes_nothing": Text(
        "Arvio on suosituksen rinnalla eikä muuta sitä.",
        "Bedömningen står bredvid rekommendationen och ändrar den inte.",
        "The judgement stands beside the recommendation and does not change it.",
    ),
    "limits": Text(
        "OT-seula tukee ammattilaisen harkintaa eikä korvaa sitä. Tulos ei ole päätös, "
        "diagnoosi eikä riskin mittari, eikä se sovi hätätilanteisiin.",
        "OT-sållet stöder yrkespersonens prövning och ersätter den inte. Resultatet är inget "
        "beslut, ingen diagnos och ingen riskmätare, och det lämpar sig inte för nödsituationer.",
        "OT-seula supports professional judgement and does not replace it. The result is no "
        "decision, no diagnosis and no measure of risk, and it is not for emergencies.",
    ),
    "limits_draft": Text(
        "Säännöt ovat luonnos julkisista lähteistä; yksikään sisällön omistaja ei ole "
        "hyväksynyt niitä.",
        "Reglerna är ett utkast från offentliga källor; ingen ägare har godkänt dem.",
        "The rules are a draft from public sources; no owner has approved them.",
    ),
}

BODY_COUNTS: dict[str, tuple[Text, Text]] = {
    "more": (
        Text("ja 1 muu (kaikki: --long)", "och 1 till (alla: --long)", "and 1 more (all: --long)"),
        Text(
            "ja {n} muuta (kaikki: --long)",
            "och {n} till (alla: --long)",
            "and {n} more (all: --long)",
        ),
    ),
    "and_more": (
        Text("ja 1 muu", "och 1 till", "and 1 more"),
        Text("ja {n} muuta", "och {n} till", "and {n} more"),
    ),
    "questions_more": (
        Text(
            "lisäksi 1 muu kysymys (kaikki: --long)",
            "dessutom 1 annan fråga (alla: --long)",
            "and 1 other question (all: --long)",
        ),
        Text(
            "lisäksi {n} muuta kysymystä (kaikki: --long)",
            "dessutom {n} andra frågor (alla: --long)",
            "and {n} other questions (all: --long)",
        ),
    ),
    "guidance_hidden": (
        Text("1 ohje (--long).", "1 anvisning (--long).", "1 note (--long)."),
        Text("{n} ohjetta (--long).", "{n} anvisningar (--long).", "{n} notes (--long)."),
    ),
    "channels_hidden": (
        Text(
            "Lisäksi 1 kanava voi tulla tarpeeseen (--long).",
            "Dessutom kan 1 kanal behövas (--long).",
            "1 other channel may be needed (--long).",
        ),
        Text(
            "Lisäksi {n} kanavaa voi tulla tarpeeseen (--long).",
            "Dessutom kan {n} kanaler behövas (--long).",
            "{n} other channels may be needed (--long).",
        ),
    ),
    "missing_count": (
        Text(
            "1 avoin kysymys voisi vielä muuttaa tulosta.",
            "1 öppen fråga kan ännu ändra resultatet.",
            "1 open question could still change the result.",
        ),
        Text(
            "{n} avointa kysymystä voisi vielä muuttaa tulosta.",
            "{n} öppna frågor kan ännu ändra resultatet.",
            "{n} open questions could still change the result.",
        ),
    ),
    "situations_open_count": (
        Text(
            "1 vaativa tilanne on vielä auki.",
            "1 krävande situation är ännu öppen.",
            "1 demanding situation is still open.",
        ),
        Text(
            "{n} vaativaa tilannetta on vielä auki.",
            "{n} krävande situationer är ännu öppna.",
            "{n} demanding situations are still open.",
        ),
    ),
}
