"""Recommendations built by hand, one for each kind that the sheet must tell well."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from otseula.logic.conditions import Truth
from otseula.screening.recommendation import (
    Action,
    ChannelOffered,
    Citation,
    Consequence,
    CriterionTruth,
    Eligibility,
    Explanation,
    Judgement,
    LayerInfo,
    MissingAnswer,
    NoticeGiven,
    Provenance,
    Recommendation,
    SafetyQuestion,
    SituationTruth,
)
from otseula.text import Text

DAY = date(2026, 12, 1)
SOURCED = Citation("thl_ero", "sourced", "THL: vaativat erotilanteet", "https://thl.fi/ero")
INFERRED = Citation("ot_tuki", "inferred", "OT-TUKI sotesi-ammattilaisille", "https://innokyla.fi")

AREAS = {
    "etela_savo": Text("Etelä-Savo", "Södra Savolax", "South Savo"),
    "pohjois_savo": Text("Pohjois-Savo", "Norra Savolax", "North Savo"),
    "other_area": Text("muu alue", "annat område", "another area"),
}
SAFETY_QUESTIONS = {
    f"safety_question_{n}": Text(
        f"Onko turvallisuuden asia numero {n} tullut ilmi lapsen perheessä tai läheisillä?",
        f"Har säkerhetsfrågan nummer {n} kommit fram i barnets familj eller bland de närmaste?",
        f"Has the safety matter number {n} come up in the child's family or among those close?",
    )
    for n in range(1, 10)
}
ACTION_TEXTS = [
    Text(
        "Soita heti 112. Varmista oma ja lapsen turva ja noudata hätäkeskuksen ohjeita.",
        "Ring genast 112. Säkerställ din egen och barnets säkerhet och följ anvisningarna.",
        "Call 112 now. Make sure that you and the child are safe and follow the instructions.",
    ),
    *(
        Text(
            f"Toimi näin {n}. Ota tänään yhteys poliisiin ja sosiaalipäivystykseen, varmista "
            f"lasten turva ennen kuin jatkat, ja kerro, mitä on tapahtunut ja milloin {n}.",
            f"Gör så här {n}. Kontakta i dag polisen och socialjouren, säkerställ barnens säkerhet "
            f"innan du fortsätter och berätta för myndigheten vad som har hänt och när {n}.",
            f"Do this {n}. Contact the police and the social emergency services today, make sure "
            f"that the children are safe before you go on, and tell what happened and when {n}.",
        )
        for n in range(2, 8)
    ),
]
LONGEST_IF_UNKNOWN = Text(
    "Selvitä tänään, onko perheessä uhattu tappaa, käytetty asetta tai kuristettu, tai onko "
    "vanhempi itsetuhoinen. Poliisia ja lastensuojelua voi konsultoida nimeä mainitsematta.",
    "Ta i dag reda på om någon i familjen har hotat döda, använt vapen eller strypt, eller om en "
    "förälder är självdestruktiv. Polis och barnskydd kan konsulteras utan att nämna namn.",
    "Find out today whether there have been threats to kill, weapons or strangulation, or whether "
    "a parent is suicidal. Police and child welfare can be consulted without naming anyone.",
)
IF_UNKNOWN = Text(
    "Selvitä viipymättä, onko syytä epäillä, että lapsi tarvitsee apua. Voit konsultoida "
    "lastensuojelua nimeä mainitsematta.",
    "Ta utan dröjsmål reda på om det finns skäl att misstänka att barnet behöver hjälp. Du kan "
    "konsultera barnskyddet utan att nämna namn.",
    "Find out without delay whether there is reason to think that the child needs help. You can "
    "consult child welfare without naming anyone.",
)
DUTY_TEXTS = [
    Text(
        f"Velvollisuus {n}: ilmoita epäilystä viipymättä ja salassapidon estämättä oikealle "
        "viranomaiselle, kun kyse on lapseen kohdistuneesta teosta, josta voi seurata vähintään "
        "kahden vuoden rangaistus. Kysy poliisilta, jos olet epävarma. Tee lisäksi ilmoitus.",
        f"Skyldighet {n}: anmäl misstanken utan dröjsmål till rätt myndighet när det gäller en "
        "gärning mot barn med ett maximistraff på minst två år. Fråga polisen om du är osäker.",
        f"Duty {n}: report the suspicion without delay to the right authority when it is an act "
        "against a child with a maximum penalty of two years or more. Ask the police if unsure.",
    )
    for n in range(1, 4)
]


def section_of_law(number: int) -> Text:
    return Text(
        f"lastensuojelulaki 25 § {number} mom.",
        f"barnskyddslagen 25 § {number} mom.",
        f"Child Welfare Act, section 25({number})",
    )


def _action(
    number: int, text: Text, truth: Truth, hinges: tuple[str, ...] = (), section: Text | None = None
) -> Action:
    return Action(
        id=f"action_{number}",
        truth=truth,
        text=text,
        because=("acute",),
        hinges_on=hinges,
        sources=(INFERRED if number % 2 else SOURCED,),
        section=section,
        if_unknown=LONGEST_IF_UNKNOWN if number == 3 else IF_UNKNOWN,
    )


def actions(truth: Truth, count: int = 7) -> tuple[Action, ...]:
    """The first safety actions; undecided ones hang on two safety questions."""
    hinges = ("safety_question_1", "safety_question_2") if truth is Truth.UNKNOWN else ()
    return tuple(_action(n, t, truth, hinges) for n, t in enumerate(ACTION_TEXTS[:count], 1))


def duties(truth: Truth) -> tuple[Action, ...]:
    """Three duties; undecided ones hang on a safety question and another one."""
    hinges = ("safety_question_3", "question_1") if truth is Truth.UNKNOWN else ()
    return tuple(
        _action(n, text, truth, hinges, section_of_law(n)) for n, text in enumerate(DUTY_TEXTS, 1)
    )


def safety_questions(state: str) -> tuple[SafetyQuestion, ...]:
    """Nine safety questions, all in one state."""
    return tuple(SafetyQuestion(id, text, state) for id, text in SAFETY_QUESTIONS.items())


def notice(number: int, heading: str, truth: Truth = Truth.MET) -> NoticeGiven:
    """A notice of about the size of the bundled ones."""
    return NoticeGiven(
        id=f"{heading}_{number}",
        truth=truth,
        text=Text(
            f"Ohje {heading} {number}: kirjaa johtopäätös ja saamasi suositukset omaan "
            "asiakastietojärjestelmääsi viipymättä ja vain se, mikä on tarpeellista.",
            f"Anvisning {heading} {number}: anteckna slutsatsen och rekommendationerna i ditt eget "
            "klientdatasystem utan dröjsmål och bara det nödvändiga.",
            f"Guidance {heading} {number}: record the conclusion and the recommendations in your "
            "own client system without delay, and only what is needed.",
        ),
        sources=(SOURCED,),
        heading=heading,
    )


ALWAYS = tuple(
    notice(n, heading) for heading in ("preparation", "consent", "recording") for n in (1, 2)
)


def channel(number: int, **changes: object) -> ChannelOffered:
    """A channel without a verified contact."""
    values: dict[str, object] = {
        "id": f"channel_{number}",
        "truth": Truth.MET,
        "text": Text(
            f"Itä-Suomen OT-koordinaatio, kanava {number}",
            f"OT-koordineringen i Östra Finland, kanal {number}",
            f"OT coordination of Eastern Finland, channel {number}",
        ),
        "how": Text(
            "Puhelu tai viesti ilman asiakkaan tunnistetietoja; kuvaa tilanne ja kysymyksesi.",
            "Samtal eller meddelande utan identifierande uppgifter; beskriv din fråga.",
            "A call or message without identifiers; describe the situation and your question.",
        ),
        "find": Text(
            "Kysy yhteystieto oman hyvinvointialueesi lapsiperhepalvelujen johdolta.",
            "Fråga efter kontaktuppgiften hos ledningen för barnfamiljstjänsterna.",
            "Ask the management of your county's family services for the contact.",
        ),
        "via": Text(
            "Pyydä lapsen sosiaalityöntekijää ottamaan yhteyttä.",
            "Be barnets socialarbetare att ta kontakt.",
            "Ask the child's social worker to make the contact.",
        ),
        "cost": "none",
        "valid_from": date(2024, 1, 1),
        "areas": ("etela_savo", "pohjois_savo"),
        "sources": (INFERRED,),
    }
    return ChannelOffered(**(values | changes))  # type: ignore[arg-type]  # a dict of fields


def criterion(number: int, truth: Truth = Truth.MET) -> CriterionTruth:
    """A criterion of a situation."""
    return CriterionTruth(
        f"criterion_{number}",
        Text(
            f"Kriteeri {number}: vakava epäluottamus ja toistuvat viranomaisprosessit",
            f"Kriterium {number}: allvarligt misstroende och upprepade processer",
            f"Criterion {number}: serious distrust and repeated authority processes",
        ),
        truth,
        (SOURCED,),
    )


def situation(number: int, truth: Truth) -> SituationTruth:
    """A situation with a criterion of each truth."""
    return SituationTruth(
        f"situation_{number}",
        Text(
            f"Vaativa tilanne {number}: erityisen haastava ja riitaisa ero",
            f"Krävande situation {number}: en särskilt svår och konfliktfylld separation",
            f"Demanding situation {number}: an exceptionally hard and quarrelsome separation",
        ),
        truth,
        tuple(criterion(n, each) for n, each in enumerate((truth, truth, *Truth), 1)),
        (INFERRED,),
    )


def missing(count: int, state: str = "not_asked") -> tuple[MissingAnswer, ...]:
    """Open questions beside those about safety."""
    return tuple(
        MissingAnswer(
            f"question_{n}",
            state,
            Text(
                f"Puuttuva kysymys {n}: onko palveluja kokeiltu, mutta ne eivät ole riittäneet?",
                f"Fråga som saknas {n}: har tjänster prövats utan att de har räckt till?",
                f"Missing question {n}: have services been tried without being enough?",
            ),
        )
        for n in range(1, count + 1)
    )


RULE = Explanation(
    kind="rule",
    truth=Truth.MET,
    id="contact_recommended",
    text=Text(
        "Vaativa tilanne ja tasotesti täyttyvät.",
        "Den krävande situationen och nivåtestet uppfylls.",
        "The demanding situation and the level test are met.",
    ),
    sources=(INFERRED,),
)


def explain(node: str) -> Explanation:
    """The explanation of the one rule there is."""
    return {RULE.id: RULE}[node]


def clear_yes() -> Recommendation:
    """Everything asked, no safety action, contact recommended."""
    return Recommendation(
        eligibility=Eligibility("recommended", "recommended", "recommended", (RULE.id,), ()),
        truth={RULE.id: Truth.MET, "situation_1": Truth.MET},
        situations=(situation(1, Truth.MET), situation(2, Truth.NOT_MET)),
        safety=(),
        duties=(),
        expertise=(
            Consequence(
                id="demanding_separation_work",
                truth=Truth.MET,
                text=Text("vaativa eroauttaminen", "krävande separationsarbete", "separation work"),
                sources=(INFERRED,),
            ),
        ),
        channels=(channel(1), channel(2, truth=Truth.UNKNOWN)),
        notices=ALWAYS,
        questions=dict.fromkeys(SAFETY_QUESTIONS, "answered"),
        safety_questions=safety_questions("answered"),
        missing=(),
        as_of=DAY,
        judgement=None,
        provenance=Provenance(
            (LayerInfo("bundled", "2026.11", "ab" * 32),),
            "cd" * 32,
            "draft",
            ("lanes", "specification"),
        ),
        area=("pohjois_savo", AREAS["pohjois_savo"]),
        service_area=("pohjois_savo", AREAS["pohjois_savo"]),
        role=("health_care", Text("terveydenhuolto", "hälso- och sjukvård", "health care")),
        area_texts=AREAS,
        explainer=explain,
    )


def nothing_known() -> Recommendation:
    """No answer at all: everything is open."""
    questions = missing(22)
    return replace(
        clear_yes(),
        eligibility=Eligibility(
            None,
            "basic_services_first",
            "recommended",
            (),
            (*SAFETY_QUESTIONS, *(question.id for question in questions)),
        ),
        situations=tuple(situation(n, Truth.UNKNOWN) for n in range(1, 7)),
        safety=actions(Truth.UNKNOWN),
        duties=duties(Truth.UNKNOWN),
        expertise=(),
        channels=(
            channel(0, areas=()),
            *(channel(n, truth=Truth.UNKNOWN, usable=None) for n in range(1, 12)),
        ),
        safety_questions=safety_questions("not_asked"),
        missing=(
            *(MissingAnswer(i, "not_asked", text) for i, text in SAFETY_QUESTIONS.items()),
            *questions,
        ),
        area=None,
        service_area=None,
        role=None,
    )


def every_safety_action() -> Recommendation:
    """All seven actions and all duties, every situation, every channel."""
    return replace(
        clear_yes(),
        situations=tuple(situation(n, Truth.MET) for n in range(1, 7)),
        safety=actions(Truth.MET),
        duties=duties(Truth.MET),
        expertise=tuple(
            replace(clear_yes().expertise[0], id=f"expertise_{n}") for n in range(1, 14)
        ),
        channels=tuple(channel(n, usable=bool(n % 2)) for n in range(1, 13)),
        notices=(*ALWAYS, *(notice(n, "notice") for n in range(1, 11))),
    )


def some_safety() -> Recommendation:
    """One action in force, six to find out about, three questions not asked, two not known."""
    states = ("not_asked",) * 3 + ("dont_know",) * 2 + ("answered",) * 4
    return replace(
        clear_yes(),
        safety=(*actions(Truth.MET, 1), *actions(Truth.UNKNOWN)[1:]),
        duties=(*duties(Truth.MET)[:1], *duties(Truth.UNKNOWN)[1:]),
        safety_questions=tuple(
            replace(question, state=state)
            for question, state in zip(safety_questions(""), states, strict=True)
        ),
    )


def one_not_asked() -> Recommendation:
    """No safety action arose, but one safety question was never asked."""
    first, *others = safety_questions("answered")
    return replace(clear_yes(), safety_questions=(replace(first, state="not_asked"), *others))


def one_dont_know() -> Recommendation:
    """No safety action arose, but the answer to one safety question is not known."""
    first, *others = safety_questions("answered")
    return replace(clear_yes(), safety_questions=(replace(first, state="dont_know"), *others))


def no_safety_questions() -> Recommendation:
    """A rule base that asks nothing about safety."""
    return replace(clear_yes(), safety_questions=(), questions={})


def at_least_advice() -> Recommendation:
    """Advice at least, contact perhaps: two questions between."""
    return replace(
        clear_yes(),
        eligibility=Eligibility(
            None, "advice", "recommended", (RULE.id,), ("question_1", "question_2")
        ),
        situations=(situation(1, Truth.UNKNOWN), situation(2, Truth.NOT_MET)),
        missing=missing(2, "dont_know"),
    )


def basic_services_first() -> Recommendation:
    """Decided: the area's own services first."""
    level = "basic_services_first"
    return replace(
        clear_yes(),
        eligibility=Eligibility(level, level, level, (), ()),
        situations=(situation(1, Truth.NOT_MET),),
        expertise=(),
    )


