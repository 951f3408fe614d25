import JSONLogic
package import RapportCore

/// The journals of a store: finished contacts, with the ratings that customers gave them, and feedback.
///
/// The first look-up reads the files, about 0.2 s for a million lines; later ones only what was
/// appended meanwhile.
package actor JSONJournal: Journal {
  let location: StoreLocation
  var interactions: JournalIndex
  var surveys: JournalIndex
  let orders: OrderShelf
  var feedback: FeedbackShelf

  package init(_ location: StoreLocation) {
    self.location = location
    orders = OrderShelf(location)
    interactions = JournalIndex(location.file("journal/interactions.jsonl"))
    surveys = JournalIndex(location.file("journal/surveys.jsonl"))
    feedback = FeedbackShelf(location.file("journal/feedback.jsonl"))
  }

  package func interactions(of customer: Customer.ID, limit: Int) throws -> [Interaction] {
    try interactions.catchUp()
    try surveys.catchUp()
    let ratings = try self.ratings(of: customer, byAgents: false)
    let noted = try self.ratings(of: customer, byAgents: true)
    let found = try interactions.records(of: customer.rawValue)
      .compactMap { record -> Interaction? in
        guard var interaction = Interaction(record: record) else { return nil }
        interaction.rating = ratings[interaction.id]
        interaction.noted = noted[interaction.id]
        return interaction
      }
    return Array(found.sorted { ($1.at, $1.id) < ($0.at, $0.id) }.prefix(limit))
  }

  /// The customer's lines in the journals of contacts and of surveys, in the order of the files.
  func lines(
    of customer: Customer.ID
  ) throws -> (interactions: [JSONObject], surveys: [JSONObject]) {
    try interactions.catchUp()
    try surveys.catchUp()
    return (
      try interactions.records(of: customer.rawValue),
      try surveys.records(of: customer.rawValue)
    )
  }

  /// What customers said of each contact, or what agents noted in their stead, which is no rating of
  /// theirs.
  func ratings(
    of customer: Customer.ID,
    byAgents: Bool
  ) throws -> [Interaction.ID: (score: Int, of: Int)] {
    var ratings: [Interaction.ID: (score: Int, of: Int)] = [:]
    for survey in try surveys.records(of: customer.rawValue) {
      guard survey["kind"]?.stringValue == "csat",
        (survey["source"]?.stringValue == "agent") == byAgents,
        let interaction = survey["interaction"]?.stringValue,
        let score = survey["score"]?.intValue
      else { continue }
      ratings[Interaction.ID(interaction)] = (score, survey["max"]?.intValue ?? 5)
    }
    return ratings
  }
}
