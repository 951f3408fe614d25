import RapportCore

/// A day as a caller says it, and as it may be stored.
///
/// Read are 4.5.1980, 4/5/80, 4 5 1980, 04051980, 1980-5-4, 4. Mai 1980, May 4th, 1980, 4 de mayo de
/// 1980 and 1980年5月4日. Where day and month can be told apart by nothing, both are meant; of two
/// digits, the year of the last century and of this one.
struct SpokenDate {
  /// A date is said in at most so many words.
  static let mostWords = 5

  /// The days it may be, the day first before the month first.
  private(set) var days: [CalendarDate] = []

  private static let years = 1800...2199

  /// Nil where the words are no date in full.
  init?(_ words: some Collection<Substring>) {
    guard let pieces = Self.pieces(Folding.fold(words.joined(separator: " "))) else { return nil }
    switch pieces.count {
    // Eight digits with nothing between.
    case 1: if words.count == 1 { readDigits(pieces[0]) }
    case 3: read(pieces, areApart: words.count > 1)
    default: break
    }
    if days.isEmpty { return nil }
  }

  /// As dates are stored.
  var spellings: [SearchWord.Spelling] {
    days.map { SearchWord.Spelling(bytes: Array($0.description.utf8)) }
  }

  private mutating func readDigits(_ piece: [UInt8]) {
    guard piece.count == 8, Self.isNumber(piece) else { return }
    read([Array(piece[..<2]), Array(piece[2..<4]), Array(piece[4...])], areApart: false)
  }

  private mutating func read(_ pieces: [[UInt8]], areApart: Bool) {
    let numbers = pieces.map(Self.isNumber)
    if numbers == [true, true, true] {
      if pieces[0].count == 4 {
        return add(year: pieces[0], months: Self.value(pieces[1]), day: pieces[2])
      }
      // Two digits three times, apart, are rather a telephone number.
      guard !areApart || pieces[2].count == 4 else { return }
      add(year: pieces[2], months: Self.value(pieces[1]), day: pieces[0])
      add(year: pieces[2], months: Self.value(pieces[0]), day: pieces[1])
    } else if numbers == [true, false, true] {
      let months = MonthNames.months(pieces[1])
      let isYearFirst = pieces[0].count == 4
      add(year: pieces[isYearFirst ? 0 : 2], months: months, day: pieces[isYearFirst ? 2 : 0])
    } else if numbers == [false, true, true], pieces[2].count == 4 {
      // Jan with the end of a telephone number, "jan 12 34", is no date.
      add(year: pieces[2], months: MonthNames.months(pieces[0]), day: pieces[1])
    }
  }

  private mutating func add(year: [UInt8], months: [Int], day: [UInt8]) {
    guard year.count == 4 || year.count == 2, let given = Self.value(year).first,
      let day = Self.value(day).first
    else { return }
    for year in year.count == 4 ? [given] : [1900 + given, 2000 + given] {
      for month in months where Self.years ~= year {
        guard let date = CalendarDate(year: year, month: month, day: day), !days.contains(date)
        else { continue }
        days.append(date)
      }
    }
  }

  private static func isNumber(_ piece: [UInt8]) -> Bool { piece.allSatisfy { $0 &- 0x30 < 10 } }

  /// The number of at most four digits, alone; nothing where there are more.
  private static func value(_ piece: [UInt8]) -> [Int] {
    piece.count > 4 ? [] : [piece.reduce(0) { $0 * 10 + Int($1 - 0x30) }]
  }

  /// The numbers and names in a folded text, without the words between; nil where it has what no date
  /// has.
  private static func pieces(_ text: [UInt8]) -> [[UInt8]]? {
    var pieces: [[UInt8]] = []
    var last: UInt8 = 0
    for byte in text {
      guard SearchText.isWord(byte) || "./-,' ".utf8.contains(byte) else { return nil }
      if SearchText.isWord(byte) {
        let goesOn = SearchText.isWord(last) && (byte &- 0x30 < 10) == (last &- 0x30 < 10)
        if goesOn { pieces[pieces.count - 1].append(byte) } else { pieces.append([byte]) }
      }
      last = byte
    }
    let unsigned = pieces.filter { !signs.contains($0) }
    // Words stand beside the name of a month; beside numbers alone they are part of an id.
    return unsigned.allSatisfy { isNumber($0) || fillers.contains($0) }
      ? unsigned : unsigned.filter { !fillers.contains($0) }
  }

  /// "4 de mayo", "the 4th of May", "1er mai", "4º".
  private static let fillers = Set(
    "de del di of the den der le st nd rd th er o a º ª".split(separator: " ").map {
      Array($0.utf8)
    }
  )

  /// Of Chinese, Japanese and Korean, behind the number.
  private static let signs = Set("年 月 日 년 월 일".split(separator: " ").map { Array($0.utf8) })
}
