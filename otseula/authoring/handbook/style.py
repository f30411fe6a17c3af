"""The style of the handbook's HTML: for a screen and for A4, in black and white."""

from __future__ import annotations

#: Sizes follow the reader's own (rem, em), so 200 % wraps instead of scrolling sideways.
STYLE = """
:root { color-scheme: light; }
body { margin: 0 auto; padding: 1rem; max-width: 52rem; background: #fff; color: #1a1a1a;
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; hyphens: auto; }
h1 { font-size: 1.7rem; line-height: 1.25; }
h2 { font-size: 1.4rem; border-bottom: 2px solid #1a1a1a; padding-bottom: .2rem;
  margin-top: 3rem; }
h3 { font-size: 1.1rem; margin: 2rem 0 .25rem; border-top: 1px solid #767676; padding-top: .5rem; }
h4 { font-size: 1rem; margin: 1rem 0 .25rem; }
h3 code, h4 code { font-weight: normal; font-size: .8em; color: #4d4d4d; }
ul { margin: .25rem 0; padding-left: 1.4rem; }
dl { display: grid; grid-template-columns: 11rem 1fr; gap: .15rem 1rem; margin: .5rem 0; }
dt { font-weight: bold; } dd { margin: 0; min-width: 0; }
dd > ul, td > ul { padding-left: 1.1rem; margin: 0; }
a { color: #00408a; }
code { font-size: .9em; overflow-wrap: anywhere; hyphens: none; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; font-size: .875rem; }
th, td { border: 1px solid #767676; padding: .3rem .4rem; text-align: left; vertical-align: top; }
th { background: #eee; } th:nth-child(2):nth-last-child(5) { width: 44%; }
.scroll { overflow-x: auto; }
.danger { border: 3px solid #a00000; padding: .5rem .75rem; font-weight: bold; }
.quiet { color: #4d4d4d; }
.short { columns: 18rem; list-style: none; padding: 0; font-size: .9rem; }
.card { border: 1px solid #767676; padding: .25rem .9rem .75rem; margin: 1rem 0; }
.card h4 { font-size: 1.05rem; }
.card dl { font-size: .875rem; }
.ticks { list-style: none; padding: 0; }
.ticks li { padding-left: 1.9rem; text-indent: -1.9rem; margin: .2rem 0; }
.box { display: inline-block; width: .95rem; height: .95rem; border: 1.5px solid #1a1a1a;
  margin-right: .8rem; vertical-align: -.1rem; }
.blank { margin: .6rem 0 0; font-size: .9rem; }
.line { display: block; border-bottom: 1px solid #767676; height: 1.7rem; }
figure { margin: 1rem 0; } figcaption { font-weight: bold; }
svg { display: block; max-width: 100%; height: auto; margin: .75rem 0; }
svg text { font: 12px system-ui, sans-serif; text-anchor: middle; fill: #1a1a1a; }
svg rect { fill: #fff; stroke: #1a1a1a; stroke-width: 1; }
svg .situation { stroke-width: 3; } svg .rule { fill: #eee; }
svg .consequence { stroke-width: 2; }
svg .arrow { fill: none; stroke: #4d4d4d; stroke-width: 1.1; }
svg .negative { stroke-dasharray: 5 3; } svg .head { fill: #4d4d4d; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: 0; } }
@media print {
  @page { size: A4; margin: 16mm 15mm; }
  :root { font-size: 9.5pt; }
  body { max-width: none; padding: 0; line-height: 1.4; }
  h3 { margin-top: 1.2rem; }
  h2 { break-before: page; margin-top: 0; }
  #about, #contents, #reading { break-before: auto; margin-top: 1.5rem; }
  h2, h3, h4, figcaption { break-after: avoid; break-inside: avoid; } svg { break-inside: avoid; }
  .card { break-inside: avoid; }
  .scroll { overflow: visible; } table { font-size: 8.5pt; } thead { display: table-header-group; }
  dl { display: block; } dt { float: left; clear: left; width: 32mm; }
  dd { margin-left: 36mm; min-height: 1.4em; }
  dd::after { content: ""; display: block; clear: both; }
  a { color: inherit; text-decoration: none; }
  .short { font-size: 8.5pt; columns: 3; }
}
""".strip()
