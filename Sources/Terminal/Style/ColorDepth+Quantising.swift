extension ColorDepth {
  /// The style in colours of this depth.
  ///
  /// A background becomes the nearest colour there is. A text colour becomes the nearest one that
  /// still reads: with a contrast of 4.5 to 1, or as much as the style had if that was less.
  func quantised(_ style: Style) -> Style {
    guard self != .trueColor else { return style }
    var result = style
    result.background = nearest(to: style.background)
    guard let text = TerminalPalette.rgb(of: style.foreground),
      let ground = TerminalPalette.rgb(of: style.background),
      let newGround = TerminalPalette.rgb(of: result.background)
    else {
      result.foreground = nearest(to: style.foreground)
      return result
    }
    result.foreground = nearest(
      to: style.foreground,
      contrast: min(4.5, text.contrast(with: ground)),
      on: newGround.luminance
    )
    return result
  }

  /// The nearest colour with a contrast on a ground of some luminance; without such a colour the
  /// nearest of all.
  private func nearest(to color: Color, contrast: Double = 1, on ground: Double = 0) -> Color {
    func reads(_ luminance: Double) -> Bool {
      RGB.contrast(luminance, ground) >= contrast
    }
    let candidates: ArraySlice<Candidate>
    switch (self, color) {
    case (.trueColor, _), (_, .terminalDefault): return color
    case (.mono, _): return .terminalDefault
    case (.ansi8, .ansi(let number)): return .ansi(number & 7)
    case (_, .ansi): return color
    case (.ansi8, _): candidates = Self.candidates[..<8]
    case (.ansi16, _): candidates = Self.candidates[..<16]
    case (.indexed256, _): candidates = Self.candidates[16...]
    }
    guard let wanted = TerminalPalette.rgb(of: color) else { return color }
    let lab = OKLab(wanted)
    // Among few colours the hue matters more than the lightness: a grey must not turn blue.
    let hueWeight = self == .indexed256 ? 1.0 : 9.0
    func distance(_ candidate: Candidate) -> Double {
      candidate.lab.squaredDistance(to: lab, hueWeight: hueWeight)
    }
    func best(_ candidates: some Sequence<Candidate>) -> Color? {
      candidates.min { distance($0) < distance($1) }?.color
    }
    return best(candidates.filter { reads($0.luminance) }) ?? best(candidates) ?? color
  }

  private struct Candidate: Sendable {
    let color: Color
    let lab: OKLab
    let luminance: Double
  }

  /// The 16 colours, then the 240 of xterm whose look users do not change.
  private static let candidates: [Candidate] = (UInt8.min...UInt8.max).compactMap { number in
    let color: Color = number < 16 ? .ansi(number) : .indexed(number)
    return TerminalPalette.rgb(of: color).map {
      Candidate(color: color, lab: OKLab($0), luminance: $0.luminance)
    }
  }
}
