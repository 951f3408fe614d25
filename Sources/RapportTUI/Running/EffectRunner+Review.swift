import RapportCore
import Synchronization
import Terminal

/// Reads what whole journals and pinned customers tell.
extension EffectRunner {
  /// What rules read of some customers; those who cannot be read are left out.
  func facts(
    of ids: Set<Customer.ID>,
    at now: Instant
  ) async -> [Customer.ID: CustomerFacts] {
    let reader = reader(at: now)
    let definitions = reader.knowledge.definitions
    var facts: [Customer.ID: CustomerFacts] = [:]
    for id in ids {
      guard !Task.isCancelled else { return facts }
      let opened = try? await reader.open(
        id,
        contacts: 0,
        withScores: reader.knowledge.readsScores
      )
      facts[id] = opened?.known.facts(in: definitions, at: now)
    }
    return facts
  }

  /// First what is quickly read, then all of it.
  func readWeek(generation: Int, at now: Instant) async {
    let definitions = knowledge.withLock { $0.definitions }
    func reader(_ statistics: (any SegmentStatistics)?) -> WeekReader {
      WeekReader(
        journal: ports.journal,
        store: ports.definitions.store,
        statistics: statistics,
        source: ports.review
      )
    }
    let quick = await reader(nil).facts(of: definitions, at: now)
    guard !Task.isCancelled else { return }
    mailbox.post(.week(quick, isComplete: ports.statistics == nil, generation: generation))
    guard ports.statistics != nil else { return }
    let all = await reader(ports.statistics).facts(of: definitions, at: now)
    guard !Task.isCancelled else { return }
    mailbox.post(.week(all, isComplete: true, generation: generation))
  }
}
