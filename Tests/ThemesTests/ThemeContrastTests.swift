import Terminal
import Testing
import Themes

/// Every text of every built-in theme can be read on every kind of terminal (WCAG 2.2).
@Suite struct ThemeContrastTests {
  static let names = ThemeLibrary().names

  /// Lines and other marks, for which 3 to 1 is enough; what they mean is also said in words.
  private static let marks: Set<Role> = [
    .border, .borderFocus, .rule, .scroll, .chartTrack, .chartBand, .popupBorder,
  ]

  private func resolved(_ name: String, _ depth: ColorDepth) throws -> ResolvedTheme {
    try #require(ThemeLibrary().theme(named: name)).theme.resolved(depth: depth)
  }

  @Test(arguments: names, ColorDepth.allCases)
  func `text has a contrast of 4.5 and marks of 3, also when selected`(
    name: String,
    depth: ColorDepth
  ) throws {
    let theme = try resolved(name, depth)
    for role in Role.all {
      for overlay in [Role.text, .selection, .selectionInactive, .popup] {
        let style = theme.style(for: role, overlay: overlay)
        // Only the terminal knows its background: both kinds must do.
        for palette in [TerminalPalette.onBlack, .onWhite] {
          let least = Self.marks.contains(role) || style.mixesWithTerminal ? 3 : 4.5
          let contrast = palette.contrast(of: style)
          #expect(contrast >= least, "\(name), \(depth), \(role) under \(overlay): \(contrast)")
        }
      }
    }
  }

  @Test(arguments: ["contrast-dark", "contrast-light"])
  func `the contrast themes have 7 to 1`(name: String) throws {
    let theme = try resolved(name, .trueColor)
    for role in Role.all {
      for overlay in [Role.text, .selection] {
        let contrast = TerminalPalette.onBlack.contrast(
          of: theme.style(for: role, overlay: overlay)
        )
        #expect(contrast >= 7, "\(role) under \(overlay): \(contrast)")
      }
    }
  }

  @Test func `the standard theme leaves colours to the terminal`() throws {
    let theme = try resolved(ThemeLibrary.standardName, .trueColor)
    for role in Role.all {
      let style = theme.style(for: role)
      #expect(style.background == .terminalDefault)
      // Red and magenta are the only two of the six that read on black and on white.
      #expect([.terminalDefault, .ansi(1), .ansi(5)].contains(style.foreground), "\(role)")
    }
  }

  @Test(arguments: names, ColorDepth.allCases)
  func `what must be told apart looks different at every depth`(
    name: String,
    depth: ColorDepth
  ) throws {
    let theme = try resolved(name, depth)
    let pairs: [(Role, Role)] = [
      (.statusError, .statusOk), (.match, .text), (.scriptMissing, .script), (.step, .stepDone),
      (.borderFocus, .border), (.headerViewActive, .headerView), (.tabActive, .tab),
      (.offerOpen, .offerClosed), (.hintKey, .hintText), (.practice, .text),
    ]
    for (one, other) in pairs {
      #expect(theme.style(for: one) != theme.style(for: other), "\(name), \(depth): \(one)")
    }
    for role in Role.all where !role.name.hasPrefix("selection") {
      let style = theme.style(for: role)
      // What is reversed already stays as it is; such rows carry the marker of the chosen one.
      guard !style.attributes.contains(.reverse) else { continue }
      #expect(theme.style(for: role, overlay: .selection) != style, "\(name), \(depth): \(role)")
    }
  }

  /// Full dichromacy, in linear light (Machado, Oliveira and Fernandes 2009).
  private static let blindness: [String: [[Double]]] = [
    "deuteranopia": [
      [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
      [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
      [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.303900],
    ],
  ]

  @Test(arguments: blindness.keys.sorted())
  func `good and bad differ for the eyes a theme is for`(name: String) throws {
    let theme = try resolved(name, .trueColor)
    let matrix = try #require(Self.blindness[name])
    func seen(_ role: Role) -> OKLab {
      let light = TerminalPalette.onBlack.colors(of: theme.style(for: role)).foreground.linear
      let channels = matrix.map {
        min(1, max(0, $0[0] * light.red + $0[1] * light.green + $0[2] * light.blue))
      }
      return OKLab(red: channels[0], green: channels[1], blue: channels[2])
    }
    for (one, other) in [
      (Role.statusOk, Role.statusError), (.offerOpen, .offerClosed), (.statusOk, .statusWarning),
      (.statusError, .statusWarning), (.statusOk, .text), (.statusError, .text),
    ] {
      let distance = seen(one).distance(to: seen(other))
      #expect(distance >= 0.08, "\(one) and \(other): \(distance)")
    }
  }
}

extension Style {
  /// Whether one of its two colours is the terminal's and the other an ANSI colour, whose look is
  /// the user's choice.
  fileprivate var mixesWithTerminal: Bool {
    func isAnsi(_ color: Color) -> Bool {
      if case .ansi = color { true } else { false }
    }
    return foreground == .terminalDefault && isAnsi(background)
      || background == .terminalDefault && isAnsi(foreground)
  }
}
