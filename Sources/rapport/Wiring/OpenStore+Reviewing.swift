import RapportCore
import RapportStore

extension OpenStore {
  /// Reads what a week is told from.
  var weekReader: WeekReader {
    WeekReader(
      journal: journal,
      store: definitionStore,
      statistics: SegmentCounts(location, definitions),
      source: JSONReviewSource(location, directory)
    )
  }

  /// Members of a segment to call; the seed is the day's number where none is given.
  func callList(of segment: Segment, count: Int, seed: UInt64?) throws -> CallList {
    let (location, definitions, directory, journal) = (location, definitions, directory, journal)
    let moment = now
    let zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    let day = UInt64(clamping: zone.date(moment).daysSinceEpoch)
    return try blocking {
      let counts = SegmentCounts(location, definitions)
      let drawn = try await counts.draw(
        // Some will not do.
        count * 20,
        of: segment.id,
        seed: seed ?? day,
        at: moment
      )
      let answers = try await journal.feedback(limit: .max).filter { line in
        line.on?.kind == "segment" && line.on?.id == segment.id.rawValue && line.verdict.isAnswer
      }
      var entries: [CallList.Entry] = []
      var passedOver = 0
      for id in drawn.customers where entries.count < count {
        guard let customer = try await directory.customer(id) else { continue }
        let history = try await journal.interactions(of: id, limit: .max)
        guard
          CallList.isSuitable(customer, history: history, answers: answers, at: moment)
        else {
          passedOver += 1
          continue
        }
        let account =
          if let id = customer.account { try await directory.customer(id) } else {
            nil as Customer?
          }
        entries.append(CallList.Entry(customer, account: account, at: moment))
      }
      return CallList(segment, entries: entries, members: drawn.members, passedOver: passedOver)
    }
  }
}
