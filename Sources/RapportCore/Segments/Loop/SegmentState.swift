package import JSONLogic

/// What is known of how it goes with a segment; what is not known yet is nil.
package struct SegmentState: Sendable {
  package var segment: Segment
  package var validation: SegmentValidation
  /// How the customers answer to its rule.
  package var size: AnswerCounts?
  /// What is questionable about that, unless somebody accepted it.
  package var sizeDoubt: SizeDoubt?
  /// Whether its members are being counted: what waits behind that cannot be told yet.
  package var isBeingCounted = false
  package var satisfaction: Satisfaction?
  /// Which way it went; nil where that cannot be told.
  package var trend: Satisfaction.Trend?
  /// What its members need and nobody wrote, what matters most first.
  package var gaps: [GapReport.Item]?
  /// Feedback that nobody has answered.
  package var waiting: Int
  /// Changes of it that are under test.
  package var adjustments: [Adjustment] = []
  /// The last time that somebody said they had looked it over.
  package var review: SegmentReview?
  /// When a person last reviewed it, changed it or answered what was said of it; nil where none of it is
  /// known.
  package var looked: CalendarDate?

  package init(_ segment: Segment, _ validation: SegmentValidation, waiting: Int = 0) {
    self.segment = segment
    self.validation = validation
    self.waiting = waiting
  }

  /// How many days a look at it lasts.
  package func reviewDays(_ settings: StoreSettings) -> Int {
    segment.reviewEveryDays ?? Int(settings[.reviewEveryDays])
  }

  /// Since how many days it was not looked at, where that is too long.
  package func overdueDays(_ settings: StoreSettings, today: CalendarDate) -> Int? {
    guard let days = looked.map(today.days), days > reviewDays(settings) else { return nil }
    return days
  }
}
