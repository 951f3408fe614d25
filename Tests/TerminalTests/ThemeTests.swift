import Terminal
import Testing

@Suite struct ThemeTests {
  @Test func `what a role leaves open its parents say`() {
    let theme = Theme(
      name: "t",
      roles: [
        .text: ThemeEntry(foreground: .color(.ansi(7)), background: .color(.ansi(0))),
        "tab": ThemeEntry(foreground: .color(.ansi(2)), on: [.dim, .underline]),
        "tab.active": ThemeEntry(on: .bold, off: .dim),
      ]
    ).resolved(depth: .ansi16)
    #expect(
      theme.style(for: "tab.active")
        == Style(foreground: .ansi(2), background: .ansi(0), attributes: [.bold, .underline])
    )
    #expect(theme.style(for: "never.heard.of") == theme.style(for: .text))
    #expect(theme.style(for: "tab.later") == theme.style(for: "tab"))
  }

  @Test func `an overlay wins where it speaks`() {
    let theme = Theme(
      name: "t",
      roles: [
        .text: ThemeEntry(foreground: .color(.ansi(7)), background: .color(.ansi(0))),
        .whyYes: ThemeEntry(foreground: .color(.ansi(2)), on: .bold),
        .selection: ThemeEntry(background: .color(.ansi(4)), on: .underline),
      ]
    ).resolved(depth: .ansi16)
    #expect(
      theme.style(for: .whyYes, overlay: .selection)
        == Style(foreground: .ansi(2), background: .ansi(4), attributes: [.bold, .underline])
    )
    #expect(theme.style(for: .whyYes, overlay: .selectionInactive).background == .ansi(4))
  }

  @Test func `few colours replace a role's entry by its override`() {
    let theme = Theme(
      name: "t",
      roles: [.label: ThemeEntry(foreground: .color(.rgb(250, 10, 10)), on: .bold)],
      ansi16: [.label: ThemeEntry(foreground: .color(.ansi(14)))],
      mono: [.label: ThemeEntry(on: .reverse)]
    )
    func style(_ depth: ColorDepth) -> Style { theme.resolved(depth: depth).style(for: .label) }
    #expect(style(.trueColor) == Style(foreground: .rgb(250, 10, 10), attributes: .bold))
    #expect(style(.indexed256) == Style(foreground: .indexed(196), attributes: .bold))
    #expect(style(.ansi16) == Style(foreground: .ansi(14)))
    #expect(style(.ansi8) == Style(foreground: .ansi(6)))
    #expect(style(.mono) == Style(attributes: .reverse))
  }

  @Test func `reduced text still reads on its reduced background`() {
    let theme = Theme(
      name: "t",
      roles: [
        .text: ThemeEntry(
          foreground: .color(.rgb(0x6E, 0x67, 0x5C)),
          background: .color(.rgb(0xFB, 0xF6, 0xEC))
        )
      ]
    )
    for depth in ColorDepth.allCases {
      let style = theme.resolved(depth: depth).style(for: .text)
      #expect(TerminalPalette.onWhite.contrast(of: style) >= 4.5, "\(depth): \(style)")
    }
    #expect(theme.resolved(depth: .ansi16).style(for: .text).foreground == .ansi(0))
  }

  @Test func `a child keeps attribute overrides and drops colour overrides of what it restyles`() {
    let parent = Theme(
      name: "p",
      roles: [.label: ThemeEntry(on: .dim), .note: ThemeEntry(on: .dim)],
      ansi16: [
        .label: ThemeEntry(foreground: .color(.ansi(1))), .note: ThemeEntry(on: .underline),
      ]
    )
    let entry = ThemeEntry(foreground: .named("sea"))
    let child = Theme(name: "c", inherits: "p", roles: [.label: entry, .note: entry])
    let completed = child.completed { $0 == "p" ? parent : nil }
    #expect(completed.problem == nil)
    #expect(completed.theme.ansi16 == [.note: ThemeEntry(on: .underline)])
    #expect(completed.theme.unknownPaints.map(\.role) == [.label, .note])
  }

  @Test(arguments: [
    ("default", Color.terminalDefault), ("#0aF00f", .rgb(10, 240, 15)), ("ansi:15", .ansi(15)),
    ("index:232", .indexed(232)), ("bright-blue", .ansi(12)),
  ])
  func `colours have a text form`(text: String, color: Color) {
    #expect(Color(text) == color)
  }

  @Test(arguments: ["", "#12345", "#gggggg", "#+12345", "ansi:16", "ansi:-1", "index:256", "mauve"])
  func `other texts are no colours`(text: String) {
    #expect(Color(text) == nil)
  }

  @Test func `contrast and OKLab have their reference values`() {
    #expect(abs(RGB.black.contrast(with: .white) - 21) < 0.000_1)
    #expect(abs(RGB(118, 118, 118).contrast(with: .white) - 4.54) < 0.01)
    let red = OKLab(RGB(255, 0, 0))
    #expect(abs(red.lightness - 0.627_96) < 0.000_1)
    #expect(abs(red.a - 0.224_86) < 0.000_1)
    #expect(abs(red.b - 0.125_85) < 0.000_1)
    #expect(RGB(1, 171, 255).hex == "#01abff")
  }
}
