import Terminal
import Testing

@testable import TerminalNcurses

@Suite struct StartupTests {
  @Test(
    arguments: [
      (["TERM": "xterm-256color"], ["xterm-256color", "xterm"]),
      (["TERM": "xterm-kitty"], ["xterm-kitty", "xterm-256color", "xterm"]),
      (["TERM": "foot"], ["foot", "xterm-256color", "xterm"]),
      (["TERM": "made-up"], ["made-up", "xterm"]),
      (["TERM": "made-up", "COLORTERM": "1"], ["made-up", "xterm-256color", "xterm"]),
      (["TERM": "xterm"], ["xterm"]), (["TERM": "dumb"], ["dumb"]), (["TERM": ""], []), ([:], []),
    ] as [([String: String], [String])]
  )
  func `a terminal nobody described is most like xterm`(
    environment: [String: String],
    candidates: [String]
  ) {
    #expect(TerminalName(TerminalEnvironment(environment)).candidates == candidates)
  }

  @Test(arguments: [
    ("xterm-256color", true), ("tmux-256color", true), ("screen", true), ("foot", true),
    ("rxvt-unicode-256color", true), ("vt100", false), ("linux", false), ("ansi", false),
  ])
  func `only xterm's relatives get its sequences`(name: String, speaks: Bool) {
    #expect(TerminalName.speaksXterm(name) == speaks)
  }

  @Test(
    arguments: [
      (ColorDepth.ansi16, ["NO_COLOR": "1"], 256, ColorDepth.ansi16),
      (nil, ["NO_COLOR": "1", "COLORTERM": "truecolor"], 256, .mono),
      (nil, ["NO_COLOR": "", "COLORTERM": "truecolor"], 256, .trueColor),
      (nil, ["COLORTERM": "24bit"], 8, .trueColor), (nil, ["COLORTERM": "yes"], 256, .indexed256),
      (nil, [:], 0, .mono), (nil, [:], 8, .ansi8), (nil, [:], 16, .ansi16), (nil, [:], 88, .ansi16),
      (nil, [:], 0x1000000, .trueColor),
    ] as [(ColorDepth?, [String: String], Int, ColorDepth)]
  )
  func `the setting wins, then NO_COLOR, COLORTERM and TERM`(
    setting: ColorDepth?,
    environment: [String: String],
    colors: Int,
    depth: ColorDepth
  ) {
    let detected = DetectedDepth(
      setting: setting,
      environment: TerminalEnvironment(environment),
      colors: colors,
      confirmed: false
    )
    #expect(detected.depth == depth)
  }

  @Test func `a terminal's own answer beats its description`() {
    let detected = DetectedDepth(
      setting: nil,
      environment: TerminalEnvironment([:]),
      colors: 256,
      confirmed: true
    )
    #expect(detected.depth == .trueColor)
    #expect(EscapeWriter.confirmsDirectColor("0;48:2:1:2:3m"))
    #expect(!EscapeWriter.confirmsDirectColor("0;48:5:16m"))
  }

  @Test func `the reasons for no full screen say what to do`() {
    #expect("\(TerminalError.unsuitable(name: "dumb"))".hasSuffix("use --plain"))
    #expect("\(TerminalError.noName)".contains("TERM is not set"))
    #expect("\(TerminalError.noTerminal)".contains("use --plain"))
  }
}
