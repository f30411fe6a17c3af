"""What no text of a rule base may hold, and what only resembles it."""

from __future__ import annotations

import pytest

from otseula.rulebase.identifiers import identifying_shape

SHAPES = {
    "Soita 044 717 8571": "phone",
    "etu.suku@example.org": "email",
    "131052-308T": "identity_code",
    "Käynti Kauppakatu 12": "address",
    "Toimisto on Puijonkadulla 12": "address",
    "Besök Storgatan 5 B": "address",
    "PL 100, 70029 Kuopio": "address",
    "Asematie 3": "address",
}
ORDINARY = (
    "lastensuojelulaki 25 § 3 mom.",
    "Lastensuojelulaki 417/2007 25 §",
    "HE 149/2025 vp",
    "enintään viidellä 10 000:sta",
    "Soita 112",
    "Ota yhteys Kuopioon",
    "13–17-vuotiaat",
    "uusi tie 2 kuukauden päästä",
    "noin 30000 lasta vuodessa",
)


@pytest.mark.parametrize(("text", "shape"), SHAPES.items())
def test_a_shape_is_seen(text: str, shape: str) -> None:
    assert identifying_shape(text) == shape
    assert identifying_shape(f"Ensin tämä: {text}, ja sitten muuta.") == shape


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_texts_may_stand(text: str) -> None:
    assert identifying_shape(text) is None
