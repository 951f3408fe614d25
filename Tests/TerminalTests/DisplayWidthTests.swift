import Terminal
import Testing

@Suite struct DisplayWidthTests {
  @Test(
    arguments: [
      ("a", 1), ("é", 1), ("漢", 2), ("ﾊ", 1), ("ハ", 2), ("Ａ", 2), ("😀", 2), ("\u{301}", 0),
      ("─", 1), ("█", 1), ("\u{1112}", 2), ("\u{1161}", 0), ("\u{3000}", 2), ("€", 1),
    ] as [(Unicode.Scalar, Int)]
  )
  func `a scalar takes its columns`(scalar: Unicode.Scalar, columns: Int) {
    #expect(DisplayWidth.columns(of: scalar) == columns)
  }

  @Test(
    arguments: [
      "\u{0}", "\u{1B}", "\u{7F}", "\u{9B}", "\u{AD}", "\u{200B}", "\u{202E}", "\u{2028}",
      "\u{FEFF}",
      "\u{FE0F}", "\u{E0041}", "\u{E000}", "\u{FFFF}", "\u{378}", "\u{3164}",
    ] as [Unicode.Scalar]
  )
  func `what has no place in a cell has no columns`(scalar: Unicode.Scalar) {
    #expect(DisplayWidth.columns(of: scalar) == nil)
  }

  @Test(.enabled(if: SharedData.isPresent))
  func `the table agrees with East Asian Width for every scalar`() throws {
    for line in try SharedData.text("unicode/EastAsianWidth.txt").split(separator: "\n") {
      guard let hash = line.firstIndex(of: "#"), hash != line.startIndex else { continue }
      let fields = line[..<hash].split(separator: ";").map {
        $0.trimmingPrefix(while: \.isWhitespace)
      }
      let category = line[line.index(hash, offsetBy: 2)...].prefix(2)
      let ends = fields[0].split(separator: ".").compactMap {
        UInt32($0.filter { !$0.isWhitespace }, radix: 16)
      }
      let first = try #require(ends.first)
      let wide = fields[1].hasPrefix("W") || fields[1].hasPrefix("F")
      for value in first...(ends.last ?? first) {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let columns = DisplayWidth.columns(of: scalar)
        let isVowelOrFinal = (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
        switch category {
        case "Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp": #expect(columns == nil, "\(line)")
        case "Mn", "Me": #expect(columns == 0 || columns == nil, "\(line)")
        default:
          let expected = isVowelOrFinal ? 0 : wide ? 2 : 1
          // Fillers are letters by category, and invisible.
          let isFiller = [0x115F, 0x1160, 0x3164, 0xFFA0].contains(value)
          #expect(columns == (isFiller ? nil : expected), "\(line)")
        }
      }
    }
  }

  @Test(.enabled(if: SharedData.isPresent))
  func `every emoji becomes one or two visible scalars`() throws {
    var count = 0
    for line in try SharedData.text("unicode/emoji-test.txt").split(separator: "\n") {
      guard let end = line.firstIndex(of: ";"), !line.hasPrefix("#") else { continue }
      var emoji = String.UnicodeScalarView()
      for field in line[..<end].split(separator: " ") {
        let scalar = try #require(UInt32(field, radix: 16).flatMap { Unicode.Scalar($0) })
        emoji.append(scalar)
      }
      let columns = Text.columns(of: String(emoji))
      #expect((1...2).contains(columns), "\(line)")
      count += 1
    }
    #expect(count > 4_000)
  }
}
