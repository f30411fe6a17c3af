"""The chapters of the handbook, one in each file: a Book in, blocks out."""
