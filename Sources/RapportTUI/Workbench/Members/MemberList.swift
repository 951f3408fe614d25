import RapportCore
import Terminal

/// The customers of a group, read page by page as they come into sight.
struct MemberList: Sendable {
  private static let pageSize = 100
  /// So many pages are kept.
  private static let mostPages = 40

  let group: CustomerGroup
  /// The paths of the values that are shown.
  var columns: [String] { didSet { if columns != oldValue { restart() } } }
  var filter = TextField() { didSet { if filter.text != oldValue.text { restart() } } }
  /// How many the filter lets through; nil until it is known.
  private(set) var count: Int?
  private(set) var failure: String?
  private var rows: [Int: [MemberPage.Row]] = [:]
  private var asked: Set<Int> = []
  private var stamp = 0
  private(set) var generation = 0

  init(_ group: CustomerGroup, columns: [String] = []) {
    self.group = group
    self.columns = columns
  }

  subscript(index: Int) -> MemberPage.Row? {
    guard let page = rows[index / Self.pageSize] else { return nil }
    let place = index % Self.pageSize
    return page.indices.contains(place) ? page[place] : nil
  }

  /// What is listed is of a rule that is not so any more.
  mutating func forget() { restart() }

  private mutating func restart() {
    count = nil
    rows = [:]
    asked = []
    failure = nil
    generation += 1
  }

  /// The pages that a range of rows needs and that nobody has asked for yet.
  mutating func missing(in range: Range<Int>, stamp: Int) -> [(MemberQuery, generation: Int)] {
    if stamp != self.stamp {
      // What is on the screen stays until the new rows come.
      asked = []
      generation += 1
      self.stamp = stamp
    }
    let last = max(range.lowerBound, min(range.upperBound, count ?? range.upperBound) - 1)
    let pages = range.lowerBound / Self.pageSize...last / Self.pageSize
    return pages.filter { asked.insert($0).inserted }.map { page in
      let query = MemberQuery(
        group,
        text: filter.text,
        columns: columns,
        offset: page * Self.pageSize,
        limit: Self.pageSize
      )
      return (query, generation)
    }
  }

  mutating func take(_ result: Result<MemberPage, CountingFailure>, generation: Int) {
    guard generation == self.generation else { return }
    switch result {
    case .success(let page):
      count = page.count
      failure = nil
      if rows.count >= Self.mostPages {
        rows = [:]
        asked = [page.offset / Self.pageSize]
      }
      rows[page.offset / Self.pageSize] = page.rows
    case .failure(let why): failure = why.why
    }
  }
}
