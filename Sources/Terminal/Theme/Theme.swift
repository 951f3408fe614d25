/// How every role looks, as a theme file says it: with palette names and before any terminal.
package struct Theme: Hashable, Sendable {
  package enum Appearance: String, Hashable, Sendable, CaseIterable { case dark, light, any }

  package var name: String
  package var author: String
  package var appearance: Appearance
  /// The theme that speaks where this one is silent.
  package var inherits: String?
  package var palette: [String: Color]
  package var roles: [Role: ThemeEntry]
  /// What replaces a role's entry where a terminal has 8 or 16 colours, and where it has none.
  package var ansi16: [Role: ThemeEntry]
  package var mono: [Role: ThemeEntry]

  package init(
    name: String,
    author: String = "",
    appearance: Appearance = .any,
    inherits: String? = nil,
    palette: [String: Color] = [:],
    roles: [Role: ThemeEntry] = [:],
    ansi16: [Role: ThemeEntry] = [:],
    mono: [Role: ThemeEntry] = [:]
  ) {
    self.name = name
    self.author = author
    self.appearance = appearance
    self.inherits = inherits
    self.palette = palette
    self.roles = roles
    self.ansi16 = ansi16
    self.mono = mono
  }
}
