"""How the page looks: the report's own type scale and colours, for a narrow screen, a dark one, and paper."""

from __future__ import annotations

from app.reports.fonts import Cut
from app.reports.lettering import Look, Tone
from app.reports.paper import Paper
from app.reports.web.markup import look_name, tone_name
from app.reports.web.typeface import FAMILY, tones

# The size of body text on paper; on a screen it is the reader's own size, and all else follows from it.
_BODY = Look.BODY.value.size
_BIGGEST = 1.5

_SCREEN = """
* { box-sizing: border-box; }
html { font-size: 106.25%; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.5; overflow-wrap: break-word;
  border-top: .6rem solid var(--primary); }
.page { max-width: 50rem; margin: 0 auto; padding: 2.5rem 1.25rem 3rem; }
a { color: var(--primary); text-underline-offset: .15em; }
a:focus-visible { outline: .2rem solid var(--primary); outline-offset: .15rem; }
.skip { position: absolute; left: 1rem; top: -9rem; background: var(--paper); padding: .6rem 1rem; }
.skip:focus { top: 1rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
h1, h2, h3, p, ul, ol, figure, table { margin: 0; }
p + p, p + ul, p + ol, ul + p, ol + p { margin-top: .75rem; }
p, li { max-width: 68ch; }
h1.title { font-size: clamp(1.9rem, 1.1rem + 3.6vw, 3.4rem); line-height: 1.15; font-weight: 700; }
img.logo { display: block; max-width: 11rem; max-height: 4rem; margin-bottom: 1.2rem; background: #fff; border-radius: 4px; }
h1.title.long { font-size: clamp(1.6rem, 1.2rem + 1.6vw, 2.3rem); }
.chapter { font-size: clamp(1.6rem, 1.3rem + 1.2vw, 2.1rem); line-height: 1.25; }
h1.chapter { font-size: clamp(1.9rem, 1.3rem + 2.4vw, 2.8rem); line-height: 1.2; }
h2.chapter { margin-top: 3.5rem; padding-top: 1rem; border-top: .2rem solid var(--primary); }
.section { font-size: 1.25rem; line-height: 1.35; margin-top: 2.2rem; }
h1 + *, h2 + *, h3 + * { margin-top: .75rem; }
header .kicker { margin-bottom: .9rem; }
header .nations { margin-top: .9rem; }
header .place { margin-top: .3rem; }
header .facts { list-style: none; padding: 0; margin-top: 1.5rem; }
.box { margin-top: 1.5rem; padding: 1rem 1.25rem; background: var(--soft); border-left: .25rem solid var(--primary); }
.box.warn { background: var(--warn-soft); border-color: var(--warn); }
.box + p, .box + ul, .box + ol { margin-top: 1.5rem; }
.box * + p, .box * + ul, .box * + ol { margin-top: .4rem; }
figure { display: flex; flex-wrap: wrap; gap: 1.5rem 2rem; align-items: center; margin-top: 2rem; }
figure svg { flex: 0 0 12rem; width: 12rem; max-width: 100%; }
figcaption { flex: 1 1 16rem; font-size: .9rem; }
.ring text { font-size: 27px; font-weight: 700; fill: var(--ink); }
.ring .filled { fill: var(--primary); }
.ring .empty { fill: none; stroke: var(--warn); stroke-width: 1.6; stroke-dasharray: 5 3; }
nav { margin-top: 2.5rem; }
nav h2 { font-size: 1rem; color: var(--muted); }
nav ol { list-style: none; padding: 0; margin-top: .4rem; }
nav li { border-top: 1px solid var(--line); }
nav a { display: block; padding: .55rem 0; }
.list, .signed { font-size: 1.1rem; }
.box .list { font-size: .95rem; }
.list { padding-left: 1.6rem; }
.list li { padding-left: .2rem; }
.list li + li, .signed li + li { margin-top: .45rem; }
.list li::marker { color: var(--primary); }
.signed { list-style: none; padding: 0; }
.signed span { color: var(--primary); }
.gaps { list-style: circle; padding-left: 1.3rem; columns: 17rem; column-gap: 2rem; font-weight: 700; font-size: .95rem; }
.ruled i { display: block; height: 2rem; border-bottom: 1px solid var(--muted); }
tr.hand > * { height: 3rem; }
.gaps li { break-inside: avoid; padding: .1rem 0; }
.gaps li::marker { color: var(--warn); }
.tiles { list-style: none; padding: 0; display: grid; gap: .75rem; margin-top: 1.5rem;
  grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); }
.tiles li { border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem; }
.tiles strong, .tiles span { display: block; line-height: 1.25; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin-top: 1.25rem; }
th, td { text-align: left; vertical-align: top; font-weight: 400; padding: .55rem .8rem .55rem 0; }
thead th { font-size: .85rem; font-weight: 700; color: var(--muted); vertical-align: bottom; }
thead { border-bottom: 1.5px solid var(--ink); }
tbody tr { border-bottom: 1px solid var(--line); }
tr.level-1 { border-bottom: 1.5px solid var(--primary); }
tr.level-1 > * { padding-top: 1.3rem; }
tr.level-2 > * { padding-top: .9rem; }
td.aside { text-align: right; padding-right: 0; vertical-align: bottom; }
th.right, td.right { text-align: right; }
th p + p, td p + p { margin-top: .15rem; }
.in-1 { padding-left: 1.2rem; } .in-2 { padding-left: 2.4rem; } .in-3 { padding-left: 3.6rem; }
.in-4 { padding-left: 4.8rem; }
.sign { width: 1em; height: 1em; margin-right: .45em; vertical-align: -.12em; color: var(--muted); }
.sign.half { color: var(--primary); } .sign.full { color: var(--ok); }
.sign * { fill: currentColor; }
.sign .open { fill: none; stroke: currentColor; stroke-width: 1.6; }
.sign .tick { fill: none; stroke: var(--paper); stroke-width: 1.8; }
.bar { width: 100%; max-width: 14rem; height: .5rem; border-radius: .25rem; display: block; margin-top: .5rem; }
.bar .track { fill: var(--track); } .bar .done { fill: var(--primary); }
.scan { display: flex; flex-wrap: wrap; gap: 1rem 1.5rem; align-items: center; }
.scan > div { flex: 1 1 14rem; min-width: 0; }
.code { width: 8rem; height: 8rem; flex: none; }
.address { overflow-wrap: anywhere; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--muted); font-size: .9rem; }
@media screen and (min-width: 72rem) {
  .page.with-contents { max-width: 70rem; display: grid; grid-template-columns: 14rem minmax(0, 50rem); column-gap: 4rem; }
  .with-contents > * { grid-column: 2; }
  .with-contents > nav { grid-column: 1; grid-row: 1 / span 3; position: sticky; top: 2rem; align-self: start;
    margin-top: 0; max-height: calc(100vh - 4rem); overflow-y: auto; }
}
@media screen and (max-width: 36rem) {
  table, tbody, tr, th, td { display: block; }
  thead, colgroup { display: none; }
  tbody tr { padding: .6rem 0; }
  th, td, tr.level-1 > *, tr.level-2 > * { padding: 0; }
  tr > * + * { margin-top: .35rem; }
  tr.level-1 { padding-top: 1.6rem; } tr.level-2 { padding-top: 1.1rem; }
  td:empty { display: none; }
  td.aside, td.right { text-align: left; }
  td[data-title]::before { content: attr(data-title); display: block; font-size: .85rem; color: var(--muted); }
  .in-1, .in-2, .in-3, .in-4 { padding-left: .8rem; border-left: .2rem solid var(--line); }
}
"""

