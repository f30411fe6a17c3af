"""From YAML text to a checked, frozen rule base. Knows nothing of cases."""
