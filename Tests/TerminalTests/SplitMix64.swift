import Terminal

/// A small generator whose whole state is its seed (Steele, Lea and Flood 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Text in which everything that makes trouble is frequent.
  mutating func text(upTo length: Int) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &self) { text.append(scalar()) }
    return String(text)
  }

  private mutating func scalar() -> Unicode.Scalar {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x20, 0x61...0x7A, 0x61...0x7A, 0x21...0x7E, 0x00...0x1F, 0x7F...0xFF, 0x300...0x36F,
      0x5D0...0x5EA, 0x900...0x97F, 0x1100...0x11FF, 0x200B...0x206F, 0x3000...0x30FF,
      0x4E00...0x4FFF, 0xFE00...0xFE0F, 0xFF00...0xFFFF, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF,
      0x1F600...0x1F64F, 0x200D...0x200D, 0x20E3...0x20E3, 0xE0000...0xE007F, 0x30...0x39,
      0x0...0xD7FF, 0xE000...0x10FFFF,
    ]
    let range = ranges[Int.random(in: 0..<ranges.count, using: &self)]
    return Unicode.Scalar(UInt32.random(in: range, using: &self)) ?? " "
  }
}