def local_layer() -> Recommendation:
    """A local rule base over the bundled one, all of it reviewed, with a verified contact."""
    base = clear_yes()
    return replace(
        base,
        provenance=replace(
            base.provenance,
            layers=(
                *base.provenance.layers,
                LayerInfo("Pohjois-Savon lisäys", "3", "ef" * 32, local=True),
            ),
            status="reviewed",
        ),
        channels=(
            channel(1, contact="ot-tiimi, vaihde 017 000 000", verified_on=date(2026, 11, 3)),
            channel(2, contact="vanha vaihde 017 111 111", cost="charged"),
        ),
    )


def unknown_area() -> Recommendation:
    """The area is not known: channels stand by area."""
    return replace(
        clear_yes(),
        channels=(
            channel(1, areas=()),
            channel(2),
            channel(3, areas=("other_area",), usable=None),
            channel(4, usable=False, cost=None, find=None, how=None),
        ),
        area=None,
        service_area=None,
        role=None,
    )


def five_ytas() -> Recommendation:
    """The area is not known, and each of five YTAs has a contact of its own."""
    numbers = range(1, 6)
    areas = {n: tuple(f"area_{n}_{m}" for m in range(n + 2)) for n in numbers}
    return replace(
        clear_yes(),
        channels=(
            *(channel(n, areas=areas[n], for_advice=True) for n in numbers),
            channel(6, areas=areas[1][:2]),
            channel(7, areas=(*areas[1], areas[2][0])),
            channel(8, areas=()),
        ),
        area=None,
        service_area=None,
        area_texts={
            area: Text(f"Alue {area[5:]}", f"Område {area[5:]}", f"Area {area[5:]}")
            for held in areas.values()
            for area in held
        },
        yta_areas=tuple(
            (Text(f"yhteistyöalue {n}", f"samarbetsområde {n}", f"collaborative area {n}"), held)
            for n, held in areas.items()
        ),
    )


