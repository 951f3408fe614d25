import RapportCore
import Testing

@testable import RapportStore

struct TypingErrorTests {
  @Test func `errors are counted as in the textbook`() throws {
    let seed: UInt64 = 7
    var random = SplitMix64(seed: seed)
    func word(_ lengths: ClosedRange<Int>, _ letters: ClosedRange<UInt8>) -> [UInt8] {
      (0..<Int.random(in: lengths, using: &random)).map { _ in
        UInt8.random(in: letters, using: &random)
      }
    }
    for round in 0..<20_000 {
      let letters: ClosedRange<UInt8> = round % 2 == 0 ? 97...99 : 97...122
      let left = word(round % 100 == 0 ? 60...64 : 1...9, letters)
      let right = word(0...(round % 100 == 0 ? 80 : 10), letters)
      let distance = try #require(TypingError(left)).distance(of: right)
      #expect(distance.whole == TextbookDistance.between(left, right), "seed \(seed)")
      #expect(distance.beginning == TextbookDistance.toBeginning(left, of: right), "seed \(seed)")
    }
  }

  @Test func `nothing and what is longer than a word is not compared`() {
    #expect(TypingError([]) == nil)
    #expect(TypingError([UInt8](repeating: 97, count: 65)) == nil)
  }
}

extension TypingError {
  func distance(of other: [UInt8]) -> Distance { other.withUnsafeBufferPointer(distance) }
}
