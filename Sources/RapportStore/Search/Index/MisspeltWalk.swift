/// A walk over the words of an index, in their order, that finds those which may be near a part of a
/// query; some of them may turn out not to be.
///
/// The table of distances is kept for the letters that a word shares with the one before. With swapped
/// letters a distance may come from two columns back, so that a beginning is only left where the column
/// before it cannot help either.
struct MisspeltWalk {
  private let view: SearchIndex.View
  private let part: LoosePart
  private let letters: UnsafeBufferPointer<UInt8>
  /// Column by column the distances of the part's beginnings to the letters so far.
  private let columns: UnsafeMutableBufferPointer<UInt8>
  /// The letters so far.
  private let path: UnsafeMutableBufferPointer<UInt8>
  private let take: (Int) -> Void

  /// So few words are handed out without a closer look.
  private static let few = 16
  /// No word that is near is longer than a part and its errors.
  private static let deepest = TypingError.longest + 2

  /// Hands out each word that may be near, or begins like the part.
  static func words(near part: LoosePart, _ view: SearchIndex.View, _ take: (Int) -> Void) {
    part.text.withUnsafeBufferPointer { letters in
      let own = view.words(beginningWith: letters)
      for position in positions(of: own, view) { take(Int(view.guessable[position])) }
      guard part.errors > 0, letters.count <= TypingError.longest else { return }
      let height = letters.count + 1
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: (deepest + 2) * (height + 1)) {
        room in
        room.initialize(repeating: 0)
        withoutActuallyEscaping(take) { take in
          let walk = MisspeltWalk(
            view: view,
            part: part,
            letters: letters,
            columns: UnsafeMutableBufferPointer(rebasing: room[(deepest + 2)...]),
            path: UnsafeMutableBufferPointer(rebasing: room[..<(deepest + 2)]),
            take: take
          )
          for index in 0..<height { walk.columns[index] = UInt8(index) }
          walk.visit(0..<view.guessable.count, depth: 0)
        }
      }
    }
  }

  /// Where the guessable ones of some words are.
  private static func positions(of words: Range<Int>, _ view: SearchIndex.View) -> Range<Int> {
    func first(_ word: Int) -> Int {
      var (low, high) = (0, view.guessable.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(view.guessable[middle]) >= word { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let start = first(words.lowerBound)
    return start..<max(start, first(words.upperBound))
  }

  private func takeAll(_ range: Range<Int>) {
    for position in range { take(Int(view.guessable[position])) }
  }

  /// Looks at words with the same first `depth` letters.
  private func visit(_ range: Range<Int>, depth: Int) {
    guard range.count > Self.few, depth <= Self.deepest else { return takeAll(range) }
    var start = range.lowerBound
    while start < range.upperBound {
      guard let letter = letter(of: start, at: depth) else {
        // The letters so far are a word.
        takeAll(start..<start + 1)
        start += 1
        continue
      }
      let end = end(of: letter, at: depth, from: start, before: range.upperBound)
      descend(letter, start..<end, depth: depth)
      start = end
    }
  }

  /// The letter of a word at a place; nil behind its end.
  @inline(__always)
  private func letter(of position: Int, at depth: Int) -> UInt8? {
    if depth < 8 {
      let letter = UInt8(truncatingIfNeeded: view.guessKeys[position] >> UInt64(56 - 8 * depth))
      return letter == 0 ? nil : letter
    }
    let word = Int(view.guessable[position])
    guard word < view.wordCount else { return nil }
    let text = view.word(word)
    return depth < text.count ? text[depth] : nil
  }

  /// Where the words with another letter begin.
  private func end(of letter: UInt8, at depth: Int, from start: Int, before limit: Int) -> Int {
    var step = 1
    var low = start + 1
    while low + step < limit, self.letter(of: low + step - 1, at: depth) == letter {
      low += step
      step *= 2
    }
    var high = min(limit, low + step)
    while low < high {
      let middle = (low + high) / 2
      if self.letter(of: middle, at: depth) == letter { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func descend(_ letter: UInt8, _ range: Range<Int>, depth: Int) {
    let height = letters.count + 1
    let most = UInt8(part.errors)
    let last = UnsafeMutableBufferPointer(rebasing: columns[depth * height..<(depth + 1) * height])
    let column = UnsafeMutableBufferPointer(
      rebasing: columns[(depth + 1) * height..<(depth + 2) * height]
    )
    path[depth] = letter
    column[0] = UInt8(depth + 1)
    var (least, lastLeast) = (column[0], last[0])
    for index in 1..<height {
      lastLeast = min(lastLeast, last[index])
      var distance = min(
        last[index - 1] + (letters[index - 1] == letter ? 0 : 1),
        last[index] + 1,
        column[index - 1] + 1
      )
      if depth > 0, index > 1, letters[index - 1] == path[depth - 1], letters[index - 2] == letter {
        distance = min(distance, columns[(depth - 1) * height + index - 2] + 1)
      }
      column[index] = distance
      least = min(least, distance)
    }
    if part.isUnfinished, column[height - 1] <= most { return takeAll(range) }
    guard least <= most || lastLeast < most else { return }
    visit(range, depth: depth + 1)
  }
}
