package import RapportCore

/// Draws members of segments to call, from the store's customers and journals.
package struct JSONCallLists: CallLists {
  private let location: StoreLocation
  private let directory: JSONDirectory
  private let journal: JSONJournal

  package init(_ location: StoreLocation, _ directory: JSONDirectory, _ journal: JSONJournal) {
    (self.location, self.directory, self.journal) = (location, directory, journal)
  }

  package func callList(
    of segment: Segment,
    count: Int,
    seed: UInt64,
    _ definitions: Definitions,
    at moment: Instant
  ) async throws -> CallList {
    let counts = SegmentCounts(location, definitions)
    // Some will not do.
    let drawn = try await counts.draw(count * 20, of: segment.id, seed: seed, at: moment)
    let answers = try await journal.feedback(limit: .max).filter { line in
      line.on?.kind == "segment" && line.on?.id == segment.id.rawValue && line.verdict.isAnswer
    }
    var entries: [CallList.Entry] = []
    var obstacles: [CallList.Obstacle: Int] = [:]
    for id in drawn.customers where entries.count < count {
      try Task.checkCancellation()
      guard let customer = try await directory.customer(id) else { continue }
      let history = try await journal.interactions(of: id, limit: .max)
      if let obstacle = CallList.obstacle(
        to: customer,
        history: history,
        answers: answers,
        at: moment
      ) {
        obstacles[obstacle, default: 0] += 1
        continue
      }
      let account =
        if let id = customer.account { try await directory.customer(id) } else {
          nil as Customer?
        }
      entries.append(CallList.Entry(customer, account: account, at: moment))
    }
    return CallList(segment, entries: entries, members: drawn.members, obstacles: obstacles)
  }
}
