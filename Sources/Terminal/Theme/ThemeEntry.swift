/// What a theme file says of one role.
package struct ThemeEntry: Hashable, Sendable {
  /// A colour, or the name a palette gives one; which one is known after inheritance.
  package enum Paint: Hashable, Sendable {
    case color(Color)
    case named(String)
  }

  package var foreground: Paint?
  package var background: Paint?
  package var on: Attributes
  package var off: Attributes

  package init(
    foreground: Paint? = nil,
    background: Paint? = nil,
    on: Attributes = [],
    off: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.on = on
    self.off = off
  }

  /// The entry in colours; a name the palette lacks leaves the colour to the role's parent.
  func patch(palette: [String: Color]) -> StylePatch {
    func color(_ paint: Paint?) -> Color? {
      switch paint {
      case .color(let color): color
      case .named(let name): Self.color(name, palette: palette)
      case nil: nil
      }
    }
    return StylePatch(
      foreground: color(foreground),
      background: color(background),
      on: on,
      off: off
    )
  }

  /// The colour of a name: the palette's, or else the one of that name everywhere.
  static func color(_ name: String, palette: [String: Color]) -> Color? {
    palette[name] ?? Color(name)
  }
}
