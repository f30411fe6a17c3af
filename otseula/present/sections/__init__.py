"""The eleven sections of the sheet, each from the findings alone."""
