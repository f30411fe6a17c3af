"""A rule base's own cases against what they expect, and what they try: `otseula test`."""
