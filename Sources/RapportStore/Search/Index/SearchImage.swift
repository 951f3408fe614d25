/// A search index on its way into a snapshot.
struct SearchImage: Sendable {
  private(set) var sections: [SectionData] = []

  /// - Parameters:
  ///   - pieces: of the file, in its order.
  ///   - rows: which of their lines count.
  ///   - vocabularies: of the readers.
  ///   - headsFrom: beginnings that so many have are counted and ranked.
  ///   - workers: on so many processors.
  /// - Throws: that its task was cancelled.
  init(
    _ pieces: [SnapshotPiece],
    _ rows: SnapshotRows,
    _ vocabularies: [Vocabulary],
    headsFrom: Int,
    workers: Int
  ) async throws {
    let ordered = await withTaskGroup(of: (Int, OrderedVocabulary).self) { group in
      for (number, vocabulary) in vocabularies.enumerated() {
        group.addTask { (number, OrderedVocabulary(vocabulary)) }
      }
      var ordered: [(Int, OrderedVocabulary)] = []
      for await one in group { ordered.append(one) }
      return ordered.sorted { $0.0 < $1.0 }.map(\.1)
    }
    let words = SortedWords(ordered)
    try Task.checkCancellation()
    let all = await IndexedRows(pieces, rows, numbers: words.numbers)
    async let sounds = SoundKeys(words)
    async let phones = PhoneKeys(all)
    let postings = await Postings(all, words: words.count, workers: workers)
    try Task.checkCancellation()
    let heads = await PrefixHeads(
      all,
      words,
      postings,
      await phones,
      from: headsFrom,
      workers: workers
    )
    add(.text, all.texts.bytes)
    add(.textEnds, all.texts.ends)
    add(.starts, all.words.starts)
    add(.words, all.words.numbers)
    add(.startEnds, all.words.ends)
    add(.phones, all.phones.bytes)
    add(.phoneEnds, all.phones.ends)
    add(.names, all.texts.names)
    add(.vocabulary, words.bytes)
    add(.vocabularyEnds, words.ends)
    add(.postingEnds, postings.ends)
    add(.postingRows, postings.rows)
    add(.postingPlaces, postings.places)
    add(.guessable, words.guessable)
    add(.guessKeys, words.guessKeys)
    add(.soundKeys, await sounds.keys)
    add(.soundWords, await sounds.words)
    add(.forwards, await phones.forwards)
    add(.forwardRows, await phones.forwardRows)
    add(.backwards, await phones.backwards)
    add(.backwardRows, await phones.backwardRows)
    add(.heads, heads.bytes)
    add(.headEnds, heads.ends)
    add(.headCounts, heads.counts)
    add(.headRowEnds, heads.rowEnds)
    add(.headRows, heads.rows)
  }

  private mutating func add(_ section: SearchSections, _ numbers: [some BitwiseCopyable & Sendable])
  {
    sections.append(SectionData(section.name, numbers))
  }
}
