import {
  AMBER_TEXT,
  BLUE,
  GREY,
  HAIRLINE,
  INK,
  PALE_BLUE,
  PALE_TEAL,
  QUIET,
  TEAL,
  VERMILION,
} from "../charts/style.ts";

const colour = (hex: string): string => `rgb("${hex}")`;

/** How a report looks on paper: a page of a medical journal. Functions that the report's blocks call, and nothing of any report. */
export const template = `
#let serif = ("Libertinus Serif", "Inter", "DejaVu Sans Mono")
#let sans = ("Inter", "Libertinus Serif", "DejaVu Sans Mono")
#let ink = ${colour(INK)}
#let faint = ${colour(QUIET)}
#let hair = ${colour(HAIRLINE)}
#let tones = (gap: ${colour(VERMILION)}, equivalent: ${colour(TEAL)}, open: ${colour(AMBER_TEXT)}, plain: ${colour(BLUE)})
#let label-text(size: 8pt, weight: "regular", fill: ink, body) = text(font: sans, size: size, weight: weight, fill: fill, body)
#let mono(body) = text(font: "DejaVu Sans Mono", size: 0.82em, body)
#let quiet(body) = text(fill: faint, style: "italic", body)
#let goto(target, body) = link(target, text(fill: ${colour(BLUE)}, body))
#let toned(tone, sign, body) = text(fill: tones.at(tone), weight: "semibold")[#sign~#body]

#let plainpar(body) = par(justify: true, body)
#let leadpar(body) = par(text(size: 11.5pt, body))
#let notepar(body) = block(sticky: true, par(label-text(fill: faint, body)))
#let bullets(items) = list(..items, marker: text(fill: faint)[•], indent: 0.4em, spacing: 0.7em)
#let listing(body) = block(width: 100%, inset: 7pt, stroke: (left: 1.5pt + hair), breakable: true, text(font: "DejaVu Sans Mono", size: 6.2pt, body))
#let facts(items) = block(above: 0.9em, below: 1.1em, grid(
  columns: (42mm, 1fr), row-gutter: 0.62em, column-gutter: 5mm,
  ..items.map(((term, body)) => (label-text(weight: "semibold", fill: faint, term), par(text(size: 9.4pt, body)))).flatten(),
))
#let tiles(items) = block(above: 1.1em, below: 1.3em, breakable: false, grid(
  columns: items.map(_ => 1fr), column-gutter: 4mm,
  ..items.map(((value, name, detail)) => block(width: 100%, inset: (top: 5pt), stroke: (top: 0.9pt + ink))[
    #set par(leading: 0.5em)
    #label-text(size: 7.4pt, fill: faint, name) \\
    #label-text(size: 17pt, weight: "semibold", value) \\
    #label-text(size: 7.2pt, fill: faint, detail)
  ]),
))
#let statements(items) = block(above: 0.9em, below: 1.2em, stack(spacing: 0pt, ..items.map(((tone, sign, badge, body, more)) => block(
  width: 100%, stroke: (top: 0.5pt + hair), inset: (y: 6pt), breakable: false,
  grid(columns: (37mm, 1fr), column-gutter: 4mm,
    label-text(size: 8.2pt, weight: "semibold", fill: tones.at(tone))[#sign~#badge],
    [#par(body) #if more != none { v(-0.35em); par(label-text(size: 7.8pt, fill: faint, more)) }],
  ),
))))
#let flow(name, steps) = block(above: 1em, below: 1.3em, breakable: false)[
  #label-text(weight: "semibold", name)
  #v(0.2em)
  #stack(spacing: 5pt, ..steps.map(((rows, what, left)) => if left {
    pad(left: 12mm, label-text(size: 8pt, fill: faint)[→ #if rows != "" [#strong(rows)~]#what])
  } else {
    box(width: 78mm, inset: (x: 7pt, y: 5pt), stroke: 0.6pt + faint, radius: 1.5pt, label-text(size: 8.6pt)[#strong(rows) #what])
  }))
]

#let end = right
#let start = left
#let head-cell(body, side) = align(side + bottom, label-text(size: 1em, weight: "semibold", body))
#let headrow(columns, body) = table.cell(colspan: columns, align: left, inset: (top: 6pt, bottom: 2.5pt, x: 0pt), strong(body))
#let datatable(name, size, widths, sides, head, notes, ..cells) = block(above: 1.25em, below: 1.35em, width: 100%, breakable: true)[
  #block(below: 0.6em, sticky: true, label-text(size: 8.6pt, weight: "semibold", name))
  #set text(font: sans, size: size, number-width: "tabular")
  #set par(justify: false, leading: 0.5em)
  #table(
    columns: widths, align: (x, y) => sides.at(x) + top,
    inset: (x, y) => (left: if x == 0 { 0pt } else { 3pt }, right: if x == sides.len() - 1 { 0pt } else { 3pt }, y: 2.6pt),
    stroke: (x, y) => if y == 0 { (top: 0.9pt + ink, bottom: 0.5pt + ink) } else { (bottom: 0.3pt + hair) },
    table.header(repeat: true, ..head),
    ..cells,
  )
  #if notes.len() > 0 { block(above: 0.6em, stack(spacing: 0.5em, ..notes.map(((mark, body)) => text(size: 6.8pt, fill: faint)[#super(mark)~#body]))) }
]

#let line-sign(paint, thickness, dash) = box(baseline: -2.4pt, line(length: 15pt, stroke: (paint: paint, thickness: thickness, dash: dash)))
#let signs = (
  line: line-sign(${colour(BLUE)}, 1.6pt, "solid"),
  grey-line: line-sign(${colour(GREY)}, 1.1pt, "solid"),
  dashed: line-sign(faint, 1pt, "dashed"),
  dotted: line-sign(${colour(GREY)}, 1pt, "dotted"),
  band: box(width: 15pt, height: 6pt, fill: ${colour(PALE_BLUE)}),
  margin: box(width: 15pt, height: 6pt, fill: ${colour(PALE_TEAL)}),
  circle: box(width: 6pt, height: 6pt, radius: 3pt, stroke: 1pt + ${colour(BLUE)}),
  hollow: box(width: 5.5pt, height: 5.5pt, stroke: 1pt + ${colour(BLUE)}),
  arrow: text(fill: ${colour(BLUE)})[→],
)
#let drawing(number, title, pictures, key, note) = block(above: 1.5em, below: 1.6em, width: 100%, breakable: pictures.len() > 6)[
  #block(below: 0.75em, sticky: true)[#label-text(size: 9pt, weight: "bold", fill: ${colour(BLUE)}, number)~~#label-text(size: 9pt, weight: "semibold", title)]
  #if key.len() > 0 { block(below: 0.8em, sticky: true, key.map(((sign, name)) => box[#pdf.artifact(signs.at(sign))~#label-text(size: 7.6pt, fill: faint, name)]).join(h(1.4em))) }
  #if pictures.len() == 1 and pictures.at(0).at(2) == none {
    let (path, words, _, _, width) = pictures.at(0)
    align(center, image(path, format: "svg", alt: words, width: calc.min(100%, width / 800 * 100%)))
  } else if pictures.len() > 0 {
    grid(columns: (1fr, 1fr, 1fr), column-gutter: 4mm, row-gutter: 4mm, ..pictures.map(((path, words, name, detail, width)) => block(breakable: false)[
      #label-text(size: 7.8pt, weight: "semibold", name) #label-text(size: 7.2pt, fill: faint, detail)
      #v(-0.5em)
      #image(path, format: "svg", alt: words, width: 100%)
    ]))
  }
  #if note != none { block(above: 0.7em, par(label-text(size: 7.8pt, fill: faint, note))) }
]
`;
