import RapportCore

/// What nobody wrote yet, as far as it is known.
struct Gaps: Sendable {
  /// How far counting those who need it is.
  enum Count: Sendable, Hashable {
    case running, done
    case failed(String)
  }

  /// Whose are shown; nil are all.
  var segment: Segment.ID?
  /// Nil until it is known.
  var report: GapReport?
  private(set) var count = Count.running
  /// Of the newest question; answers to older ones are dropped.
  private(set) var generation = 0

  mutating func begin() -> Int {
    count = .running
    generation += 1
    return generation
  }

  mutating func take(_ report: GapReport, _ count: Count, generation: Int) {
    guard generation == self.generation else { return }
    self.count = count
    // Counts of a moment ago say more than none.
    if count == .running, self.report?.coverage.demand != nil { return }
    self.report = report
    if let segment, !report.coverage.segments.contains(where: { $0.id == segment }) {
      self.segment = nil
    }
  }

  var items: [GapReport.Item] { report?.items(of: segment) ?? [] }

  func item(_ id: GapReport.Item.ID) -> GapReport.Item? { items.first { $0.id == id } }

  func item(_ key: RowKey) -> GapReport.Item? { items.first { .other($0.id.name) == key } }
}

extension GapReport.Item.ID {
  /// Of its row; ids have no spaces.
  var name: String { "\(segment?.rawValue ?? "") \(language) \(intent?.rawValue ?? "")" }
}
