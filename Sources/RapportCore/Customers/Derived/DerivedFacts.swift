package import JSONLogic

/// Values that follow from the record, the journals and the day, by path.
package struct DerivedFacts: Sendable {
  package private(set) var values: [String: JSON] = [:]

  /// - Parameters:
  ///   - customer: whose dates have ages.
  ///   - history: what the journals keep; nil where they are not at hand, so that nothing is known.
  ///   - catalog: which attributes are dates.
  ///   - moment: what happened later does not count.
  ///   - zone: the store's, in whose calendar days are counted.
  package init(
    of customer: Customer,
    history: CustomerHistory?,
    catalog: AttributeCatalog,
    at moment: Instant,
    zone: Zone
  ) {
    let today = zone.date(moment)
    for attribute in catalog.dates {
      guard let text = customer.value(at: attribute.path)?.stringValue,
        let day = RuleOperations.day(.string(text), zone), day <= today
      else { continue }
      values[attribute.path + "Days"] = JSON(today.days(since: day))
      values[attribute.path + "Years"] = JSON(today.years(since: day))
    }
    guard let history else { return }
    addContacts(history.contacts.filter { $0.at <= moment }, today, zone)
    addRating(history.surveys, moment)
    addScores(history.scores)
  }

  private mutating func set(_ name: String, _ value: JSON) {
    values["\(Family.behavioral.rawValue).\(name)"] = value
  }

  private mutating func addContacts(
    _ contacts: [(at: Instant, channel: Channel?)],
    _ today: CalendarDate,
    _ zone: Zone
  ) {
    let ages = contacts.map { today.days(since: zone.date($0.at)) }
    for days in Attribute.contactWindows {
      set("contacts\(days)", JSON(ages.count { $0 <= days }))
    }
    guard let last = contacts.max(by: { $0.at < $1.at }) else { return }
    set("lastContactDays", JSON(today.days(since: zone.date(last.at))))
    if let channel = last.channel { set("lastContactChannel", .string(channel.rawValue)) }
  }

  /// The customer's own last rating of a contact, on the scale from 1 to 5, 5 being the best.
  private mutating func addRating(_ surveys: [JSONObject], _ moment: Instant) {
    var last: (at: Instant, survey: JSONObject)?
    for survey in surveys {
      guard survey["kind"]?.stringValue == "csat", survey["source"]?.stringValue != "agent",
        let at = survey["answeredAt"]?.stringValue.flatMap({ Instant(parsing: $0) }), at <= moment,
        survey["score"]?.doubleValue != nil, last.map({ $0.at <= at }) ?? true
      else { continue }
      last = (at, survey)
    }
    guard let survey = last?.survey, let score = survey["score"]?.doubleValue else { return }
    let (low, high) = (survey["min"]?.doubleValue ?? 1, survey["max"]?.doubleValue ?? 5)
    guard high > low else { return }
    var share = (score - low) / (high - low)
    if survey["reversed"]?.boolValue == true { share = 1 - share }
    set("lastRating", JSON((100 * (1 + 4 * share)).rounded() / 100))
  }

  private mutating func addScores(_ scores: PurchaseScores?) {
    guard let scores else { return }
    set("recencyScore", JSON(scores.recency))
    set("frequencyScore", JSON(scores.frequency))
    set("spendScore", JSON(scores.spend))
    set("buyerGroup", .string(scores.group.rawValue))
  }
}
