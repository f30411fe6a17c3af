"""The rule base as a document for people: what it says, as neutral blocks, and two renderers."""
