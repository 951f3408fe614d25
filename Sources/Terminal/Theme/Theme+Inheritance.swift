extension Theme {
  /// This theme with what it does not say taken from another.
  ///
  /// Palettes merge by name, so a theme that only changes colours recolours all it inherits; a
  /// role's entry replaces the inherited one as a whole, and its overrides with it.
  package func completed(by parent: Theme) -> Theme {
    var theme = self
    func overrides(_ own: [Role: ThemeEntry], _ inherited: [Role: ThemeEntry]) -> [Role: ThemeEntry]
    {
      inherited.filter { roles[$0.key] == nil || Self.isStructural($0.value) }
        .merging(own) { $1 }
    }
    theme.palette = parent.palette.merging(palette) { $1 }
    theme.roles = parent.roles.merging(roles) { $1 }
    theme.ansi16 = overrides(ansi16, parent.ansi16)
    theme.mono = overrides(mono, parent.mono)
    theme.inherits = parent.inherits
    return theme
  }

  /// Whether an entry says it all with attributes, and so suits whatever colours a role has.
  private static func isStructural(_ entry: ThemeEntry) -> Bool {
    entry.foreground == nil && entry.background == nil
  }

  /// The theme completed by all it inherits from, as far as there are such themes.
  ///
  /// - Returns: the theme, and a sentence where the chain ends at an unknown name or in a circle.
  package func completed(_ themes: (String) -> Theme?) -> (theme: Theme, problem: String?) {
    var theme = self
    var chain = [name]
    while let next = theme.inherits {
      if chain.contains(next) {
        let circle = (chain + [next]).joined(separator: " -> ")
        theme.inherits = nil
        return (theme, "themes inherit from each other in a circle: \(circle)")
      }
      guard let parent = themes(next) else {
        theme.inherits = nil
        return (theme, "inherits from \"\(next)\", and there is no such theme")
      }
      chain.append(next)
      theme = theme.completed(by: parent)
    }
    return (theme, nil)
  }
}
