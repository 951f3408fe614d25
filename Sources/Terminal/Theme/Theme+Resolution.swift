extension Theme {
  /// The theme for a terminal of some depth; resolve again when the theme or the depth changes.
  package func resolved(depth: ColorDepth) -> ResolvedTheme {
    let overrides: [Role: ThemeEntry] =
      switch depth {
      case .mono: mono
      case .ansi8, .ansi16: ansi16
      case .indexed256, .trueColor: [:]
      }
    let entries = roles.merging(overrides) { $1 }
    return ResolvedTheme(
      name: name,
      depth: depth,
      patches: entries.mapValues { $0.patch(palette: palette) }
    )
  }
}
