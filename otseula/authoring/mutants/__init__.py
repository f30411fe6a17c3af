"""Every small change of a condition: which of them no vignette notices, and why."""
