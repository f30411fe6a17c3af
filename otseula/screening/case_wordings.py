"""What a refused answer or judgement is told, by code, in three languages.

What fills the braces comes from the rule base or is a count or a position, never anything out
of the case.
"""

from __future__ import annotations

from otseula.frozen import dataclass
from otseula.text import Text


@dataclass(frozen=True, slots=True)
class Wording:
    """What is wrong, and what to write instead."""

    message: Text
    hint: Text


ASK_FOR_IDS = Text(
    "Sallitut kysymysten tunnukset näyttää komento otseula questions.",
    "Tillåtna id för frågorna visas med kommandot otseula questions.",
    "The command otseula questions lists the question ids that may be used.",
)
REMOVE = Text(
    "Poista se: asiakkaasta ei kirjata nimiä, henkilötunnuksia, yhteystietoja, päivämääriä eikä "
    "diagnooseja. {allowed}",
    "Ta bort det: om klienten antecknas inte namn, personbeteckningar, kontaktuppgifter, datum "
    "eller diagnoser. {allowed}",
    "Remove it: of the client no names, personal identity codes, contact details, dates or "
    "diagnoses are written down. {allowed}",
)
_ALLOWED = Text(*["{suggestion}{allowed}"] * 3)
_JUDGEMENT = Text(
    "Kirjoita joko {{agrees: true}} tai {{deviates: up, reason: <syyn tunnus>}} "
    "(deviates: up tai down). {reasons}",
    "Skriv antingen {{agrees: true}} eller {{deviates: up, reason: <orsakens id>}} "
    "(deviates: up eller down). {reasons}",
    "Write either {{agrees: true}} or {{deviates: up, reason: <reason id>}} "
    "(deviates: up or down). {reasons}",
)

