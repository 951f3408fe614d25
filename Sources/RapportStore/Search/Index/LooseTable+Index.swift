extension LooseTable {
  /// Looks up the words of an index that the parts may be meant for.
  ///
  /// The words are in order, so that those with the same beginning are looked at as one, and left as one
  /// where no word that begins so can be near. Finds what looking at each word finds.
  init(_ wanted: [LoosePart], in view: SearchIndex.View) {
    self.init(
      wanted.map { part in
        var alike = RowSet(count: view.wordCount)
        for word in Self.alike(part, view) { alike.insert(Int(word)) }
        var words = alike
        MisspeltWalk.words(near: part, view) { words.insert($0) }
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
