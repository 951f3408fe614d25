package import RapportCore

extension JSONReviewSource {
  package func moves(
    _ definitions: Definitions,
    since start: Instant,
    at moment: Instant
  ) throws -> RecordMoves {
    let zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    guard let records = try ChangedRecords(location, zone: zone) else { return .counted([:]) }
    let found = try records.changes(since: start)
    guard found.count <= ChangedRecords.most else { return .tooMany(found.count) }
    let evaluator = MembershipEvaluator(definitions, at: moment)
    let deriving = CustomerDeriving(of: location, definitions.catalog, at: moment, zone: zone)
    let sources = definitions.derivationSources
    func segments(_ customer: Customer?) throws -> Set<Segment.ID> {
      guard let customer else { return [] }
      let facts = try deriving.completing(CustomerFacts(customer), from: sources)
      return Set(evaluator.answers(of: facts).filter { $0.value == .in }.keys)
    }
    var moves: [Segment.ID: SizeMove] = [:]
    for change in found.changes {
      try Task.checkCancellation()
      let after = try records.customer(at: change.after)
      let now = try segments(after)
      if change.before == nil {
        guard let since = after?.since, since >= zone.date(start) else {
          for id in now { moves[id, default: SizeMove()].notKnown += 1 }
          continue
        }
      }
      let was = try segments(try change.before.flatMap { try records.customer(at: $0) })
      for id in now.subtracting(was) { moves[id, default: SizeMove()].joined += 1 }
      for id in was.subtracting(now) { moves[id, default: SizeMove()].left += 1 }
    }
    return .counted(moves)
  }
}
