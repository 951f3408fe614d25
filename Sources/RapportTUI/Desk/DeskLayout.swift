import Terminal

/// How the Desk uses a screen.
enum DeskLayout: Hashable, Sendable {
  /// One line a pane, then what to say.
  case compact
  case twoPanes, threePanes

  init(_ size: Size) {
    switch size.columns {
    case 160... where size.rows >= 24: self = .threePanes
    case 110... where size.rows >= 24: self = .twoPanes
    default: self = .compact
    }
  }
}
