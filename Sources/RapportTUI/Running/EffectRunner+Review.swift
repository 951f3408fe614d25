import RapportCore
import Synchronization
import Terminal

/// Reads what whole journals and pinned customers tell.
extension EffectRunner {
  /// What is known of some customers; those who cannot be read are left out.
  func known(_ reading: PinReading, at now: Instant) async -> [Customer.ID: KnownCustomer] {
    let reader = reader(at: now)
    let withScores = reading.sources.contains(.orders)
    var known: [Customer.ID: KnownCustomer] = [:]
    for id in reading.customers {
      guard !Task.isCancelled else { return known }
      known[id] = try? await reader.open(id, contacts: 0, withScores: withScores)?.known
    }
    return known
  }

  /// What rules read of some customers; those who cannot be read are left out.
  func facts(
    of ids: Set<Customer.ID>,
    at now: Instant
  ) async -> [Customer.ID: CustomerFacts] {
    let definitions = definitions
    return await known(PinReading(ids, for: definitions), at: now)
      .mapValues { $0.facts(in: definitions, at: now) }
  }

  /// First what is quickly read, then all of it.
  func readWeek(generation: Int, at now: Instant) async {
    let definitions = definitions
    func reader(_ statistics: (any SegmentStatistics)?) -> WeekReader {
      WeekReader(
        journal: ports.journal,
        store: ports.definitions.store,
        statistics: statistics,
        source: ports.review
      )
    }
    var quick = await reader(nil).facts(of: definitions, at: now)
    quick.isBeingCounted = ports.statistics != nil
    guard !Task.isCancelled else { return }
    mailbox.post(.week(quick, isComplete: ports.statistics == nil, generation: generation))
    guard ports.statistics != nil else { return }
    let all = await reader(ports.statistics).facts(of: definitions, at: now)
    guard !Task.isCancelled else { return }
    mailbox.post(.week(all, isComplete: true, generation: generation))
  }
}
