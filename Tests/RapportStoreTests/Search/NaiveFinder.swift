import Foundation
import JSONLogic
import RapportCore

@testable import RapportStore

/// The rules of finding as one reads them, by looking at every word of everybody; no index, no plan.
///
/// A query is taken apart as the program does it, and text is folded by it; both have tests of their
/// own. All else is written here a second time.
struct NaiveFinder {
  struct Word {
    /// From where a word begins to the next space.
    var rest: [UInt8]
    /// The letters and digits of it only.
    var word: [UInt8]
    var field: Int
    var isFirst: Bool
  }

  struct Person {
    var id: String
    var words: [Word] = []
    var phones: [[UInt8]] = []
    var name: [UInt8] = []
  }

  /// How a term fits: quality 0 to 5, how many errors, whether nothing stands beside it, its field.
  struct Match {
    var quality: Int
    var errors = 0
    var isAlone = false
    var field: Int
    var isBeginning = false
    var length = 0
    var rank: Int { quality * 4096 + errors * 512 + (isAlone ? 0 : 256) + field }
  }

  private var people: [Person] = []
  private var sounds: [[UInt8]: WordSound] = [:]
  /// The other names of each name.
  private static let nicknames: [[UInt8]: Set<[UInt8]>] = {
    let path = PackageRoot.path + "/Sources/RapportStore/Search/Names/nicknames.txt"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    var others: [[UInt8]: Set<[UInt8]>] = [:]
    for line in text.split(separator: "\n") where line.first != "#" {
      let names = line.split(separator: " ").map { Folding.fold($0) }
      for name in names { others[name, default: []].formUnion(names) }
    }
    return others
  }()

  init(_ records: [JSON], attributes: [String]) {
    for record in records {
      var person = Person(id: record["id"]?.stringValue ?? "")
      let name = record["name"]?["full"]?.stringValue
      person.name = Folding.fold(name ?? "")
      var fields: [[String]] = [[name].compactMap(\.self), [person.id], []]
      fields.append(record["emails"]?.arrayValue?.compactMap(\.stringValue) ?? [])
      fields.append([record["company"]?.stringValue].compactMap(\.self))
      for path in attributes {
        let value = path.split(separator: ".").reduce(record) { $0[String($1)] ?? .null }
        fields.append([value.stringValue ?? ""])
      }
      for (field, values) in fields.enumerated() {
        for text in values.flatMap({ Self.forms(of: $0, field: field) }) {
          person.words += Self.words(of: text, field: field)
        }
      }
      person.phones = (record["phones"]?.arrayValue ?? []).map {
        PhoneDigits.digits(of: $0.stringValue ?? "")
      }
      people.append(person)
      for word in person.words { sounds[word.word] = WordSound(word.word) }
    }
  }

  static func isWord(_ byte: UInt8) -> Bool {
    byte >= 128 || "abcdefghijklmnopqrstuvwxyz0123456789".utf8.contains(byte)
  }

  /// A value as it is written, and its words as they could be written.
  private static func forms(of value: String, field: Int) -> [[UInt8]] {
    let short = Folding.fold(value)
    var forms = [short, Folding.fold(value, .long), Folding.fold(value, .full)]
    for word in forms[1].split(separator: 32) where field != 3 && !word.allSatisfy(isWord) {
      forms.append(word.filter(isWord))
    }
    for word in short.split(separator: 32) where field != 3 {
      if !word.allSatisfy(isWord) {
        forms.append(word.filter(isWord))
      } else if field == 0 || field == 4 {
        forms.append(withoutE(Array(word)))
      }
    }
    if field == 1, let last = short.lastIndex(where: { !"0123456789".utf8.contains($0) }) {
      forms.append(Array(short[(last + 1)...].drop { $0 == 48 }))
    }
    return forms
  }

  static func withoutE(_ word: [UInt8]) -> [UInt8] {
    word.indices.filter { index in
      !(index > 0 && word[index] == UInt8(ascii: "e") && "aou".utf8.contains(word[index - 1]))
    }.map { word[$0] }
  }

  private static func words(of text: [UInt8], field: Int) -> [Word] {
    text.split(separator: 32).flatMap { chunk in
      chunk.indices.filter {
        isWord(chunk[$0]) && ($0 == chunk.startIndex || !isWord(chunk[$0 - 1]))
      }
      .map {
        Word(
          rest: Array(chunk[$0...]),
          word: Array(chunk[$0...].prefix(while: isWord)),
          field: field,
          isFirst: $0 == chunk.startIndex
        )
      }
    }
  }

  /// The ids of the best `limit`, how many fit, and how many of them as typed.
  func find(_ text: String, plan: DialingPlan, limit: Int) -> (
    ids: [String], count: Int, certain: Int
  ) {
    let query = SearchQuery(text, plan: plan)
    guard !query.terms.isEmpty else { return ([], 0, 0) }
    let typed = people.indices.compactMap { person -> (Int, [Int])? in
      let matches = query.terms.compactMap { self.typed($0, people[person]) }
      return matches.count == query.terms.count ? (person, order(matches, people[person])) : nil
    }
    let isIdentified = typed.contains { $0.1[0] == 0 && $0.1[1] == 0 }
    let isIdentifier =
      query.terms.count == 1
      && query.terms[0].text.contains {
        $0 == "@" || "0123456789".contains($0)
      }
    if typed.count >= 10 || isIdentified || isIdentifier && !typed.isEmpty {
      return (Array(ids(sorted(typed)).prefix(limit)), typed.count, typed.count)
    }
    let guesses = Guesses(query, sounds)
    let all = people.indices.map { person in
      query.terms.indices.map {
        self.typed(query.terms[$0], people[person]) ?? guesses.match($0, people[person])
      }
    }
    var found: [(Int, [Int])] = []
    for errors in [2, 4] where found.count < 10 {
      found += people.indices.compactMap { person in
        let matches = all[person].compactMap(\.self)
        guard matches.count == query.terms.count else { return nil }
        let worst = matches.filter { $0.quality == 4 }.map(\.errors).max() ?? 0
        guard errors == 2 ? worst <= 2 : worst > 2 else { return nil }
        return (person, order(matches, people[person]))
      }
    }
    if found.count < 10, typed.isEmpty, query.terms.count > 1 {
      let free = 10 - found.count
      found += sorted(partial(all, guesses.text)).prefix(free)
    }
    return (Array(ids(sorted(found)).prefix(limit)), found.count, typed.count)
  }

