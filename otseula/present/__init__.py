"""A recommendation as terminal sheet, Markdown, HTML or JSON."""
