import JSONLogic
import Synchronization

/// The searched part of a snapshot, where it lies.
final class SearchIndex: Sendable {
  /// Where each section is in the image; those of rows and words fit one another.
  private let ranges: [SearchSections: Range<Int>]
  private let image: ColumnMemory
  let rowCount: Int
  let wordCount: Int
  /// What begins like so many words has a head.
  let headsFrom: Int
  /// Room for a code for each row, kept from one query to the next; all `none`.
  private let spare = Mutex<[[RankCode]]>([])

  /// Nil where a section is missing or has another size than the others call for.
  init?(_ image: ColumnMemory, rows: Int, headsFrom: Int, _ range: (String) -> Range<Int>?) {
    var ranges: [SearchSections: Range<Int>] = [:]
    for section in SearchSections.allCases {
      guard let found = range(section.name), found.lowerBound >= 0, found.upperBound <= image.count
      else { return nil }
      ranges[section] = found
    }
    func count(_ section: SearchSections, _ size: Int) -> Int {
      (ranges[section]?.count ?? 0) / size
    }
    let words = count(.vocabularyEnds, 4) - 1
    guard words >= 0, count(.textEnds, 8) == rows + 1, count(.startEnds, 4) == rows + 1,
      count(.phoneEnds, 4) == rows + 1, count(.names, 2) == rows,
      count(.starts, 4) == count(.words, 4), count(.postingEnds, 4) == words + 1,
      count(.postingRows, 4) == count(.postingPlaces, 1),
      count(.guessKeys, 8) == count(.guessable, 4),
      count(.soundKeys, 8) == count(.soundWords, 4),
      count(.forwards, 8) == count(.forwardRows, 4),
      count(.backwards, 8) == count(.backwardRows, 4),
      count(.headEnds, 4) == count(.headCounts, 4) + 1,
      count(.headRowEnds, 4) == count(.headEnds, 4)
    else { return nil }
    self.headsFrom = headsFrom
    (self.ranges, self.image, rowCount, wordCount) = (ranges, image, rows, words)
  }

  /// Hands out all of it, without counting references.
  func withView<Result>(_ body: (View) throws -> Result) rethrows -> Result {
    try image.with(UInt8.self) { bytes in
      func part<Number: BitwiseCopyable>(
        _ section: SearchSections,
        _ type: Number.Type
      ) -> UnsafeBufferPointer<Number> {
        let range = ranges[section] ?? 0..<0
        return UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[range])
          .assumingMemoryBound(to: type)
      }
      return try body(
        View(
          rowCount: rowCount,
          wordCount: wordCount,
          headsFrom: headsFrom,
          text: part(.text, UInt8.self),
          textEnds: part(.textEnds, UInt64.self),
          starts: part(.starts, WordStart.self),
          words: part(.words, UInt32.self),
          startEnds: part(.startEnds, UInt32.self),
          phones: part(.phones, UInt8.self),
          phoneEnds: part(.phoneEnds, UInt32.self),
          names: part(.names, NameShape.self),
          vocabulary: part(.vocabulary, UInt8.self),
          vocabularyEnds: part(.vocabularyEnds, UInt32.self),
          postingEnds: part(.postingEnds, UInt32.self),
          postingRows: part(.postingRows, UInt32.self),
          postingPlaces: part(.postingPlaces, WordPlace.self),
          guessable: part(.guessable, UInt32.self),
          guessKeys: part(.guessKeys, UInt64.self),
          soundKeys: part(.soundKeys, UInt64.self),
          soundWords: part(.soundWords, UInt32.self),
          forwards: part(.forwards, UInt64.self),
          forwardRows: part(.forwardRows, UInt32.self),
          backwards: part(.backwards, UInt64.self),
          backwardRows: part(.backwardRows, UInt32.self),
          heads: part(.heads, UInt8.self),
          headEnds: part(.headEnds, UInt32.self),
          headCounts: part(.headCounts, UInt32.self),
          headRowEnds: part(.headRowEnds, UInt32.self),
          headRows: part(.headRows, UInt32.self)
        )
      )
    }
  }

  /// Lends a code for each row, all `none`, which must be so again in the end.
  func withCodes<Result>(_ body: (inout [RankCode]) throws -> Result) rethrows -> Result {
    var codes = spare.withLock { $0.popLast() } ?? Array(repeating: .none, count: rowCount)
    defer { spare.withLock { $0.append(codes) } }
    return try body(&codes)
  }

  /// A word, as it was folded.
  func spelling(_ word: Vocabulary.Word) -> [UInt8] {
    withView { view in Int(word) < wordCount ? Array(view.word(Int(word))) : [] }
  }
}
