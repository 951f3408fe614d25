import JSONLogic
package import RapportCore

extension JSONJournal {
  package func append(_ interaction: Interaction) throws {
    let file = try writable(interactions.path)
    // First: a contact is only done when all of it is kept, and its draft stays until then.
    try writeNoted(interaction.noted, of: interaction)
    try file.append([.object(interaction.record)])
  }

  package func takeBack(_ id: Interaction.ID, of customer: Customer.ID?) throws {
    let file = try writable(interactions.path)
    try file.append([Self.correction(of: id, customer)])
    guard let customer, isNoted(id, of: customer) else { return }
    // The outcome is taken back all the same; what stays behind is replaced or taken out with the next.
    _ = try? writable(surveys.path).append([Self.correction(of: id, customer)])
  }

  /// The rating has the contact's id in its own file: noted twice, the later one replaces the earlier.
  private func writeNoted(
    _ noted: (score: Int, of: Int)?,
    of interaction: Interaction
  ) throws {
    guard let customer = interaction.customer else { return }
    guard let noted else {
      // Left behind where the program ended between the two lines.
      guard isNoted(interaction.id, of: customer) else { return }
      try writable(surveys.path).append([Self.correction(of: interaction.id, customer)])
      return
    }
    try writable(surveys.path).append([
      [
        "id": .string(interaction.id.rawValue), "customer": .string(customer.rawValue),
        "interaction": .string(interaction.id.rawValue), "kind": "csat",
        "answeredAt": .string(interaction.at.description), "score": JSON(noted.score), "min": 1,
        "max": JSON(noted.of), "source": "agent",
      ]
    ])
  }

  /// False as well where the surveys cannot be read, which keeps no contact from ending.
  private func isNoted(_ id: Interaction.ID, of customer: Customer.ID) -> Bool {
    guard (try? surveys.catchUp()) != nil else { return false }
    return (try? ratings(of: customer, byAgents: true))?[id] != nil
  }

  /// It names the customer, so that what is promised to them is read again.
  private static func correction(of id: Interaction.ID, _ customer: Customer.ID?) -> JSON {
    var line: JSONObject = ["id": .string(id.rawValue), "deleted": true]
    line["customer"] = customer.map { .string($0.rawValue) }
    return .object(line)
  }

  func writable(_ path: String) throws -> RecordFile {
    try location.requireWritable(path)
    try Folder.create(Folder.parent(of: path), mode: location.folderMode)
    return RecordFile(path)
  }
}
