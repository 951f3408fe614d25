extension Theme {
  /// A palette name that no palette has.
  package struct UnknownPaint: Hashable, Sendable {
    /// `roles`, `ansi16` or `mono`.
    package let section: String
    package let role: Role
    /// `fg` or `bg`.
    package let key: String
    package let name: String
  }

  /// Where a completed theme names colours that do not exist, in the order of the roles.
  package var unknownPaints: [UnknownPaint] {
    var unknown: [UnknownPaint] = []
    for (section, entries) in [("roles", roles), ("ansi16", ansi16), ("mono", mono)] {
      for (role, entry) in entries.sorted(by: { $0.key.name < $1.key.name }) {
        for (key, paint) in [("fg", entry.foreground), ("bg", entry.background)] {
          guard case .named(let name) = paint, ThemeEntry.color(name, palette: palette) == nil
          else { continue }
          unknown.append(UnknownPaint(section: section, role: role, key: key, name: name))
        }
      }
    }
    return unknown
  }
}
