import Terminal

/// The themes that can be drawn with, resolved for one terminal as they are needed.
struct ThemeShelf {
  private(set) var themes: [Theme]
  private let depth: ColorDepth
  private var resolved: [String: ResolvedTheme] = [:]

  init(_ themes: [Theme], depth: ColorDepth) {
    self.themes = themes
    self.depth = depth
  }

  /// The plain theme where there is none of that name.
  mutating func theme(named name: String) -> ResolvedTheme {
    if let theme = resolved[name] { return theme }
    guard let theme = themes.first(where: { $0.name == name }) else { return .plain }
    let ready = theme.resolved(depth: depth)
    resolved[name] = ready
    return ready
  }

  /// Takes themes as their files say them now; one that says nothing, or is gone, stays as it was.
  mutating func take(_ readings: [ThemeSource.Reading]) {
    let usable = readings.filter(\.isUsable).map(\.theme)
    let names = Set(usable.map(\.name))
    themes = (usable + themes.filter { !names.contains($0.name) }).sorted { $0.name < $1.name }
    resolved = [:]
  }
}
