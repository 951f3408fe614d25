/// A day to come as agents type it, taken from the front of a line.
///
/// Read are 2026-11-30, 3 and +3, today, tomorrow, weekdays, 24.11., 24.11.2026, 24/11 and 24 Nov 2026;
/// words in the languages that the interface's agents speak most. Without a year the next such day is
/// meant; a weekday is never today.
struct ComingDay {
  let date: CalendarDate
  /// How many words it takes.
  let count: Int

  /// Nil where the words do not begin with a day that can be read.
  init?(_ words: ArraySlice<String>, from today: CalendarDate) {
    guard let first = words.first else { return nil }
    if let named = Self.named(words, from: today) {
      (date, count) = named
    } else if let date = Self.single(first, from: today) {
      self.date = date
      count = 1
    } else {
      return nil
    }
  }

  private static func single(_ word: String, from today: CalendarDate) -> CalendarDate? {
    if let date = CalendarDate(parsing: word) { return date }
    // No day is further away than that, and nothing overflows.
    let digits = word.hasPrefix("+") ? word.dropFirst() : word[...]
    if digits.allSatisfy(\.isNumber), digits.count < 7, let days = Int(digits) {
      return today.adding(days: days)
    }
    let folded = String(decoding: Folding.fold(word.filter { $0.isLetter }), as: UTF8.self)
    if let days = relative[folded] { return today.adding(days: days) }
    if let weekday = weekday(folded) {
      return today.adding(days: (weekday - today.weekday + 6) % 7 + 1)
    }
    return numbers(word, from: today)
  }

  /// `24.11.`, `24.11.2026`, `24/11`, `24-11-26`: the day first, unless there is no such month.
  private static func numbers(_ word: String, from today: CalendarDate) -> CalendarDate? {
    guard let separator = word.first(where: { "./-".contains($0) }) else { return nil }
    var parts = word.split(separator: separator, omittingEmptySubsequences: false)
    if separator == ".", parts.last == "" { parts.removeLast() }
    let values = parts.compactMap { $0.count <= 4 ? Int($0) : nil }
    guard values.count == parts.count, (2...3).contains(values.count) else { return nil }
    let year = values.count == 3 ? values[2] : nil
    return date(day: values[0], month: values[1], year: year, from: today)
      ?? date(day: values[1], month: values[0], year: year, from: today)
  }

  /// `24 Nov`, `24. November 2026`, `Nov 24`.
  private static func named(
    _ words: ArraySlice<String>,
    from today: CalendarDate
  ) -> (CalendarDate, Int)? {
    let parts = Array(words.prefix(3))
    guard parts.count >= 2 else { return nil }
    let numbers = parts.map { Int($0.prefix { $0.isNumber }) }
    func month(_ place: Int) -> Int? {
      guard numbers[place] == nil else { return nil }
      let months = MonthNames.months(Folding.fold(parts[place].filter { $0.isLetter }))
      return months.count == 1 ? months[0] : nil
    }
    let day: Int?
    let found: Int?
    if let inFront = month(0) {
      (found, day) = (inFront, numbers[1])
    } else {
      (found, day) = (month(1), numbers[0])
    }
    guard let day, let found else { return nil }
    if parts.count == 3, parts[2].count == 4, let year = Int(parts[2]),
      let date = date(day: day, month: found, year: year, from: today)
    {
      return (date, 3)
    }
    return date(day: day, month: found, year: nil, from: today).map { ($0, 2) }
  }

  private static func date(
    day: Int,
    month: Int,
    year: Int?,
    from today: CalendarDate
  ) -> CalendarDate? {
    if let year {
      let century = today.year / 100 * 100
      return CalendarDate(year: year < 100 ? century + year : year, month: month, day: day)
    }
    // A 29 February may be years away.
    return (today.year...today.year + 8).lazy
      .compactMap { CalendarDate(year: $0, month: month, day: day) }.first { $0 >= today }
  }

  private static let relative = [
    "today": 0, "heute": 0, "hoy": 0, "oggi": 0, "vandaag": 0, "hoje": 0, "aujourdhui": 0,
    "tomorrow": 1, "morgen": 1, "manana": 1, "domani": 1, "amanha": 1, "demain": 1,
    "ubermorgen": 2, "uebermorgen": 2, "overmorgen": 2, "apresdemain": 2,
  ]

  /// From 1, Monday; by name, by its first letters where these are no other's, or as English and German
  /// shorten it.
  private static func weekday(_ word: String) -> Int? {
    if let short = short[word] { return short }
    guard word.count >= 3 else { return nil }
    let found = weekdays.indices.filter { day in
      weekdays[day].contains { $0.hasPrefix(word) }
    }
    return found.count == 1 ? found[0] + 1 : nil
  }

  private static let short = [
    "mo": 1, "tu": 2, "di": 2, "we": 3, "mi": 3, "th": 4, "do": 4, "fr": 5, "sa": 6, "su": 7,
    "so": 7,
    "sonnabend": 6,
  ]

  private static let weekdays = """
    monday montag lundi lunes lunedi maandag segunda
    tuesday dienstag mardi martes martedi dinsdag terca
    wednesday mittwoch mercredi miercoles mercoledi woensdag quarta
    thursday donnerstag jeudi jueves giovedi donderdag quinta
    friday freitag vendredi viernes venerdi vrijdag sexta
    saturday samstag samedi sabado sabato zaterdag
    sunday sonntag dimanche domingo domenica zondag
    """.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
}
