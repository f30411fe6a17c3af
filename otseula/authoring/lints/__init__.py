"""The lints of `otseula check`: what is usable but should be better. One module each, found by
being here. A module has `CODE`, its docstring is its page (what, why, avoid, prefer), and
`look(checked, findings)` adds what it finds."""
