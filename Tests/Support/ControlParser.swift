/// Cuts what a program writes to a terminal into text and control sequences.
struct ControlParser: Sendable {
  struct Sequence: Sendable {
    /// A prefix of `<=>?` and intermediates, as `?$`.
    let marks: String
    let numbers: [Int]
    let final: Character
    let text: String

    subscript(index: Int) -> Int { index < numbers.count ? numbers[index] : 0 }
  }

  enum Token: Sendable {
    case scalar(Unicode.Scalar)
    case control(UInt8)
    case escape(intermediates: String, final: Character)
    case sequence(Sequence)
    /// The byte that introduced it after Escape, and its content.
    case string(Character, String)
  }

  private enum State { case text, escape, sequence, string(Character), stringEnd(Character) }

  private var state = State.text
  private var held: [UInt8] = []

  mutating func parse(_ bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    for byte in bytes { take(byte, &tokens) }
    return tokens
  }

  private mutating func take(_ byte: UInt8, _ tokens: inout [Token]) {
    switch state {
    case .text: takeText(byte, &tokens)
    case .escape:
      if held.isEmpty, byte == 0x5B {
        state = .sequence
      } else if held.isEmpty, [0x50, 0x58, 0x5D, 0x5E, 0x5F].contains(byte) {
        state = .string(Character(Unicode.Scalar(byte)))
      } else if (0x20..<0x30).contains(byte) {
        held.append(byte)
      } else {
        tokens.append(
          .escape(
            intermediates: String(decoding: held, as: UTF8.self),
            final: Character(Unicode.Scalar(byte))
          )
        )
        finish()
      }
    case .sequence:
      if (0x40..<0x7F).contains(byte) {
        tokens.append(.sequence(sequence(final: byte)))
        finish()
      } else {
        held.append(byte)
      }
    case .string(let kind):
      if byte == 0x07 {
        finish(kind, &tokens)
      } else if byte == 0x1B {
        state = .stringEnd(kind)
      } else {
        held.append(byte)
      }
    case .stringEnd(let kind):
      if byte == 0x5C {
        finish(kind, &tokens)
      } else {
        held += [0x1B, byte]
        state = .string(kind)
      }
    }
  }

  private mutating func takeText(_ byte: UInt8, _ tokens: inout [Token]) {
    if byte == 0x1B {
      state = .escape
      held = []
    } else if byte < 0x20 || byte == 0x7F {
      tokens.append(.control(byte))
    } else if byte < 0x80 {
      tokens.append(.scalar(Unicode.Scalar(byte)))
    } else {
      held.append(byte)
      let length = held[0] >= 0xF0 ? 4 : held[0] >= 0xE0 ? 3 : 2
      guard held.count >= length else { return }
      tokens += String(decoding: held, as: UTF8.self).unicodeScalars.map { .scalar($0) }
      held = []
    }
  }

  private mutating func finish() {
    state = .text
    held = []
  }

  private mutating func finish(_ kind: Character, _ tokens: inout [Token]) {
    tokens.append(.string(kind, String(decoding: held, as: UTF8.self)))
    finish()
  }

  private func sequence(final: UInt8) -> Sequence {
    let isMark = { (byte: UInt8) in !(0x30..<0x3C).contains(byte) }
    let numbers = held.filter { !isMark($0) }
      .split(separator: 0x3B, omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    return Sequence(
      marks: String(decoding: held.filter(isMark), as: UTF8.self),
      numbers: held.contains { !isMark($0) } ? numbers : [],
      final: Character(Unicode.Scalar(final)),
      text: "CSI " + String(decoding: held + [final], as: UTF8.self)
    )
  }
}