def finnish_only() -> Recommendation:
    """A rule base written in Finnish alone."""
    base = some_safety()
    text = Text("Vain suomeksi kirjoitettu ohje")
    return replace(
        base,
        safety=tuple(replace(a, text=Text(a.text.fi), if_unknown=text) for a in base.safety),
        channels=(channel(1, text=Text("Suomenkielinen kanava"), how=text, find=text),),
    )


def agrees() -> Recommendation:
    """The professional agrees."""
    return replace(clear_yes(), judgement=Judgement(agrees=True))


def deviates() -> Recommendation:
    """The professional deviates upwards with a reason."""
    reason = Text("tiedän enemmän", "jag vet mer", "I know more")
    return replace(clear_yes(), judgement=Judgement(False, "up", "knows_more", reason))


HOSTILE = (
    "<script>alert(1)</script> a|b\n# otsikko\n- kohta ](http://paha) [x](javascript:y) "
    "`koodi` *tähti* &amp; \"lainaus' \x1b[2J\u202eväärin"
)


def hostile() -> Recommendation:
    """Markup, control characters and line ends in every text of the rule base."""
    text = Text(HOSTILE)
    citation = Citation("x", "inferred", HOSTILE, "javascript:alert('<script>')")
    odd_link = Citation("y", "sourced", HOSTILE, "https://x.fi/<script>|`](y)")
    base = some_safety()

    def poison(items: tuple, **more: object) -> tuple:
        sources = (citation, odd_link)
        return tuple(replace(item, text=text, sources=sources, **more) for item in items)

    return replace(
        base,
        safety=poison(base.safety, if_unknown=text),
        duties=poison(base.duties, if_unknown=text, section=text),
        expertise=poison(base.expertise),
        notices=poison((*base.notices, notice(1, "notice"))),
        situations=tuple(
            replace(s, text=text, criteria=poison(s.criteria)) for s in base.situations
        ),
        channels=poison(base.channels, contact=HOSTILE, how=text, find=text, via=text, usable=None),
        safety_questions=tuple(replace(q, text=text) for q in base.safety_questions),
        missing=(MissingAnswer("q", "not_asked", text),),
        judgement=Judgement(False, "down", "x", text),
        provenance=replace(
            base.provenance, layers=(LayerInfo(HOSTILE, HOSTILE, HOSTILE, local=True),)
        ),
        area=("x", text),
        service_area=("y", text),
        role=("z", text),
        explainer=lambda node: replace(RULE, text=text),
    )


EXAMPLES: dict[str, Callable[[], Recommendation]] = {
    make.__name__: make
    for make in (
        clear_yes,
        nothing_known,
        every_safety_action,
        some_safety,
        one_not_asked,
        one_dont_know,
        no_safety_questions,
        at_least_advice,
        basic_services_first,
        local_layer,
        unknown_area,
        five_ytas,
        finnish_only,
        agrees,
        deviates,
        hostile,
    )
}
