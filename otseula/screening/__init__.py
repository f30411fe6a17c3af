"""From a case and a rule base to a recommendation."""
