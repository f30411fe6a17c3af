"""The lints of `otseula check`: what is usable but should be better. One module each, found by
being here. A module has `CODE`, its docstring is its page (what, why, avoid, prefer), and
`look(checked, findings)` adds what it finds. It may have `fix(checked, files)`, which gives an Edit
for each finding that can be mended safely (authoring/mending), `LAST`, where it looks at what the
others have found, and `BUNDLED_ALONE`, where it asks nothing of local layers."""
