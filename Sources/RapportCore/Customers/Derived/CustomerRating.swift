package import JSONLogic

/// What a customer said of a contact, on the scale from 1 to 5, 5 being the best.
package struct CustomerRating: Hashable, Sendable {
  package var at: Instant
  package var score: Double

  package init(at: Instant, score: Double) {
    self.at = at
    self.score = score
  }

  /// A line of the survey journal; nil unless it is an answered rating that the customer gave.
  package init?(survey: JSONObject) {
    self.init(
      kind: survey["kind"]?.stringValue,
      source: survey["source"]?.stringValue,
      answeredAt: survey["answeredAt"]?.stringValue,
      score: survey["score"]?.doubleValue,
      scale: (survey["min"]?.doubleValue, survey["max"]?.doubleValue),
      reversed: survey["reversed"]?.boolValue
    )
  }

  /// The fields of such a line; a scale without ends runs from 1 to 5.
  package init?(
    kind: String?,
    source: String?,
    answeredAt: String?,
    score: Double?,
    scale: (low: Double?, high: Double?),
    reversed: Bool?
  ) {
    guard kind == "csat", source != "agent", let score,
      let at = answeredAt.flatMap({ Instant(parsing: $0) })
    else { return nil }
    let (low, high) = (scale.low ?? 1, scale.high ?? 5)
    guard high > low else { return nil }
    var share = (score - low) / (high - low)
    if reversed == true { share = 1 - share }
    self.init(at: at, score: (100 * (1 + 4 * share)).rounded() / 100)
  }
}
