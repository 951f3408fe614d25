import JSONLogic
import RapportCore
import Terminal

/// Looks at changes of segments before they are made.
extension EffectRunner {
  func readHistory(of reference: DefinitionReference, takesBack: Bool) async {
    let now = definitions.documents[reference]
    guard let changes = ports.changes else {
      let failure = CountingFailure(why: "nobody keeps one here")
      return mailbox.post(.history(.failure(failure), of: reference, takesBack: takesBack))
    }
    do {
      let history = SegmentHistory(of: reference, changes: try await changes(reference), now: now)
      mailbox.post(.history(.success(history), of: reference, takesBack: takesBack))
    } catch {
      let failure = CountingFailure(why: "\(error)")
      mailbox.post(.history(.failure(failure), of: reference, takesBack: takesBack))
    }
  }

  /// First what it says without counting, then all of it.
  func refine(_ question: RefiningQuestion, generation: Int, at now: Instant) async {
    let definitions = definitions
    let zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    let wording = Wording(
      languages: [definitions.settings.language, "en"],
      zone: zone,
      today: zone.date(now)
    )
    let names = SegmentNames(definitions, wording: wording)
    var answer: RefiningAnswer
    do {
      switch question {
      case .merge(let merge):
        mailbox.post(
          .refined(
            .init(lines: merge.lines(nil, names: names)),
            generation: generation
          )
        )
        answer = try await look(at: merge, names, now)
      case .places(let segment, let attribute):
        answer = try await places(of: segment, by: attribute, now)
      case .split(let split, let attribute):
        mailbox.post(
          .refined(
            .init(lines: split.lines(nil, effect: nil, names: names)),
            generation: generation
          )
        )
        answer = try await look(at: split, by: attribute, names, now)
      case .retire(let retirement): answer = try await look(at: retirement, names, now)
      case .difference(let pair, let change):
        answer = try await look(at: pair, change, names, now)
      }
    } catch let refusal as SegmentRefusal {
      answer = RefiningAnswer(refusal: refusal.description)
    } catch {
      answer = RefiningAnswer(refusal: "it could not be counted: \(error)")
    }
    guard !Task.isCancelled else { return }
    answer.isComplete = true
    mailbox.post(.refined(answer, generation: generation), replacing: "refined")
  }

  private func look(
    at merge: SegmentMerge,
    _ names: SegmentNames,
    _ now: Instant
  ) async throws -> RefiningAnswer {
    var merge = merge
    merge.place(await facts(of: Set(merge.named), at: now), at: now)
    let preview: MergePreview? =
      if let statistics = ports.statistics {
        try await merge.preview(statistics, at: now)
      } else {
        nil
      }
    let (problems, pins) = await trial(of: merge.change("", at: now, by: "", reason: ""), now)
    return RefiningAnswer(
      lines: merge.lines(preview, names: names) + Self.lines(problems, pins),
      merge: merge,
      pins: pins,
      refusal: Self.refusal(problems)
    )
  }

  private func places(
    of segment: Segment,
    by attribute: Attribute,
    _ now: Instant
  ) async throws -> RefiningAnswer {
    guard let insight = ports.insight else {
      return RefiningAnswer(refusal: "nobody counts customers here")
    }
    guard
      let values = try await insight.values(
        at: attribute.path,
        ofMembersOf: segment.id,
        at: now
      )
    else {
      throw SegmentRefusal("no-values", "the values of \(attribute.path) cannot be counted")
    }
    let proposals = try await SplitProposal.proposals(
      for: segment,
      by: attribute,
      at: SplitProposal.candidates(attribute, values),
      insight,
      now: now
    )
    return RefiningAnswer(proposals: proposals)
  }

  private func look(
    at split: SegmentSplit,
    by attribute: Attribute,
    _ names: SegmentNames,
    _ now: Instant
  ) async throws -> RefiningAnswer {
    var split = split
    split.place(await facts(of: Set(split.named), at: now), at: now)
    var proposal: SplitProposal?
    if let insight = ports.insight {
      proposal = try await SplitProposal.proposals(
        for: split.segment,
        by: attribute,
        at: [split.cut.value],
        insight,
        now: now
      ).first
    }
    var effect: SegmentsEffect?
    if let statistics = ports.statistics { effect = try await split.effect(statistics, at: now) }
    let (problems, pins) = await trial(of: split.change("", at: now, by: "", reason: ""), now)
    var answer = RefiningAnswer(
      lines: split.lines(proposal, effect: effect, names: names) + Self.lines(problems, pins),
      split: split,
      pins: pins,
      refusal: Self.refusal(problems)
    )
    guard let proposal else { return answer }
    do throws(SegmentRefusal) {
      try split.check(proposal, names: names)
    } catch {
      answer.refusal = error.description
    }
    return answer
  }

