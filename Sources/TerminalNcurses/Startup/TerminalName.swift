/// What TERM says, and which descriptions may stand in for it.
package struct TerminalName: Hashable, Sendable {
  /// TERM; nil if it is not set.
  package let given: String?
  /// The names to try, best first.
  package let candidates: [String]

  package init(_ environment: TerminalEnvironment) {
    given = environment["TERM"]
    guard let given else {
      candidates = []
      return
    }
    var names = [given]
    let isModern = Self.modern.contains { given.contains($0) } || environment["COLORTERM"] != nil
    // Without its own description a terminal that moves the cursor at all is most like xterm.
    if !Self.incapable.contains(given) {
      if isModern { names.append("xterm-256color") }
      names.append("xterm")
    }
    candidates = names.enumerated().filter { names.firstIndex(of: $1) == $0 }.map(\.element)
  }

  /// Terminals that few systems describe and that understand all that xterm does.
  private static let modern = [
    "kitty", "ghostty", "foot", "alacritty", "wezterm", "contour", "rio", "256color", "direct",
  ]
  private static let incapable = ["dumb", "unknown", "emacs"]

  /// Whether a terminal knows xterm's sequences for the title, pastes, focus, mouse and clipboard,
  /// and ignores those it does not know.
  package static func speaksXterm(_ name: String) -> Bool {
    let families = ["xterm", "tmux", "screen", "rxvt", "vte", "gnome", "konsole", "st-", "iterm"]
    return families.contains { name.hasPrefix($0) } || modern.contains { name.contains($0) }
  }
}
