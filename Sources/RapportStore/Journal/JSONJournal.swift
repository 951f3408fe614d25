import JSONLogic
package import RapportCore

/// The journals of a store: finished contacts, with the ratings that customers gave them.
///
/// The first look-up reads the files, about 0.2 s for a million lines; later ones only what was
/// appended meanwhile.
package actor JSONJournal: Journal {
  let location: StoreLocation
  var interactions: JournalIndex
  private var surveys: JournalIndex
  let orders: OrderShelf

  package init(_ location: StoreLocation) {
    self.location = location
    orders = OrderShelf(location)
    interactions = JournalIndex(location.file("journal/interactions.jsonl"))
    surveys = JournalIndex(location.file("journal/surveys.jsonl"))
  }

  package func interactions(of customer: Customer.ID, limit: Int) throws -> [Interaction] {
    try interactions.catchUp()
    try surveys.catchUp()
    let ratings = try ratings(of: customer)
    let found = try interactions.records(of: customer.rawValue)
      .compactMap { record -> Interaction? in
        guard var interaction = Interaction(record: record) else { return nil }
        interaction.rating = ratings[interaction.id]
        return interaction
      }
    return Array(found.sorted { ($1.at, $1.id) < ($0.at, $0.id) }.prefix(limit))
  }

  package func append(_ interaction: Interaction) throws {
    let file = RecordFile(interactions.path)
    try location.requireWritable(file.path)
    try Folder.create(Folder.parent(of: file.path), mode: location.folderMode)
    try file.append([.object(interaction.record)])
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

  /// What the customer said of each contact; what agents noted in their stead is no rating of theirs.
  private func ratings(of customer: Customer.ID) throws -> [Interaction.ID: (score: Int, of: Int)] {
    var ratings: [Interaction.ID: (score: Int, of: Int)] = [:]
    for survey in try surveys.records(of: customer.rawValue) {
      guard survey["kind"]?.stringValue == "csat", survey["source"]?.stringValue != "agent",
        let interaction = survey["interaction"]?.stringValue,
        let score = survey["score"]?.intValue
      else { continue }
      ratings[Interaction.ID(interaction)] = (score, survey["max"]?.intValue ?? 5)
    }
    return ratings
  }
}
