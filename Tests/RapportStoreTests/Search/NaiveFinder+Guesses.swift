import RapportCore

@testable import RapportStore

extension NaiveFinder {
  /// What each word of anybody could be meant for.
  struct Guesses {
    /// For each part of each term the words that it is like.
    private var terms: [[[[UInt8]: Match]]] = []
    private var isAddress: [Bool] = []
    let text: [UInt8]

    init(_ query: SearchQuery, _ words: [[UInt8]: WordSound]) {
      let spellings = query.terms.map { $0.words.map { $0.spellings[0].bytes } }
      text = Array(spellings.joined().joined(separator: [32]))
      for (number, term) in query.terms.enumerated() {
        var parts = spellings[number].flatMap { word in
          word.split { !NaiveFinder.isWord($0) }.map(Array.init)
        }
        if term.phone != nil || !parts.contains(where: { Self.letters($0) >= 3 }) { parts = [] }
        isAddress.append(term.text.contains("@"))
        let isLast = number == query.terms.count - 1 && query.isUnfinished
        terms.append(
          parts.indices.map { part in
            var matches: [[UInt8]: Match] = [:]
            let mayGoOn = isLast && part == parts.count - 1
            let sound = WordSound(parts[part])
            for (word, its) in words {
              let isLike = sound.isLike(its)
              matches[word] = Self.match(parts[part], word, mayGoOn: mayGoOn, isLike)
            }
            return matches
          }
        )
      }
    }

    private static func letters(_ word: [UInt8]) -> Int { word.count { 97...122 ~= $0 } }

    /// Quality -1 stands for as typed.
    private static func match(_ part: [UInt8], _ word: [UInt8], mayGoOn: Bool, _ sounds: Bool)
      -> Match?
    {
      let digits = word.count { 48...57 ~= $0 }
      guard word.count > digits, word.count <= 64, word.count - digits >= 3 || digits < 5 else {
        return nil
      }
      if word.starts(with: part) {
        return Match(quality: -1, errors: word == part ? 0 : 1, field: 0)
      }
      guard part.count <= 64 else { return nil }
      let isPlain = part.allSatisfy { $0 < 128 }
      let isLong = letters(part) >= 4 || letters(part) == 3 && part.count >= 6
      let errors = !isPlain || !isLong ? 0 : letters(part) < 8 ? 1 : 2
      guard mayGoOn || sounds || abs(part.count - word.count) <= errors else { return nil }
      let distance = TextbookDistance.between(part, word)
      if distance <= errors { return Match(quality: 4, errors: distance * 2 - 1, field: 0) }
      let beginning = mayGoOn ? TextbookDistance.toBeginning(part, of: word) : .max
      if beginning <= errors {
        return Match(quality: 4, errors: beginning * 2, field: 0, isBeginning: true)
      }
      guard sounds, distance * 2 <= part.count + 1 else { return nil }
      return Match(quality: 5, errors: min(distance, 7), field: 0)
    }

    func match(_ term: Int, _ person: Person) -> Match? {
      var worst: Match?
      for part in terms[term] {
        var best: Match?
        for word in person.words where word.field != 1 {
          guard var match = part[word.word] else { continue }
          if word.field == 3, match.quality == 5 { continue }
          if isAddress[term], word.field != 3 { continue }
          match.field = word.field
          if best.map({ order(match) < order($0) }) ?? true { best = match }
        }
        guard let best else { return nil }
        if worst.map({ order($0) < order(best) }) ?? true { worst = best }
      }
      if worst?.quality == -1 {
        worst?.quality = 4
        worst?.errors = 0
      }
      return worst
    }

    private func order(_ match: Match) -> Int { match.quality * 16 + match.errors }
  }
}
