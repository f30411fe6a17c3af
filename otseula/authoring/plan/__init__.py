"""How many questions a rule base asks: `otseula plan`."""
