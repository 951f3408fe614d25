extension LooseTable {
  /// Looks up the words of an index that the parts may be meant for.
  ///
  /// The words are in order, so that those with the same beginning are looked at as one, and left as one
  /// where no word that begins so can be near. Finds what looking at each word finds.
  init(_ wanted: [LoosePart], in view: SearchIndex.View) {
    self.init(
      wanted.map { part in
        var walk = MisspeltWalk(part, view)
        walk.run()
        var alike = RowSet(count: view.wordCount)
        for word in Self.alike(part, view) { alike.insert(Int(word)) }
        var words = alike
        for word in walk.words { words.insert(Int(word)) }
        var found: [(Vocabulary.Word, LooseMatch)] = []
        words.forEach { word in
          let match = part.match(view.word(word), isAlike: alike.contains(word))
          if match != .none { found.append((Vocabulary.Word(word), match)) }
          return true
        }
        return Part(found, of: view.wordCount)
      }
    )
  }

  /// The words that sound like the part.
  private static func alike(_ part: LoosePart, _ view: SearchIndex.View) -> [Vocabulary.Word] {
    part.sound.keys.flatMap { key in
      view.positions(view.soundKeys, key...key).map { view.soundWords[$0] }
    }
  }
}

/// A walk over words in order that finds those which may be near a part.
///
/// The table of distances is kept for the letters that a word shares with the one before. With swapped
/// letters a distance may come from two columns back, so that a beginning is only left where the column
/// before it cannot help either.
private struct MisspeltWalk {
  private let part: LoosePart
  private let view: SearchIndex.View
  private(set) var words: [Vocabulary.Word] = []
  /// For each letter of the beginning so far the distances of the part's beginnings to it.
  private var columns: [[UInt8]]
  private var letters: [UInt8] = []

  init(_ part: LoosePart, _ view: SearchIndex.View) {
    self.part = part
    self.view = view
    columns = [(0...part.text.count).map { UInt8(min($0, 255)) }]
  }

  mutating func run() {
    // Those that begin like it are exact, or go on.
    let own = part.text.withUnsafeBufferPointer { view.words(beginningWith: $0) }
    take(first { $0 >= own.lowerBound }..<first { $0 >= own.upperBound })
    if part.errors > 0, part.text.count <= TypingError.longest {
      walk(0..<view.guessable.count)
    }
  }

  private func first(_ holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, view.guessable.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(Int(view.guessable[middle])) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private mutating func take(_ range: Range<Int>) {
    for position in range where Int(view.guessable[position]) < view.wordCount {
      words.append(view.guessable[position])
    }
  }

  private func text(_ position: Int) -> UnsafeBufferPointer<UInt8> {
    let word = Int(view.guessable[position])
    return view.word(min(word, view.wordCount - 1))
  }

  /// Words with the same beginning, as long as the letters so far.
  private mutating func walk(_ range: Range<Int>) {
    let depth = letters.count
    var start = range.lowerBound
    while start < range.upperBound {
      let word = text(start)
      guard word.count > depth else {
        // The beginning itself.
        if Int(columns[depth][part.text.count]) <= part.errors { take(start..<start + 1) }
        start += 1
        continue
      }
      let end = end(of: word[depth], at: depth, from: start, before: range.upperBound)
      descend(word[depth], start..<end)
      start = end
    }
  }

  /// Where the words with another letter begin.
  private func end(of letter: UInt8, at depth: Int, from start: Int, before limit: Int) -> Int {
    func isBehind(_ position: Int) -> Bool {
      let word = text(position)
      return word.count <= depth || word[depth] != letter
    }
    var step = 1
    var low = start + 1
    while low + step < limit, !isBehind(low + step - 1) {
      low += step
      step *= 2
    }
    var high = min(limit, low + step)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private mutating func descend(_ letter: UInt8, _ range: Range<Int>) {
    let depth = letters.count
    let most = UInt8(part.errors)
    let column = column(behind: letter)
    let isNear = column.contains { $0 <= most }
    if part.isUnfinished, column[part.text.count] <= most { return take(range) }
    guard isNear || columns[depth].contains(where: { $0 < most }) else { return }
    columns.append(column)
    letters.append(letter)
    walk(range)
    letters.removeLast()
    columns.removeLast()
  }

  private func column(behind letter: UInt8) -> [UInt8] {
    let depth = letters.count
    let text = part.text
    let last = columns[depth]
    var column = [UInt8](repeating: 0, count: text.count + 1)
    column[0] = UInt8(min(depth + 1, 255))
    for index in 1...text.count {
      var distance = min(
        last[index - 1] + (text[index - 1] == letter ? 0 : 1),
        last[index] &+ 1,
        column[index - 1] &+ 1
      )
      if depth > 0, index > 1, text[index - 1] == letters[depth - 1], text[index - 2] == letter {
        distance = min(distance, columns[depth - 1][index - 2] + 1)
      }
      column[index] = distance
    }
    return column
  }
}
