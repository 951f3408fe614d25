import Terminal
import TestSupport
import Testing

@testable import TerminalNcurses

@Suite struct InputDecoderFuzzTests {
  /// Pieces from which hostile input is made.
  private static let pieces = [
    "\u{1B}", "\u{1B}[", "\u{1B}]", "\u{1B}P", "\u{1B}O", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}\\",
    "\u{7}", "11;rgb:", "0000/ffff/1234", ";", ":", "?", "<", "$", "~", "u", "M", "c", "y", "a",
    "ß",
    "界", "👍", "\r", "\u{3}", "\u{18}", "9999999999999999999999", "-1", "27;5;105~", "\u{9B}",
  ].map { Array($0.utf8) }

  private static func bytes(_ random: inout SplitMix64) -> [UInt8] {
    (0..<Int.random(in: 1...60, using: &random)).flatMap { _ -> [UInt8] in
      if Int.random(in: 0..<4, using: &random) == 0 {
        return [UInt8.random(in: 0...255, using: &random)]
      }
      return pieces.randomElement(using: &random) ?? []
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `any bytes give bounded input, and the decoder recovers`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let bytes = Self.bytes(&random)
      var decoder = InputDecoder()
      let inputs = decoder.decode(bytes)
      #expect(inputs.count <= bytes.count + 1, "seed \(seed): \(bytes)")
      if decoder.state == .paste { continue }
      _ = decoder.expire()
      #expect(decoder.state == .ground && decoder.patience == nil, "seed \(seed): \(bytes)")
      #expect(decoder.decode([0x71]) == [.key(.character("q"))], "seed \(seed): \(bytes)")
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `it does not matter where reads cut the bytes`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    // Without pastes: their end depends on what arrives together.
    let bytes = Array(
      String(decoding: Self.bytes(&random), as: UTF8.self).replacing("200~", with: "20~").utf8
    )
    var whole = InputDecoder()
    var cut = InputDecoder()
    let expected = whole.decode(bytes)
    var inputs: [Input] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...min(3, rest.count), using: &random)
      inputs += cut.decode(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    #expect(inputs == expected, "seed \(seed): \(bytes)")
    #expect(cut.expire() == whole.expire(), "seed \(seed): \(bytes)")
  }

  @Test(
    .enabled(if: SharedData.exists("terminal")),
    arguments: SharedData.files(in: "terminal", ending: ".in")
  )
  func `recorded output of programs is taken as input without harm`(file: String) throws {
    let bytes = try #require(SharedData.bytes(file))
    var decoder = InputDecoder()
    let inputs = decoder.decode(bytes)
    #expect(inputs.count <= bytes.count)
    _ = decoder.expire()
    #expect(decoder.decode([0x71]).last == .key(.character("q")))
  }

  @Test(.enabled(if: NaughtyStrings.isPresent))
  func `naughty strings arrive whole when pasted`() {
    #expect(NaughtyStrings.all.count == 515)
    for string in NaughtyStrings.all {
      var decoder = InputDecoder()
      let inputs = decoder.decode(Array("\u{1B}[200~\(string)\u{1B}[201~".utf8))
      #expect(inputs == [.paste(string)])
    }
  }
}
