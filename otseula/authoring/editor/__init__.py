"""What an editor is told of one rule base: a JSON Schema that knows its names."""