  private func look(
    at retirement: SegmentRetirement,
    _ names: SegmentNames,
    _ now: Instant
  ) async throws -> RefiningAnswer {
    let id = retirement.segment.id
    let change = retirement.change("", at: now, by: "", reason: "")
    let effect = try await ports.statistics?.effect(of: SegmentsChange(change), samples: 0, at: now)
    let lines = (try? await ports.journal.feedback(limit: FeedbackBox.limit)) ?? []
    let feedback = lines.count { $0.isSaid(of: id) }
    let (problems, pins) = await trial(of: change, now)
    return RefiningAnswer(
      lines: retirement.lines(
        effect: effect,
        feedback: feedback,
        language: definitions.settings.language,
        names: names
      ) + Self.lines(problems, pins),
      pins: pins,
      refusal: Self.refusal(problems)
    )
  }

  private func look(
    at pair: RefiningScreen.VersionPair,
    _ change: DefinitionChange?,
    _ names: SegmentNames,
    _ now: Instant
  ) async throws -> RefiningAnswer {
    let comparison = SegmentComparison(from: pair.old, to: pair.new, names: names)
    var lines = comparison.fields.map { RefiningLine(.plain, $0.label, $0.words) }
    if lines.isEmpty { lines = [RefiningLine(.plain, "Nothing", "is different")] }
    if pair.reference.kind == .segment, let statistics = ports.statistics {
      let delta = try await MemberDelta.counted(
        from: pair.old,
        to: pair.new,
        in: Segment.ID(pair.reference.id),
        statistics,
        at: now
      )
      if let delta {
        lines += Self.lines(delta) + RefiningLine.others(delta.others, names: names)
      }
    }
    if let revision = pair.revision, pair.reference.kind == .segment, let insight = ports.insight {
      let id = Segment.ID(pair.reference.id)
      let outcome = try await insight.outcomes(ofVersionsOf: id, at: now)[revision]
      let words = outcome?.words ?? "no contacts yet"
      lines.append(RefiningLine(.plain, "In its time", words))
    }
    let others = (change?.edits ?? []).map(\.reference).filter { $0 != pair.reference }
    if !others.isEmpty {
      let words = others.map(\.description).joined(separator: ", ")
      lines.append(RefiningLine(.plain, "Together with", words))
    }
    var problems: [Problem] = []
    var pins: [BrokenPin] = []
    if let change { (problems, pins) = await trial(of: change, now) }
    return RefiningAnswer(
      lines: lines + Self.lines(problems, pins),
      pins: pins,
      refusal: Self.refusal(problems)
    )
  }

  private static func lines(_ delta: MemberDelta) -> [RefiningLine] {
    let named = [("Joined", delta.difference.joiners), ("Left", delta.difference.leavers)]
    return [RefiningLine(.plain, "Customers", delta.words)]
      + named.filter { !$0.1.isEmpty }.map { label, ids in
        RefiningLine(.plain, label, ids.map(\.rawValue).joined(separator: ", "))
      }
  }

  /// What a change would make wrong, and which pinned customers it would take otherwise.
  private func trial(
    of change: DefinitionChange,
    _ now: Instant
  ) async -> (problems: [Problem], pins: [BrokenPin]) {
    let outcome = await outcome(of: change, at: now)
    return (outcome.newProblems, outcome.brokenPins)
  }

  private static func lines(_ problems: [Problem], _ pins: [BrokenPin]) -> [RefiningLine] {
    RefiningLine.problems(problems) + RefiningLine.pins(pins)
  }

  private static func refusal(_ problems: [Problem]) -> String? {
    problems.first { $0.severity == .error }.map { "\($0.place.file): \($0.message)" }
  }
}
