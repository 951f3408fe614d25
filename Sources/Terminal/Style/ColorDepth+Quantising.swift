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
    let readable = candidates.filter { reads($0.luminance) }
    var choices = [readable, Array(candidates)]
    if self != .indexed256, contrast > 1 {
      // Among so few colours the nearest that reads may have another hue: a grey would turn blue,
      // a pink grey.
      choices.insert(readable.filter { $0.lab.isNeutral }, at: 0)
      if !lab.isNeutral { choices.insert(readable.filter { $0.lab.hasHue(of: lab) }, at: 0) }
    }
    let best = choices.first { !$0.isEmpty }?.min {
      $0.lab.distance(to: lab) < $1.lab.distance(to: lab)
    }
    return best?.color ?? color
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
