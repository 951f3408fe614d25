/// What a terminal's own colours look like: its default text and background, and the 16 of ANSI.
package struct TerminalPalette: Hashable, Sendable {
  package let foreground: RGB
  package let background: RGB

  package init(foreground: RGB, background: RGB) {
    self.foreground = foreground
    self.background = background
  }

  package static let onBlack = TerminalPalette(foreground: .white, background: .black)
  package static let onWhite = TerminalPalette(foreground: .black, background: .white)

  /// The 16 colours of xterm, the only ones a program can assume.
  package static let xterm: [RGB] = [
    RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0),
    RGB(0, 0, 238), RGB(205, 0, 205), RGB(0, 205, 205), RGB(229, 229, 229),
    RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0), RGB(255, 255, 0),
    RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
  ]

  /// What a colour looks like; nil for the terminal's default.
  static func rgb(of color: Color) -> RGB? {
    switch color {
    case .terminalDefault: return nil
    case .ansi(let number): return xterm[Int(number & 15)]
    case .rgb(let red, let green, let blue): return RGB(red, green, blue)
    case .indexed(let index):
      if index < 16 { return xterm[Int(index)] }
      if index >= 232 {
        let grey = 8 + 10 * (index - 232)
        return RGB(grey, grey, grey)
      }
      let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
      let cube = Int(index - 16)
      return RGB(levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
    }
  }

  /// The two colours a style shows, after reversing.
  package func colors(of style: Style) -> (foreground: RGB, background: RGB) {
    let foreground = Self.rgb(of: style.foreground) ?? foreground
    let background = Self.rgb(of: style.background) ?? background
    return style.attributes.contains(.reverse) ? (background, foreground) : (foreground, background)
  }

  /// The contrast of a style's text on its background.
  package func contrast(of style: Style) -> Double {
    let (foreground, background) = colors(of: style)
    return foreground.contrast(with: background)
  }
}
