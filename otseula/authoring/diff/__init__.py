"""What an edit of a rule base changes, in every possible case: `otseula diff`."""
