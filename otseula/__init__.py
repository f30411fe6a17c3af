"""otseula: a screening tool and small rules engine for the OT centres."""
