/// A way to move through a list.
package enum ListMotion: Hashable, Sendable {
  case up, down, pageUp, pageDown, halfPageUp, halfPageDown, first, last

  /// The motion of a key that no text field uses: arrows and pages.
  package init?(whileTyping key: Key) {
    switch key {
    case .up: self = .up
    case .down: self = .down
    case .pageUp: self = .pageUp
    case .pageDown: self = .pageDown
    default: return nil
    }
  }

  /// The motion of a key where nothing is typed, letters included.
  package init?(_ key: Key) {
    switch key {
    case .home, .character("g"): self = .first
    case .end, .character("G"): self = .last
    case .character("k"): self = .up
    case .character("j"): self = .down
    case .control("u"): self = .halfPageUp
    case .control("d"): self = .halfPageDown
    default:
      guard let motion = ListMotion(whileTyping: key) else { return nil }
      self = motion
    }
  }
}
