"""The JSON Schema of one rule base's files, for editors."""

from __future__ import annotations

from otseula.authoring.editor.asked import all_asked
from otseula.authoring.editor.conditions import condition_definitions, condition_of
from otseula.authoring.editor.entries import id_definitions, name_references
from otseula.authoring.editor.messages import with_messages
from otseula.authoring.editor.names import Schema
from otseula.authoring.editor.question_tests import definitions_of_tests
from otseula.authoring.editor.sharing import with_shared_ids, without_unused
from otseula.rulebase.entries import CONDITION_FIELD
from otseula.rulebase.model import Content
from otseula.rulebase.structure import schema as general_schema

#: The definition of an entry of each list that has conditions.
_OWNERS = {
    "questions": "question",
    "criteria": "criterion",
    "situations": "situation",
    "rules": "rule",
}
_ID = "https://otseula.example/named-rulebase.schema.json"


def named_schema(content: Content) -> Schema:
    """The general schema narrowed to what this rule base holds: names, options and ranges.
    Titles, descriptions and messages are Finnish. It knows every version of everything, and
    nothing of days: what is in force when is told by `otseula check`."""
    found = general_schema()
    definitions = found["$defs"]
    asked = all_asked(content)
    for name, field in CONDITION_FIELD.items():
        shape = definitions[_OWNERS[name]]["properties"][field]
        shape["$ref"] = f"#/$defs/{condition_of(name)}"
    name_references(definitions, content, asked)
    words = definitions["test"]["properties"]
    named = {
        **id_definitions(content),
        **definitions_of_tests(content, asked, words),
        **condition_definitions(content, asked, definitions),
    }
    definitions |= named
    found["$id"] = _ID
    return with_shared_ids(with_messages(without_unused(found)))
