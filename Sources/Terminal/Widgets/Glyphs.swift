/// The signs that widgets draw with, for terminals with Unicode and for those with ASCII only.
package struct Glyphs: Hashable, Sendable {
  /// Corners from the top left clockwise, and the two directions of lines.
  package struct Border: Hashable, Sendable {
    package let topLeft, topRight, bottomRight, bottomLeft, horizontal, vertical: Unicode.Scalar
  }

  package let border: Border
  /// Before the chosen row of a list.
  package let marker: Unicode.Scalar
  package let ellipsis: String
  /// A filled cell, an empty one, and those in between, from nearly empty to nearly full.
  package let barFull: Unicode.Scalar
  package let barEmpty: Unicode.Scalar
  package let barParts: [Unicode.Scalar]
  /// From low to high.
  package let sparks: [Unicode.Scalar]
  package let scrollThumb: Unicode.Scalar
  package let scrollTrack: Unicode.Scalar
  package let bullet: Unicode.Scalar
  package let separator: String

  package static let unicode = Glyphs(
    border: Border(
      topLeft: "╭",
      topRight: "╮",
      bottomRight: "╯",
      bottomLeft: "╰",
      horizontal: "─",
      vertical: "│"
    ),
    marker: "▌",
    ellipsis: "…",
    barFull: "█",
    barEmpty: "░",
    barParts: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"],
    sparks: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    scrollThumb: "┃",
    scrollTrack: "│",
    bullet: "·",
    separator: " · "
  )

  package static let ascii = Glyphs(
    border: Border(
      topLeft: "+",
      topRight: "+",
      bottomRight: "+",
      bottomLeft: "+",
      horizontal: "-",
      vertical: "|"
    ),
    marker: ">",
    ellipsis: "...",
    barFull: "#",
    barEmpty: "-",
    barParts: [],
    sparks: ["_", ".", "-", "=", "#"],
    scrollThumb: "#",
    scrollTrack: "|",
    bullet: "*",
    separator: ", "
  )
}
