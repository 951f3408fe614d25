package import JSONLogic

/// What a merge does to the customers, counted.
package struct MergePreview: Sendable {
  /// Of each of the two until now, and of what comes out of it.
  package var first, second, after: AnswerCounts
  /// In both until now.
  package var both: Int
  /// Who joins what comes out of it, who leaves it, and some of them.
  package var joining, leaving: Int
  package var joiners, leavers: [Customer.ID]
  /// In neither of the two until now; in one of them until now and in none of them then.
  package var fromNeither, toNeither: Int
  /// Other segments that somebody joins or leaves by it.
  package var others: [SegmentsEffect.Part] = []
}

extension SegmentMerge {
  package func preview(
    _ statistics: any SegmentStatistics,
    samples: Int = 5,
    at moment: Instant
  ) async throws -> MergePreview {
    let overlaps = try await statistics.overlaps(of: [first.id, second.id], at: moment)
    let change = SegmentsChange(
      self.change("", at: moment, by: "", reason: ""),
      together: [first.id, second.id, target]
    )
    let effect = try await statistics.effect(of: change, samples: samples, at: moment)
    let own = effect[target]
    return MergePreview(
      first: effect[first.id].before,
      second: effect[second.id].before,
      after: own.after,
      both: overlaps.first?.last ?? 0,
      joining: own.joining,
      leaving: own.leaving,
      joiners: own.joiners,
      leavers: own.leavers,
      fromNeither: effect.fromNone,
      toNeither: effect.toNone,
      others: effect.parts.filter { part in
        part.isSeen && ![first.id, second.id, target].contains(part.id)
      }
    )
  }

  /// What it would do, line by line.
  package func lines(_ preview: MergePreview?, names: SegmentNames) -> [RefiningLine] {
    var lines: [RefiningLine] = []
    if let rule {
      lines.append(RefiningLine(.plain, "Rule", names.sentence(rule.json)))
      lines += rule.omissions.map { omission in
        RefiningLine(
          .plain,
          "Left out",
          "\(names.sentence(omission.condition)): "
            + "\(names.sentence(omission.because)) says it already"
        )
      }
    }
    if let preview {
      lines += counted(preview)
      lines += RefiningLine.others(preview.others, names: names)
    }
    lines += dropped.map { RefiningLine(.warning, "By hand", $0) }
    let fields = self.fields
    let conflicts = fields.filter(\.isConflict)
    if !conflicts.isEmpty {
      lines.append(RefiningLine(.heading, "The two say different things: choose"))
      lines += conflicts.map { choice($0, names) }
    }
    let others = fields.filter { !$0.isConflict }
    if !others.isEmpty {
      lines.append(RefiningLine(.heading, "Put together"))
      let after = object
      lines += others.map { field in
        let label = SegmentComparison.label(field.key)
        return RefiningLine(.plain, label, names.value(field.key, after[field.key]))
      }
    }
    lines.append(RefiningLine(.plain, "Retired", retired.map(\.name).joined(separator: ", ")))
    let name = object["name"]?.stringValue ?? target.rawValue
    return lines + RefiningLine.moved(moved, to: name)
  }

  private func counted(_ preview: MergePreview) -> [RefiningLine] {
    func words(_ counts: AnswerCounts) -> String {
      countWords(counts.isIn)
        + (counts.unknown > 0 ? " (\(countWords(counts.unknown)) not known yet)" : "")
    }
    var lines = [
      RefiningLine(.plain, "Customers", words(preview.after)),
      RefiningLine(
        .plain,
        "Until now",
        "\(first.name) \(words(preview.first)), \(second.name) \(words(preview.second)), "
          + "in both \(countWords(preview.both))"
      ),
    ]
    if !isNew {
      let (joining, leaving) = (countWords(preview.joining), countWords(preview.leaving))
      lines.append(
        RefiningLine(.plain, "Changes", "\(joining) join \(first.name), \(leaving) leave it")
      )
    }
    if preview.fromNeither > 0 {
      lines.append(
        RefiningLine(.warning, "From neither", "\(countWords(preview.fromNeither)) were in neither")
      )
    }
    if preview.toNeither > 0 {
      lines.append(
        RefiningLine(
          .warning,
          "To neither",
          "\(countWords(preview.toNeither)) were in one of the two and are in none of them then"
        )
      )
    }
    if let doubt = SizeDoubt(preview.after, definitions.settings) { lines.append(doubt.line) }
    return lines
  }

  private func choice(_ field: Field, _ names: SegmentNames) -> RefiningLine {
    let label = SegmentComparison.label(field.key)
    let side = choices[field.key] ?? .first
    guard field.contradictions.isEmpty else {
      let whose = side == .first ? first.name : second.name
      return RefiningLine(
        .choice,
        label,
        "of \(field.contradictions.joined(separator: ", ")) the two say the opposite; "
          + "\(whose) counts",
        key: field.key
      )
    }
    let (own, their) = (names.value(field.key, field.first), names.value(field.key, field.second))
    let text = side == .first ? "[\(own)]  \(their)" : "\(own)  [\(their)]"
    return RefiningLine(.choice, label, text, key: field.key)
  }
}
