import JSONLogic
import RapportCore
import RapportStore

/// What a new or changed segment would do to the customers.
struct SegmentPreview {
  /// So many who join and who leave are named.
  private static let samples = 10

  /// Some customers, and what decides about each.
  private typealias People = [(customer: Customer, because: String)]

  private struct Found {
    var counts: RulePreview
    /// What the segment is then.
    var status: Segment.Status
    /// Whether it comes into use or goes out of it.
    var isTurned: Bool
    var joiners: People
    var leavers: People
  }

  /// Nil where who belongs stays as it is.
  private let found: Found?

  /// - Parameters:
  ///   - old: the segment as it is; nil for a new one.
  ///   - after: its definition as it would be.
  ///   - id: of the segment.
  ///   - opened: whose customers are counted.
  /// - Throws: what keeps them from being read.
  init(_ old: Segment?, _ after: JSON, _ id: Segment.ID, in opened: OpenStore) throws {
    found = try Self.find(old, after, id, in: opened)
  }

  private static func find(
    _ old: Segment?,
    _ after: JSON,
    _ id: Segment.ID,
    in opened: OpenStore
  ) throws -> Found? {
    guard let new = Segment(decoding: after, id: id) else { return nil }
    let change = SegmentsChange([.init(id, before: old, after: new)])
    guard !change.keepsMembers || !change.seen.keepsMembers else { return nil }
    let isTurned = old.map { ($0.status == .active) != (new.status == .active) } ?? false
    let progress = ProgressLine()
    defer { progress.end() }
    let (counts, now) = (opened.counts(progress), opened.now)
    let preview = try blocking {
      var preview = try await counts.preview(of: new, samples: samples, at: now)
      guard isTurned else { return preview }
      let effect = try await counts.effect(of: change.seen, samples: samples, at: now)
      preview.difference = effect[id]
      if new.status != .active { preview.shared = [] }
      return preview
    }
    let evaluator = MembershipEvaluator(opened.definitions, at: now)
    // Whoever leaves a segment that goes out of use is told by what they were in for.
    let last = isTurned && new.status != .active ? old ?? new : new
    return Found(
      counts: preview,
      status: new.status,
      isTurned: isTurned,
      joiners: try named(preview.difference.joiners, new, evaluator, opened),
      leavers: try named(preview.difference.leavers, last, evaluator, opened)
    )
  }

  private static func named(
    _ ids: [Customer.ID],
    _ segment: Segment,
    _ evaluator: MembershipEvaluator,
    _ opened: OpenStore
  ) throws -> People {
    try ids.map { id in
      let read = try opened.read(id.rawValue, isPast: false)
      let derived = try opened.derivedFacts(of: read.customer, account: read.account)
      let facts = CustomerFacts(read.customer, account: read.account, derived: derived)
      return (read.customer, evaluator.membership(of: facts, in: segment).deciding)
    }
  }

  // MARK: - Lines

  /// What is different, then who joins and leaves, with whom it is shared and what asks for it.
  func lines(_ before: JSON?, _ after: JSON, _ opened: OpenStore) -> [RefiningLine] {
    let names = opened.segmentNames
    let lines = Self.fields(before, after, names)
    guard let found else { return lines }
    let shared = found.counts.shared.prefix(5).map { shared in
      "\(Self.count(shared.count)) with \(names.segment(shared.segment))"
    }
    return lines + size(found, isNew: before == nil, opened.definitions.settings)
      + Self.people(found.joiners, found.counts.difference.joining, "join")
      + (before == nil ? [] : Self.people(found.leavers, found.counts.difference.leaving, "leave"))
      + (shared.isEmpty ? [] : [RefiningLine(.plain, "shares", shared.joined(separator: ", "))])
      + RefiningLine.others(found.counts.others, names: names)
  }

  private static func fields(
    _ before: JSON?,
    _ after: JSON,
    _ names: SegmentNames
  ) -> [RefiningLine] {
    let keys = Set((before?.objectValue ?? [:]).keys).union((after.objectValue ?? [:]).keys)
    return keys.sorted().filter { $0 != "id" && before?[$0] != after[$0] }.map { key in
      guard let before else {
        let value = after[key]
        let words = key == "rule" ? value.map { names.sentence($0) } : names.value(key, value)
        return RefiningLine(.plain, key, words ?? "")
      }
      guard key == "rule" else {
        let text = "\(names.value(key, before[key])) -> \(names.value(key, after[key]))"
        return RefiningLine(.plain, key, text)
      }
      let rules = [before, after].map { object in
        object["rule"].flatMap { try? Rule($0, operations: RuleOperations.names) }
      }
      let words = RuleDifference(from: rules[0], to: rules[1], in: names.words).text
      return RefiningLine(.plain, "rule", words)
    }
  }

  private func size(_ found: Found, isNew: Bool, _ settings: StoreSettings) -> [RefiningLine] {
    let difference = found.counts.difference
    let was = isNew ? "" : " (was \(Self.count(difference.before.isIn)))"
    var lines = [
      RefiningLine(.heading, "Customers", Self.count(difference.after.isIn) + was)
    ]
    if found.isTurned, found.status != .active {
      let words = "\(found.status.rawValue), so agents see nobody in it"
      return lines + [RefiningLine(.warning, "out of use", words)]
    }
    lines.append(RefiningLine(.plain, "not known", Self.count(difference.after.unknown)))
    if found.status == .draft {
      lines.append(RefiningLine(.plain, "draft", "agents see it once its status is active"))
    }
    return lines + (SizeDoubt(difference.after, settings).map { [$0.line] } ?? [])
  }

  private static func people(_ people: People, _ count: Int, _ verb: String) -> [RefiningLine] {
    [RefiningLine(.plain, verb, Self.count(count))]
      + people.map { customer, because in
        let name = customer.name.full ?? customer.company
        let whom = [customer.id.rawValue, name].compactMap(\.self).joined(separator: " ")
        return RefiningLine(.plain, "", "\(whom): \(because)")
      }
      + (people.isEmpty || people.count >= count
        ? [] : [RefiningLine(.plain, "", "and \(Self.count(count - people.count)) more")])
  }

  private static func count(_ count: Int) -> String { NumberWords.words(Double(count)) }

  // MARK: - JSON

  func details(_ id: Segment.ID, _ before: JSON?, _ after: JSON) -> JSONObject {
    var details: JSONObject = [
      "segment": .string(id.rawValue), "before": before ?? .null, "after": after,
    ]
    guard let found else { return details }
    func people(_ people: People) -> JSON {
      .array(
        people.map { customer, because in
          [
            "id": .string(customer.id.rawValue),
            "name": customer.name.full.map { .string($0) } ?? .null, "because": .string(because),
          ]
        }
      )
    }
    let difference = found.counts.difference
    details["counts"] = [
      "was": JSON(difference.before.isIn), "in": JSON(difference.after.isIn),
      "unknown": JSON(difference.after.unknown), "out": JSON(difference.after.out),
      "joining": JSON(difference.joining), "leaving": JSON(difference.leaving),
    ]
    details["others"] = .array(found.counts.others.map(\.json))
    details["joiners"] = people(found.joiners)
    details["leavers"] = people(found.leavers)
    details["shared"] = .array(
      found.counts.shared.map {
        ["segment": .string($0.segment.rawValue), "both": JSON($0.count)]
      }
    )
    return details
  }
}
