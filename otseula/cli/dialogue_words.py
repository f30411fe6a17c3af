"""What the questionnaire says and understands, in three languages."""

from __future__ import annotations

from otseula.text import Text

DIALOGUE: dict[str, Text] = {
    "title": Text("OT-seula", "OT-sållet", "OT-seula"),
    "intro": Text(
        'Vastaa sen mukaan, mitä tiedät; "ei tiedossa" on hyvä vastaus. Älä kirjoita nimiä tai '
        "muita tunnisteita: niitä ei kysytä. Mitään ei tallenneta pyytämättä. Voit lopettaa "
        "milloin vain ja saat silloin tuloksen siitä, mikä on tiedossa.",
        'Svara enligt vad du vet; "inte känt" är ett bra svar. Skriv inga namn eller andra '
        "identifierande uppgifter: de efterfrågas inte. Inget sparas utan att du ber om det. Du "
        "kan sluta när som helst och får då resultatet av det som är känt.",
        'Answer from what you know; "not known" is a good answer. Type no names or other '
        "identifiers: none are asked for. Nothing is saved unless you ask. You may stop at any "
        "time and then get the result of what is known.",
    ),
    "continued": Text(
        "Kysytään vain se, mitä tapauksesta puuttuu.",
        "Det frågas bara om det som saknas i fallet.",
        "Only what the case lacks is asked.",
    ),
    "where": Text(
        "Kysymys {number}, enintään {left} jäljellä",
        "Fråga {number}, högst {left} kvar",
        "Question {number}, at most {left} left",
    ),
    "where_common": Text(
        "Kysymys {number}; kaikilta kysyttäviä jäljellä {left}, sitten vain teemojen mukaan",
        "Fråga {number}; frågor till alla kvar: {left}, sedan bara enligt tema",
        "Question {number}; {left} left that everyone is asked, then only by theme",
    ),
    "where_last": Text(
        "Kysymys {number}, viimeinen", "Fråga {number}, den sista", "Question {number}, the last"
    ),
    "commands": Text(
        "? ohje | < takaisin{themes} | - ei tiedossa | ! tulos nyt",
        "? hjälp | < tillbaka{themes} | - inte känt | ! resultat nu",
        "? help | < back{themes} | - not known | ! result now",
    ),
    "commands_plain": Text(
        "Komennot: ? ohje, < takaisin{themes}, - ei tiedossa, ! tulos nyt",
        "Kommandon: ? hjälp, < tillbaka{themes}, - inte känt, ! resultat nu",
        "Commands: ? help, < back{themes}, - not known, ! result now",
    ),
    "to_themes": Text("<< teemat", "<< teman", "<< themes"),
    "yes": Text("kyllä", "ja", "yes"),
    "no": Text("ei", "nej", "no"),
    "dont_know": Text("ei tiedossa", "inte känt", "not known"),
    "none_of_these": Text("ei mikään näistä", "inget av dessa", "none of these"),
    # --- how to answer
    "how_boolean": Text(
        "Kirjoita numero 1–3, tai k, e tai t.",
        "Skriv en siffra 1–3, eller j, n eller i.",
        "Type a number 1–3, or y, n or d.",
    ),
    "how_choice": Text(
        "Kirjoita yksi numero 1–{last}.", "Skriv ett nummer 1–{last}.", "Type one number 1–{last}."
    ),
    "how_choices": Text(
        "Kirjoita kaikkien sopivien numerot välilyönnein, esimerkiksi 1 {second}; 0 = ei mikään "
        "näistä.",
        "Skriv numren på alla som stämmer, med mellanslag emellan, till exempel 1 {second}; 0 = "
        "inget av dessa.",
        "Type the numbers of all that fit, with spaces, for example 1 {second}; 0 = none of these.",
    ),
    "how_integer": Text(
        "Kirjoita luku {low}–{high}{unit}, tai - jos ei tiedossa.",
        "Skriv ett tal {low}–{high}{unit}, eller - om det inte är känt.",
        "Type a number {low}–{high}{unit}, or - if not known.",
    ),
    "how_menu": Text(
        "Kirjoita yksi näistä numeroista: {numbers}.",
        "Skriv ett av dessa nummer: {numbers}.",
        "Type one of these numbers: {numbers}.",
    ),
    "how_pick": Text(
        "Kirjoita yksi näistä numeroista: {numbers}. Enter ohittaa.",
        "Skriv ett av dessa nummer: {numbers}. Enter hoppar över.",
        "Type one of these numbers: {numbers}. Enter skips.",
    ),
    "not_understood": Text(
        "Tätä vastausta ei voi käyttää.",
        "Det svaret går inte att använda.",
        "That answer cannot be used.",
    ),
    "nothing_typed": Text(
        "Mitään ei ole valittu valmiiksi, joten tyhjä ei ole vastaus.",
        "Inget är valt på förhand, så ett tomt svar är inget svar.",
        "Nothing is chosen beforehand, so an empty line is no answer.",
    ),
    "none_and_some": Text(
        '0 tarkoittaa "ei mikään näistä"; sitä ei voi yhdistää muihin numeroihin.',
        '0 betyder "inget av dessa"; det kan inte kombineras med andra nummer.',
        '0 means "none of these"; it does not go with other numbers.',
    ),
    "chosen": Text("Merkitsit: {chosen}.", "Du angav: {chosen}.", "You marked: {chosen}."),
    "others": Text("Muut?", "Övriga?", "The others?"),
    "the_others": Text("muut", "övriga", "the others"),
    # --- an answer given before, offered again
    "earlier_answer": Text(
        "Aiempi vastauksesi: {answer} (Enter\xa0=\xa0sama)",
        "Ditt tidigare svar: {answer} (Enter\xa0=\xa0samma)",
        "Your earlier answer: {answer} (Enter\xa0=\xa0the same)",
    ),
    "present_answer": Text(
        "Nykyinen vastauksesi: {answer} (Enter\xa0=\xa0sama)",
        "Ditt nuvarande svar: {answer} (Enter\xa0=\xa0samma)",
        "Your present answer: {answer} (Enter\xa0=\xa0the same)",
    ),
    "changing": Text(
        "Voit nyt muuttaa tätä vastausta; muut vastauksesi säilyvät.",
        "Nu kan du ändra det här svaret; dina övriga svar finns kvar.",
        "You can now change this answer; your other answers are kept.",
    ),
    "left_as_is": Text(
        "Vastaus pysyi ennallaan.", "Svaret är oförändrat.", "The answer stays as it was."
    ),
    # --- a list that opens or closes other questions
    "others_left_out": Text(
        "Jos muita ei ole, niihin liittyviä kysymyksiä ei kysytä.",
        "Om det inte finns några övriga ställs frågorna som gäller dem inte.",
        "If there are no others, the questions that go with them are not asked.",
    ),
    "none_left_out": Text(
        "Vastasit: ei mikään näistä. Silloin näihin liittyviä kysymyksiä ei kysytä. Pitääkö tämä "
        "paikkansa?",
        "Du svarade: inget av dessa. Då ställs inte frågorna som gäller dem. Stämmer det?",
        "You answered: none of these. Then the questions that go with them are not asked. Is "
        "that right?",
    ),
    "none_right": Text("kyllä, ei mikään näistä", "ja, inget av dessa", "yes, none of these"),
    "none_back": Text("palaa kysymykseen", "tillbaka till frågan", "back to the question"),
    # --- help
    "no_help": Text(
        "Tähän kysymykseen ei ole lisäohjetta.",
        "Det finns ingen närmare hjälp för den här frågan.",
        "There is no further help for this question.",
    ),
    "why_always": Text(
        "Tämä kysytään aina ja kaikilta.",
        "Frågan ställs alltid och till alla.",
        "This is always asked, of everyone.",
    ),
    "why_safety": Text(
        "Tämä kysytään aina ja kaikilta: vastaus ratkaisee, onko jotain tehtävä ensin.",
        "Frågan ställs alltid och till alla: svaret avgör om något måste göras först.",
        "Always asked, of everyone: the answer decides whether something must be done first.",
    ),
    "why_applies": Text(
        "Tämä kysytään aiempien vastaustesi vuoksi.",
        "Detta frågas på grund av dina tidigare svar.",
        "This is asked because of your earlier answers.",
    ),
    # --- going back and answers set aside
    "back_to": Text(
        "Palattiin edelliseen kysymykseen.",
        "Tillbaka till föregående fråga.",
        "Back to the previous question.",
    ),
    "change_undone": Text(
        "Muutos peruttiin, aiempi vastaus on taas voimassa: {question}",
        "Ändringen togs tillbaka, det tidigare svaret gäller igen: {question}",
        "The change is undone, the earlier answer counts again: {question}",
    ),
    "at_the_first": Text(
        "Tämä on ensimmäinen kysymys.", "Detta är den första frågan.", "This is the first question."
    ),
    "set_aside": Text(
        "Vastaus jää syrjään, koska kysymys ei nyt koske tapausta: {question}",
        "Svaret läggs åt sidan, eftersom frågan nu inte gäller fallet: {question}",
        "This answer is set aside, as the question does not apply now: {question}",
    ),
    "taken_up": Text(
        "Aiempi vastaus on taas voimassa: {question}",
        "Det tidigare svaret gäller igen: {question}",
        "The earlier answer counts again: {question}",
    ),
    # --- safety
    "act_first": Text("Toimi ensin: {action}", "Handla först: {action}", "Act first: {action}"),
    "act_first_more": Text(
        "Toimi ensin (+{more}): {action}",
        "Handla först (+{more}): {action}",
        "Act first (+{more}): {action}",
    ),
    "safety_choice": Text("Miten jatketaan?", "Hur fortsätter vi?", "How do we go on?"),
    "result_now": Text("tulos nyt", "resultat nu", "result now"),
    "go_on": Text("jatka kysymyksiin", "fortsätt med frågorna", "go on with the questions"),
    "stop": Text("lopeta ilman tulosta", "avsluta utan resultat", "stop without a result"),
    "interrupted": Text(
        "Keskeytetäänkö? (Ctrl-C uudelleen lopettaa heti.)",
        "Avbryta? (Ctrl-C igen avslutar genast.)",
        "Interrupt? (Ctrl-C again stops at once.)",
    ),
    "end_of_input": Text(
        "Syöte päättyi. Tulos perustuu siihen, mikä on nyt tiedossa.",
        "Indata tog slut. Resultatet bygger på det som är känt nu.",
        "The input ended. The result rests on what is known now.",
    ),
    "stopped": Text(
        "Lopetettu ilman tulosta.", "Avslutat utan resultat.", "Stopped without a result."
    ),
    "finished": Text(
        "Muuta ei tarvitse kysyä.", "Inget mer behöver frågas.", "Nothing more needs to be asked."
    ),
    # --- the whole sheet
    "more": Text(
        "Tulossivulta jäi osa pois (--long). Enter = valmis, k = näytä kaikki",
        "En del lämnades utanför resultatbladet (--long). Enter = klar, a = visa allt",
        "Some is left out of the sheet (--long). Enter = done, a = show all",
    ),
    # --- judgement
    "judgement": Text(
        "Oletko samaa mieltä suosituksesta? (Enter ohittaa.)",
        "Håller du med om rekommendationen? (Enter hoppar över.)",
        "Do you agree with the recommendation? (Enter skips.)",
    ),
    "agrees": Text("samaa mieltä", "jag håller med", "I agree"),
    "deviates_up": Text(
        "tarvitaan enemmän kuin suositus sanoo",
        "mer behövs än rekommendationen säger",
        "more is needed than it says",
    ),
    "deviates_down": Text(
        "vähempi riittää kuin suositus sanoo",
        "mindre räcker än rekommendationen säger",
        "less will do than it says",
    ),
    "reason": Text(
        "Miksi? (Enter ohittaa.)", "Varför? (Enter hoppar över.)", "Why? (Enter skips.)"
    ),
    "judgement_skipped": Text(
        "Arviota ei kirjattu, koska poikkeamalle ei annettu syytä.",
        "Ingen bedömning antecknades, eftersom en avvikelse behöver en orsak.",
        "No judgement was recorded, as a deviation needs a reason.",
    ),
    "judgement_noted": Text(
        "Ammattilaisen arvio: {judgement}",
        "Yrkespersonens bedömning: {judgement}",
        "The professional's judgement: {judgement}",
    ),
    "judgement_aside": Text(
        "Arvio on suosituksen rinnalla eikä muuta sitä.",
        "Bedömningen står bredvid rekommendationen och ändrar den inte.",
        "The judgement stands beside the recommendation and changes nothing in it.",
    ),
}