_PRINT = """
@media print {
  html { font-size: 10pt; }
  body { border: 0; }
  .page { max-width: none; padding: 0; }
  .skip { display: none; }
  a { color: inherit; }
  .cover + nav { break-after: page; }
  .cover + main { break-before: page; }
  .new-page { break-before: page; }
  h1, h2, h3 { break-after: avoid; }
  tr, .box, .tiles, figure, li { break-inside: avoid; }
  tr.level-1, tr.level-2 { break-after: avoid; }
  thead { display: table-header-group; break-after: avoid; }
  p { orphans: 2; widows: 2; }
  .box, .bar, .ring, .sign { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
"""


def style(paper: Paper) -> str:
    """Everything between the page's style tags but the letters themselves."""
    stack = f'body {{ font-family: "{FAMILY}", "BC Sans", "Noto Sans", "Segoe UI", system-ui, sans-serif; }}'
    looks = "\n".join(_look(one) for one in Look)
    over = "\n".join(f".{tone_name(one)}.{tone_name(one)} {{ color: var(--{tone_name(one)[5:]}); }}" for one in Tone)
    return "\n".join([tones(), stack, looks, over, _SCREEN.strip(), _sheet(paper), _PRINT.strip()])


def _look(look: Look) -> str:
    """A style of the type scale, in sizes of the reader's own; the biggest of paper would not fit a phone."""
    style = look.value
    size = min(style.size / _BODY, _BIGGEST) if look is not Look.FIGURE else 2.2
    weight = " font-weight: 700;" if style.cut is Cut.BOLD else ""
    return f".{look_name(look)} {{ font-size: {size:.4g}rem; color: var(--{tone_name(style.tone)[5:]});{weight} }}"


def _sheet(paper: Paper) -> str:
    """The sheet and its margins, as in the PDF."""
    margins = f"{paper.top - 20:g}pt {paper.side:g}pt {paper.height - paper.bottom:g}pt"
    return f"@page {{ size: {paper.width:g}pt {paper.height:g}pt; margin: {margins}; }}"
