import RapportCore
import Testing

@testable import RapportStore

struct FoldingTests {
  @Test(arguments: [
    ("MÜLLER", "muller", "mueller"), ("Mu\u{308}ller", "muller", "mueller"),
    ("Łukasz", "lukasz", "lukasz"),
    ("Straße", "strasse", "strasse"), ("Søren Åse", "soren ase", "soeren aase"), ("ıI", "ii", "ii"),
    ("Ｆｕｌｌ１", "full1", "full1"), ("Nguyễn", "nguyen", "nguyen"), ("Ελλάδα", "ellada", "ellada"),
    ("Щука", "shchuka", "shchuka"), ("李小龍", "李 小 龍", "李 小 龍"), ("١٢٣", "123", "123"),
    ("a\u{200B}b\u{202E}c", "abc", "abc"), ("\t a \n\u{A0} b\u{7F}", "a b", "a b"),
    ("D’Arc–X", "d'arc-x", "d'arc-x"),
    ("🎉", "🎉", "🎉"), ("", "", ""),
  ])
  func `text is folded`(text: String, short: String, long: String) {
    #expect(String(decoding: Folding.fold(text), as: UTF8.self) == short)
    #expect(String(decoding: Folding.fold(text, .long), as: UTF8.self) == long)
  }

  @Test func `bytes that are no UTF-8 are dropped`() {
    var folded: [UInt8] = []
    let bytes: [UInt8] = [0x41, 0xC3, 0xFF, 0xE2, 0x82, 0x42, 0xF0, 0xED, 0xA0, 0x80]
    bytes.withUnsafeBufferPointer { _ = Folding.fold($0, into: &folded) }
    #expect(folded.filter { $0 < 0x80 } == Array("ab".utf8))
  }

  @Test func `one typing error is one by the textbook's distance`() {
    let seed: UInt64 = 7
    var random = SplitMix64(seed: seed)
    for _ in 0..<20_000 {
      let left = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        UInt8.random(in: 97...99, using: &random)
      }
      let right = (0..<Int.random(in: 0...7, using: &random)).map { _ in
        UInt8.random(in: 97...99, using: &random)
      }
      left.withUnsafeBufferPointer { word in
        right.withUnsafeBufferPointer { other in
          let whole = Self.distance(left, right) <= 1
          #expect(
            TypingError.separates(word, from: other, isPrefix: false) == whole,
            "seed \(seed)"
          )
          let prefix = (0...right.count).contains { Self.distance(left, Array(right[..<$0])) <= 1 }
          #expect(
            TypingError.separates(word, from: other, isPrefix: true) == prefix,
            "seed \(seed)"
          )
        }
      }
    }
  }

  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var rows = [Array(0...right.count)]
    for (row, letter) in left.enumerated() {
      var next = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(
          rows[row][column] + (letter == other ? 0 : 1),
          rows[row][column + 1] + 1,
          next[column] + 1
        )
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, rows[row - 1][column - 1] + 1)
        }
        next.append(cost)
      }
      rows.append(next)
    }
    return rows[left.count][right.count]
  }
}
