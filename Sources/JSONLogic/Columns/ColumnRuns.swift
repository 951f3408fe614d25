/// The answers of a condition for all codes of a dictionary, as ranges of codes.
struct ColumnRuns {
  private(set) var runs: [(codes: Range<Int>, answer: Answer)] = []

  /// Fewer values than this are all read.
  private static let fewValues = 24

  /// Reads a condition of one variable for the values of its column.
  init(_ condition: Rule, _ path: VariablePath, _ dictionary: ColumnDictionary) {
    func answer(_ code: Int) -> Answer {
      condition.answer(ColumnValues(values: [(path, dictionary[code])]))
    }
    func read(_ codes: Range<Int>) {
      for code in codes { append(code..<code + 1, answer(code)) }
    }
    func read<Mark>(_ codes: Range<Int>, _ marks: [Mark]?, _ bounds: (Mark) -> Range<Int>) {
      guard let marks, codes.count > Self.fewValues else { return read(codes) }
      var cuts = Set([codes.lowerBound, codes.upperBound])
      for mark in marks {
        let bounds = bounds(mark)
        cuts.insert(bounds.lowerBound)
        cuts.insert(bounds.upperBound)
      }
      let sorted = cuts.sorted()
      for (start, end) in zip(sorted, sorted.dropFirst()) { append(start..<end, answer(start)) }
    }
    let marks = ColumnLandmarks(condition)
    read(0..<ColumnDictionary.fixedCodes)
    read(dictionary.numbers, marks.numbers) { number in
      let start = dictionary.lowerBound(number)
      let isThere = dictionary.numbers.contains(start) && dictionary.number(start) == number
      return start..<start + (isThere ? 1 : 0)
    }
    for (codes, marks) in [(dictionary.dates, marks.dates), (dictionary.texts, marks.texts)] {
      read(codes, marks) { text in
        let start = dictionary.lowerBound(text, in: codes)
        let isThere = codes.contains(start) && dictionary.isText(start, text)
        return start..<start + (isThere ? 1 : 0)
      }
    }
    read(dictionary.others)
  }

  private mutating func append(_ codes: Range<Int>, _ answer: Answer) {
    if let last = runs.last, last.answer == answer {
      runs[runs.count - 1].codes = last.codes.lowerBound..<codes.upperBound
    } else {
      runs.append((codes, answer))
    }
  }

  /// The codes with an answer.
  func codes(_ answer: Answer) -> [Range<Int>] {
    runs.filter { $0.answer == answer }.map(\.codes)
  }
}