  private func ids(_ found: [(Int, [Int])]) -> [String] { found.map { people[$0.0].id } }

  /// Of equal ones the shorter name first, then the one that was written last.
  private func sorted(_ found: [(Int, [Int])]) -> [(Int, [Int])] {
    found.sorted { left, right in
      let (own, other) = (people[left.0].name.count, people[right.0].name.count)
      if left.1 != right.1 { return left.1.lexicographicallyPrecedes(right.1) }
      return own == other ? left.0 > right.0 : own < other
    }
  }

  private func order(_ matches: [Match], _ person: Person) -> [Int] {
    let weakest = matches.map(\.quality).max() ?? 0
    let identifies = matches.contains { $0.quality == 0 && $0.isAlone && 1...3 ~= $0.field }
    let named = matches.count { $0.field == 0 && $0.quality != 1 && !$0.isBeginning }
    let nameWords = person.name.isEmpty ? 0 : person.name.split(separator: 32).count
    let isName = named == matches.count && named == nameWords
    return [weakest, identifies ? 0 : 1, isName ? 0 : 1, matches.map(\.rank).reduce(0, +)]
  }

  // MARK: As typed

  private func typed(_ term: SearchTerm, _ person: Person) -> Match? {
    var best: [Match] = []
    for (digits, quality) in term.phone?.patterns ?? [] {
      for phone in person.phones {
        switch quality {
        case .exact where phone == digits: best.append(Match(quality: 0, isAlone: true, field: 2))
        case .prefix where phone.starts(with: digits):
          best.append(Match(quality: 1, field: 2, length: 3))
        case .suffix where phone.reversed().starts(with: digits.reversed()):
          best.append(Match(quality: 2, field: 2))
        default: break
        }
      }
    }
    let words = term.words.map { word in
      person.words.flatMap { self.typed(word, $0) }.min { $0.rank < $1.rank }
    }
    if !words.isEmpty, words.allSatisfy({ $0 != nil }) {
      best += words.compactMap(\.self).max { $0.rank < $1.rank }.map { [$0] } ?? []
    }
    return best.min { $0.rank < $1.rank }
  }

  private func typed(_ wanted: SearchWord, _ word: Word) -> [Match] {
    wanted.spellings.filter { $0.best == .exact }.compactMap { spelling in
      guard word.rest.starts(with: spelling.bytes) else { return nil }
      let next = word.rest.dropFirst(spelling.bytes.count).first
      let isWhole = next.map { !Self.isWord($0) } ?? true
      return Match(
        quality: isWhole ? 0 : 1,
        isAlone: isWhole && next == nil && word.isFirst,
        field: word.field,
        length: wanted.spellings[0].bytes.count
      )
    } + nickname(wanted, word)
  }

  private func nickname(_ wanted: SearchWord, _ word: Word) -> [Match] {
    guard word.field == 0, let others = Self.nicknames[word.word] else { return [] }
    let typed = wanted.spellings.filter { $0.best == .exact }.map(\.bytes)
    guard !typed.contains(word.word), !others.isDisjoint(with: typed) else { return [] }
    return [Match(quality: 3, isAlone: word.isFirst && word.rest == word.word, field: 0)]
  }

  // MARK: Some words only

  private func partial(_ all: [[Match?]], _ text: [UInt8]) -> [(Int, [Int])] {
    let terms = all.first?.indices ?? 0..<0
    let weights = terms.map { term in
      Int(1000 * log2(Double(people.count + 1) / Double(all.count { $0[term] != nil } + 1)))
    }
    let total = weights.reduce(0, +)
    return people.indices.compactMap { person in
      let matches = all[person]
      guard matches.contains(where: { $0 == nil }),
        matches.contains(where: { $0.map(fit) ?? 0 > 0 })
      else {
        return nil
      }
      let fits = terms.map { weights[$0] * (matches[$0].map(fit) ?? 0) }.reduce(0, +)
      let words = total == 0 ? 0 : 7 * fits / total
      let (own, name) = (pairs(text), pairs(people[person].name))
      var rest = name
      let common = own.count { pair in
        rest.firstIndex(of: pair).map { _ = rest.remove(at: $0) } != nil
      }
      return (person, [6, 0, 0, 1000 - words - 600 * common / (own.count + name.count)])
    }
  }

  private func fit(_ match: Match) -> Int {
    switch match.quality {
    case 0: 100
    case 1 where match.length < 3: 0
    case 1, 2: 90
    case 3: 85
    case 4: match.errors > 2 ? 50 : 75
    default: 40
    }
  }

  private func pairs(_ text: [UInt8]) -> [[UInt8]] {
    zip([32] + text, text + [32]).map { [$0, $1] }
  }
}
