import JSONLogic

extension SegmentSplit {
  /// What keeps it from being made once its sides are counted: one without customers.
  package func check(
    _ proposal: SplitProposal,
    names: SegmentNames
  ) throws(SegmentRefusal) {
    for (side, part) in zip(proposal.sides, parts) where side.customers == 0 {
      throw SegmentRefusal(
        "empty-side",
        "\(names.sentence(part.condition)): nobody in \(segment.name) is on that side; "
          + "choose another value"
      )
    }
  }

  /// What it would do, line by line.
  package func lines(
    _ proposal: SplitProposal?,
    effect: SegmentsEffect?,
    names: SegmentNames
  ) -> [RefiningLine] {
    var lines: [RefiningLine] = []
    for (position, part) in parts.enumerated() {
      lines.append(RefiningLine(.heading, part.name))
      lines.append(
        RefiningLine(.plain, "Made as", "\(part.id), priority \(part.priority)")
      )
      lines.append(RefiningLine(.plain, "Rule", names.sentence(part.rule)))
      if let side = proposal?.sides[position] {
        let count = effect?[part.id].after.isIn ?? side.customers ?? 0
        let text = "\(countWords(count)); last year \(side.words)"
        lines.append(RefiningLine(count == 0 ? .warning : .plain, "Customers", text))
      }
      if let doubt = effect.flatMap({ SizeDoubt($0[part.id].after, definitions.settings) }) {
        lines.append(doubt.line)
      }
    }
    lines.append(RefiningLine(.heading, segment.name))
    if let unknown = proposal?.unknown, unknown > 0 {
      let label = names.words.label(cut.attribute.path)
      lines.append(
        RefiningLine(
          .warning,
          "No value",
          "\(countWords(unknown)) of them have no value for \(label): they stay not known"
        )
      )
    }
    if let effect, effect.toNone > (proposal?.unknown ?? 0), !keepsOld {
      let text = "\(countWords(effect.toNone)) were in it and are in neither then"
      lines.append(RefiningLine(.warning, "To neither", text))
    }
    let both = segment.manual.filter { $0.member && places[$0.customer] == nil }
    if !both.isEmpty {
      let ids = both.map(\.customer.rawValue).joined(separator: ", ")
      lines.append(
        RefiningLine(.warning, "By hand", "\(ids): on neither side, so taken into both")
      )
    }
    let unplaced = segment.goldenMembers.filter { places[$0] == nil }
    if !unplaced.isEmpty {
      let ids = unplaced.map(\.rawValue).joined(separator: ", ")
      lines.append(
        RefiningLine(.warning, "Must belong", "\(ids): on neither side, so pinned to neither")
      )
    }
    lines.append(RefiningLine(.plain, "Afterwards", keepsOld ? "kept as it is" : "retired"))
    let own = Set(parts.map(\.id) + [segment.id])
    let others = effect?.parts.filter { $0.isSeen && !own.contains($0.id) } ?? []
    lines += RefiningLine.others(others, names: names)
    guard !keepsOld else { return lines }
    let names = parts.map(\.id.rawValue).joined(separator: " and ")
    return lines + RefiningLine.moved(moved, to: names)
  }

  /// What it does to the customers, counted.
  package func effect(
    _ statistics: any SegmentStatistics,
    at moment: Instant
  ) async throws -> SegmentsEffect {
    let change = SegmentsChange(
      self.change("", at: moment, by: "", reason: ""),
      together: Set(parts.map(\.id) + [segment.id])
    )
    return try await statistics.effect(of: change, samples: 0, at: moment)
  }

  /// For customers whom the segment names, the side that each is on.
  package mutating func place(
    _ facts: [Customer.ID: CustomerFacts],
    at moment: Instant
  ) {
    let zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    let operations = RuleOperations.bound(today: zone.date(moment), zone: zone)
    for (id, facts) in facts {
      places[id] = parts.firstIndex { part in
        (try? Rule(part.condition, operations: operations))?.answer(facts) == .in
      }
    }
  }
}
