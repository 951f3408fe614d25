import JSONLogic
import RapportCore
import Synchronization
import Terminal

/// Looks at definitions as they are and as a draft would make them.
extension EffectRunner {
  /// Those whom definitions pin, then those served last, then whoever is found first.
  func chooseSamples(own: [Customer.ID], at now: Instant) async {
    let reader = reader(at: now)
    let pinned = reader.knowledge.definitions.segments.flatMap { $0.goldenMembers.prefix(2) }
    let served = own + familiarity.withLock { $0.own }
    var ids: [Customer.ID] = []
    for letter in ["a", "e", "i", "o", "u"] {
      let found = await ports.directory.find(letter, limit: 12, knowing: .none)
      ids += found.hits.map(\.id)
    }
    var seen: Set<Customer.ID> = []
    var candidates: [(known: KnownCustomer, memberships: [Membership])] = []
    for id in pinned + served + ids where seen.insert(id).inserted && candidates.count < 60 {
      guard !Task.isCancelled else { return }
      guard let opened = try? await reader.open(id, contacts: 0, withScores: false) else {
        continue
      }
      candidates.append((opened.known, reader.knowledge.evaluate(opened.known, now)))
    }
    // A person is spoken to, an account is not.
    let people = candidates.filter { $0.known.customer.record["kind"] != "account" }
    let accounts = candidates.filter { $0.known.customer.record["kind"] == "account" }
    let samples = SampleChoice.samples(people + accounts)
    mailbox.post(.samples(samples), replacing: "samples")
  }

  func tryOut(_ request: Trial) async {
    let definitions = definitions
    let prepared = trial.withLock { trial in
      let prepared = trial ?? DefinitionTrial(definitions, at: request.now)
      trial = prepared
      return prepared
    }
    let tried = await outcome(of: request.change, in: prepared, at: request.now)
    guard !Task.isCancelled else { return }
    var outcome = TrialOutcome(request, tried)
    guard !Task.isCancelled else { return }
    mailbox.post(.tried(outcome, of: request.draft.id), replacing: "trial")
    guard let change = StatusTurn.change(of: request.draft), let pair = change.pairs.first,
      let state = await turn(pair, of: change, at: request.now)
    else { return }
    outcome.turn?.state = state
    mailbox.post(.tried(outcome, of: request.draft.id), replacing: "trial")
  }

  /// Nil where the question was withdrawn.
  private func turn(
    _ pair: SegmentsChange.Pair,
    of change: SegmentsChange,
    at now: Instant
  ) async -> StatusTurn.State? {
    let result = await counted { statistics in
      try await statistics.effect(of: change, samples: StatusTurn.samples, at: now)
    }
    switch result {
    case nil: return nil
    case .failure(let failure): return .failed(failure.why)
    case .success(let effect):
      let difference = effect[pair.id]
      let isIn = pair.after?.status == .active
      let ids = isIn ? difference.joiners : difference.leavers
      let facts = await facts(of: Set(ids), at: now)
      guard !Task.isCancelled else { return nil }
      return .counted(
        StatusTurn.People(
          count: isIn ? difference.joining : difference.leaving,
          names: ids.compactMap { facts[$0] }.map { CustomerPresentation($0.customer).title }
        )
      )
    }
  }

  /// What would come of a change of the definitions as they are.
  func outcome(of change: DefinitionChange, at now: Instant) async -> DefinitionTrial.Outcome {
    await outcome(of: change, in: DefinitionTrial(definitions, at: now), at: now)
  }

  private func outcome(
    of change: DefinitionChange,
    in trial: DefinitionTrial,
    at now: Instant
  ) async -> DefinitionTrial.Outcome {
    let outcome = trial.outcome(of: change)
    return outcome.knowing(await known(outcome.reading, at: now))
  }

  func check(generation: Int, at now: Instant) {
    let definitions = definitions
    let problems = StoreCheck.problems(of: definitions, at: now)
    mailbox.post(.checked(problems, generation: generation))
  }

  /// First what is missing at all, then who needs it.
  func findGaps(generation: Int, at now: Instant) async {
    let definitions = definitions
    let uncounted = GapReport(Coverage(definitions))
    guard !Task.isCancelled else { return }
    guard let statistics = ports.statistics else {
      return mailbox.post(
        .gaps(uncounted, .failed("nobody counts customers here"), generation: generation)
      )
    }
    mailbox.post(.gaps(uncounted, .running, generation: generation))
    do {
      let counted = GapReport(Coverage(definitions, demand: try await statistics.demand(at: now)))
      guard !Task.isCancelled else { return }
      mailbox.post(.gaps(counted, .done, generation: generation))
    } catch {
      guard !Task.isCancelled else { return }
      mailbox.post(.gaps(uncounted, .failed("\(error)"), generation: generation))
    }
  }
}
