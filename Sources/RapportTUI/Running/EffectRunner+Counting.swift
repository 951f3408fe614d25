import RapportCore
import Terminal

/// Counts customers for the workbench.
extension EffectRunner {
  func countSegments(generation: Int, at now: Instant) async {
    guard let result = await counted({ try await $0.overview(at: now) }) else { return }
    mailbox.post(.overview(result, generation: generation), replacing: "overview")
  }

  func countIdentities(generation: Int, at now: Instant) async {
    guard let result = await counted({ try await $0.identities(at: now) }) else { return }
    mailbox.post(.identities(result, generation: generation), replacing: "identities")
    // The first profile is asked for soon.
    try? await ports.statistics?.prepareContrasts(at: now)
  }

  func contrast(
    _ first: CustomerGroup,
    _ second: CustomerGroup,
    generation: Int,
    at now: Instant
  ) async {
    let result = await counted { try await $0.contrast(first, with: second, at: now) }
    guard let result else { return }
    mailbox.post(.contrast(result, generation: generation), replacing: "contrast")
  }

  func countOverlaps(_ ids: [Segment.ID], generation: Int, at now: Instant) async {
    let result = await counted { statistics in
      OverlapMatrix(ids: ids, shared: try await statistics.overlaps(of: ids, at: now))
    }
    guard let result else { return }
    mailbox.post(.overlaps(result, generation: generation), replacing: "overlaps")
  }

  func listMembers(_ query: MemberQuery, generation: Int, at now: Instant) async {
    guard let result = await counted({ try await $0.members(query, at: now) }) else { return }
    mailbox.post(.members(result, generation: generation))
  }

  /// Reads a member with all that rules ask for.
  func readMember(_ id: Customer.ID, _ segments: [Segment.ID], at now: Instant) async {
    do {
      let reader = reader(at: now)
      let withScores = reader.knowledge.readsScores
      guard let opened = try await reader.open(id, contacts: 0, withScores: withScores) else {
        return mailbox.post(.failed("\(id) is not in the store any more"))
      }
      mailbox.post(.memberRead(opened, segments))
    } catch {
      mailbox.post(.failed("\(id) cannot be read: \(error)"))
    }
  }

  /// Asks who counts; nil where the question was withdrawn.
  func counted<Value: Sendable>(
    _ question: (any SegmentStatistics) async throws -> Value
  ) async -> Result<Value, CountingFailure>? {
    guard let statistics = ports.statistics else { return .failure(.nobody) }
    do {
      let value = try await question(statistics)
      return Task.isCancelled ? nil : .success(value)
    } catch {
      return Task.isCancelled ? nil : .failure(CountingFailure(why: "\(error)"))
    }
  }

  /// First how many, then who they are.
  func tryRule(_ trial: RuleTrial) async {
    let previewer = RulePreviewer(
      trial,
      statistics: ports.statistics,
      reader: reader(at: trial.now)
    )
    await previewer.run { [mailbox] outcome in
      guard !Task.isCancelled else { return }
      mailbox.post(.triedRule(outcome), replacing: "rule")
    }
  }

  func spread(of path: String, at now: Instant) async {
    let found = try? await ports.statistics?.distribution(
      of: path,
      limit: RuleEditor.listed,
      at: now
    )
    guard !Task.isCancelled else { return }
    mailbox.post(.spread(found ?? nil, of: path))
  }
}
