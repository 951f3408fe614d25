package import Terminal

/// Why a depth was chosen, for `doctor`.
package struct DetectedDepth: Hashable, Sendable {
  package let depth: ColorDepth
  /// As `COLORTERM says so`.
  package let reason: String

  /// What a terminal shows: the setting, else NO_COLOR, else COLORTERM, else what the terminal
  /// answered (`confirmed`: it keeps a colour of 24 bits), else its description's `colors`.
  package init(
    setting: ColorDepth?,
    environment: TerminalEnvironment,
    colors: Int,
    confirmed: Bool
  ) {
    if let setting {
      (depth, reason) = (setting, "chosen by you")
    } else if environment["NO_COLOR"] != nil {
      (depth, reason) = (.mono, "NO_COLOR is set")
    } else if ["truecolor", "24bit"].contains(environment["COLORTERM"]) {
      (depth, reason) = (.trueColor, "COLORTERM says so")
    } else if confirmed {
      (depth, reason) = (.trueColor, "the terminal answered so")
    } else {
      (depth, reason) = (ColorDepth(colors: colors), "TERM says so")
    }
  }
}

extension ColorDepth {
  /// The depth of a terminal with so many colours.
  package init(colors: Int) {
    self =
      switch colors {
      case ..<8: .mono
      case ..<16: .ansi8
      case ..<256: .ansi16
      case ..<0x1000000: .indexed256
      default: .trueColor
      }
  }
}
