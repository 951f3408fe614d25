import RapportCore

/// Counts ratings by segment and period: of each customer the latest in a period.
struct RatingTally {
  struct Rating {
    /// The hash of their id.
    var customer: UInt64
    /// The hash of the contact's id; 0 where it is about none.
    var interaction: UInt64
    var at: Instant
    var isSatisfied: Bool
  }

  private struct Key: Hashable {
    var customer: UInt64
    /// The number of the segment; nil is all customers.
    var segment: Int?
    var isNow: Bool
  }

  private let segments: [Segment.ID]
  private let before: Range<Instant>
  private let now: Range<Instant>
  private var latest: [Key: Rating] = [:]

  init(_ segments: [Segment.ID], before: Range<Instant>, now: Range<Instant>) {
    self.segments = segments
    self.before = before
    self.now = now
  }

  /// - Parameters:
  ///   - rating: what a customer said.
  ///   - own: the numbers of the segments they were in.
  mutating func add(_ rating: Rating, segments own: [Int]) {
    let isNow = now.contains(rating.at)
    guard isNow || before.contains(rating.at) else { return }
    for segment in [nil] + own.map(Optional.some) {
      let key = Key(customer: rating.customer, segment: segment, isNow: isNow)
      if let known = latest[key], known.at > rating.at { continue }
      latest[key] = rating
    }
  }

  var report: SatisfactionReport {
    var report = SatisfactionReport()
    for id in segments { report.segments[id] = Satisfaction() }
    for (key, rating) in latest {
      let counted = Proportion(rating.isSatisfied ? 1 : 0, of: 1)
      func add(to figures: inout Satisfaction) {
        if key.isNow {
          figures.now = figures.now + counted
        } else {
          figures.before = figures.before + counted
        }
      }
      if let segment = key.segment {
        add(to: &report.segments[segments[segment], default: Satisfaction()])
      } else {
        add(to: &report.all)
      }
    }
    return report
  }
}