CASE_WORDINGS: dict[str, Wording] = {
    # --- the answers as a whole
    "answers-not-a-mapping": Wording(
        Text(
            "Vastaukset (answers) eivät ole kysymysten ja vastausten luettelo.",
            "Svaren (answers) är inte en förteckning över frågor och svar.",
            "The answers are not a mapping from questions to answers.",
        ),
        Text(
            "Kirjoita yksi rivi kysymystä kohti: kysymyksen tunnus, kaksoispiste ja vastaus. "
            "Tyhjä luettelo on {{}}.",
            "Skriv en rad per fråga: frågans id, kolon och svaret. En tom förteckning är {{}}.",
            "Write one line for each question: its id, a colon and the answer. "
            "No answers at all is {{}}.",
        ),
    ),
    "unreadable-mapping": Wording(
        Text(
            "Tätä kohtaa ei voitu lukea.",
            "Den här delen kunde inte läsas.",
            "This part could not be read.",
        ),
        Text(
            "Anna tavallinen dict tai muu Mapping, jonka voi käydä läpi.",
            "Ge en vanlig dict eller en annan Mapping som kan gås igenom.",
            "Give a plain dict or another Mapping that can be iterated.",
        ),
    ),
    "too-many-entries": Wording(
        Text(
            "Kohtia on enemmän kuin {limit}; loppuja ei luettu.",
            "Det finns fler än {limit} poster; resten lästes inte.",
            "There are more than {limit} entries; the rest was not read.",
        ),
        Text(
            "Anna jokaiselle kysymykselle enintään yksi vastaus.",
            "Ge högst ett svar på varje fråga.",
            "Give each question one answer at most.",
        ),
    ),
    "identifying-text": Wording(
        Text(
            "Tähän kohtaan kirjoitettu teksti {shape}.",
            "Texten som skrivits här {shape}.",
            "The text that was written here {shape}.",
        ),
        REMOVE,
    ),
    # --- keys
    "unknown-question": Wording(
        Text(
            "Vastausten kohta {position} ei ole minkään kysymyksen tunnus.",
            "Post {position} bland svaren är inte id för någon fråga.",
            "Entry {position} of the answers is not the id of any question.",
        ),
        Text(
            "{suggestion}" + ASK_FOR_IDS.fi,
            "{suggestion}" + str(ASK_FOR_IDS.sv),
            "{suggestion}" + str(ASK_FOR_IDS.en),
        ),
    ),
    "identifying-key": Wording(
        Text(
            "Vastausten kohta {position}: se, mitä kysymyksen tunnuksen paikalle on kirjoitettu, "
            "{shape}.",
            "Post {position} bland svaren: det som skrivits i stället för en frågas id {shape}.",
            "Entry {position} of the answers: what was written in place of a question id {shape}.",
        ),
        REMOVE,
    ),
    "question-answered-twice": Wording(
        Text(
            "Kysymykseen {question} on vastattu kahdesti.",
            "Frågan {question} har besvarats två gånger.",
            "The question {question} is answered twice.",
        ),
        Text("Poista toinen vastaus.", "Behåll bara ett svar.", "Leave one answer."),
    ),
    # --- values
    "identifying-value": Wording(
        Text(
            "Kysymyksen {question} vastaukseksi kirjoitettu {shape}.",
            "Det som skrivits som svar på frågan {question} {shape}.",
            "What was written as the answer to {question} {shape}.",
        ),
        REMOVE,
    ),
    "not-a-boolean": Wording(
        Text(
            "Kysymyksen {question} vastaus ei ole true (kyllä) eikä false (ei).",
            "Svaret på frågan {question} är varken true (ja) eller false (nej).",
            "The answer to {question} is neither true (yes) nor false (no).",
        ),
        _ALLOWED,
    ),
    "not-an-integer": Wording(
        Text(
            "Kysymyksen {question} vastaus ei ole kokonaisluku.",
            "Svaret på frågan {question} är inte ett heltal.",
            "The answer to {question} is not a whole number.",
        ),
        _ALLOWED,
    ),
    "out-of-range": Wording(
        Text(
            "Kysymyksen {question} luku ei ole sallitulla välillä.",
            "Talet för frågan {question} ligger utanför det tillåtna intervallet.",
            "The number given for {question} is out of its range.",
        ),
        _ALLOWED,
    ),
    "not-an-option": Wording(
        Text(
            "Kysymyksen {question} vastaus ei ole mikään sen vaihtoehdoista.",
            "Svaret på frågan {question} är inget av dess alternativ.",
            "The answer to {question} is not one of its options.",
        ),
        _ALLOWED,
    ),
    "not-one-option": Wording(
        Text(
            "Kysymykseen {question} vastataan yhdellä vaihtoehdolla, ei muulla.",
            "Frågan {question} besvaras med ett alternativ, inget annat.",
            "The question {question} takes one option and nothing else.",
        ),
        _ALLOWED,
    ),
    "not-a-list": Wording(
        Text(
            "Kysymykseen {question} vastataan luettelolla vaihtoehtoja.",
            "Frågan {question} besvaras med en lista av alternativ.",
            "The question {question} takes a list of options.",
        ),
        _ALLOWED,
    ),
    "option-twice": Wording(
        Text(
            "Kysymyksen {question} vastauksessa on sama vaihtoehto kahdesti.",
            "Svaret på frågan {question} innehåller samma alternativ två gånger.",
            "The answer to {question} holds one option twice.",
        ),
        Text(
            "Kirjoita {option} vain kerran.",
            "Ange {option} bara en gång.",
            "Leave {option} only once.",
        ),
    ),
    "contradiction": Wording(
        Text(
            "Kysymykseen {question} on annettu vastaus, mutta kysymys ei koske tätä tapausta: "
            "niin sanoo vastaus kysymykseen {others}.",
            "Frågan {question} har besvarats, men den gäller inte det här fallet: "
            "det säger svaret på frågan {others}.",
            "The question {question} is answered, but it does not apply to this case: "
            "so says the answer to {others}.",
        ),
        Text(
            "Korjaa toinen vastauksista tai poista vastaus kysymykseen {question}.",
            "Rätta det ena svaret eller ta bort svaret på frågan {question}.",
            "Correct one of the answers, or remove the answer to {question}.",
        ),
    ),
    # --- the professional's judgement
    "judgement-not-understood": Wording(
        Text(
            "Ammattilaisen arvio (judgement) ei ole kumpaakaan sallittua muotoa.",
            "Yrkespersonens bedömning (judgement) har ingendera av de tillåtna formerna.",
            "The judgement has neither of the two forms allowed.",
        ),
        _JUDGEMENT,
    ),
    "judgement-unknown-key": Wording(
        Text(
            "Ammattilaisen arvion (judgement) kohta {position} on tuntematon.",
            "Post {position} i yrkespersonens bedömning (judgement) är okänd.",
            "Entry {position} of the judgement is not known.",
        ),
        _JUDGEMENT,
    ),
    "judgement-agrees": Wording(
        Text(
            "Kohdan agrees ainoa sallittu arvo on true.",
            "Det enda tillåtna värdet för agrees är true.",
            "The only value that agrees may have is true.",
        ),
        _JUDGEMENT,
    ),
    "judgement-deviates": Wording(
        Text(
            "Kohdan deviates arvo ei ole up eikä down.",
            "Värdet för deviates är varken up eller down.",
            "The value of deviates is neither up nor down.",
        ),
        _JUDGEMENT,
    ),
    "judgement-reason": Wording(
        Text(
            "Kohdan reason arvo ei ole minkään syyn tunnus.",
            "Värdet för reason är inte id för någon orsak.",
            "The value of reason is not the id of any reason.",
        ),
        _JUDGEMENT,
    ),
}
