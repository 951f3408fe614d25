import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct SegmentEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change a segment's rule or its other fields.",
    discussion: """
      What it would do comes first: the rule in words, how many join and leave, some of them with what \
      decides, the segments that share its members, and those whose rules ask for it. A field is a JSON pointer or a key; its value \
      is JSON, or text where it is no JSON; without a value the field goes: --set priority=15 --set \
      goal/target=0.9 --set owner=.
      """
  )

  /// So many who join and who leave are named.
  private static let samples = 10

  @Argument(help: "The segment's id or name.") var segment: String
  @Option(help: ArgumentHelp("The rule: JSON, @FILE, or -.", valueName: "json")) var rule: String?
  @Option(help: ArgumentHelp("A field and its value.", valueName: "field=value"))
  var set: [String] = []
  @OptionGroup var change: ChangeOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard rule != nil || !set.isEmpty else {
      throw ValidationError("say what to change: --rule JSON or --set FIELD=VALUE")
    }
  }

  func run() throws {
    let opened = try OpenStore(store)
    let id = try opened.segment(segment)
    let reference = DefinitionReference(.segment, id.rawValue)
    guard let before = opened.definitions.documents[reference],
      let old = opened.definitions.segments.first(where: { $0.id == id })
    else {
      throw CommandFailure(code: "no-segment", message: "\(id) has no file that can be read")
    }
    let after = try edited(before)
    let stamp = opened.stamp()
    let made = DefinitionChange(
      id: stamp.id,
      at: stamp.at,
      by: opened.agent.id,
      reason: change.reason ?? "",
      edits: [.init(reference, before: before, after: after)]
    )
    let outcome = try opened.outcome(of: made)
    let edit = try preview(old, after, in: opened)
    let report = RefiningReport(
      title: "\(old.name), version \(old.revision) -> \(old.revision + 1)",
      lines: lines(before, after, edit, opened) + status(old, after, opened),
      problems: outcome.newProblems,
      pins: outcome.brokenPins,
      details: details(id, before, after, edit)
    )
    let printer = Printer(output.format)
    report.show(printer)
    try report.finish(made, in: opened, change, printer)
  }

  // MARK: - The change

  private func edited(_ before: JSON) throws(CommandFailure) -> JSON {
    var object = before
    if let rule {
      let json = try JSONArgument(rule, name: "--rule").value
      do {
        _ = try Rule(json, operations: RuleOperations.names)
      } catch {
        throw CommandFailure(code: "rule", message: "--rule: \(error)")
      }
      object["rule"] = json
    }
    for text in set {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let key = parts.first, !key.isEmpty else {
        throw CommandFailure(
          code: "bad-set",
          message: "--set \(text): write a field and a value, such as priority=15"
        )
      }
      let pointer = JSONPointer(key.split(separator: "/").map(String.init))
      if let first = pointer.tokens.first, ["id", "revision"].contains(first) {
        throw CommandFailure(code: "bad-set", message: "--set \(text): the \(first) stays as it is")
      }
      if let unknown = DefinitionShape(kind: "segment")?.unknown(pointer, in: object) {
        throw CommandFailure(code: "bad-set", message: "--set \(text): \(unknown.sentence)")
      }
      let typed = String(parts[1])
      let value: JSON? =
        typed.isEmpty ? JSON?.none : (try? JSON(parsing: Array(typed.utf8))) ?? .string(typed)
      let next = object.setting(value, at: pointer)
      guard next[pointer] == value else {
        throw CommandFailure(
          code: "bad-set",
          message: "--set \(text): there is no such place; give the whole list, such as "
            + "needs='[\"one\", \"two\"]'"
        )
      }
      object = next
    }
    return object
  }

  // MARK: - What it would do

  /// The change for the whole base; nil where who belongs stays as it is.
  private struct Preview {
    var counts: RulePreview
    var joiners: [(Customer, String)]
    var leavers: [(Customer, String)]
  }

  private func preview(_ old: Segment, _ after: JSON, in opened: OpenStore) throws -> Preview? {
    guard let new = Segment(decoding: after, id: old.id),
      !SegmentsChange([.init(old.id, before: old, after: new)]).keepsMembers
    else { return nil }
    let progress = ProgressLine()
    defer { progress.end() }
    let (counts, now) = (opened.counts(progress), opened.now)
    let found = try blocking {
      try await counts.preview(of: new, samples: Self.samples, at: now)
    }
    let evaluator = MembershipEvaluator(opened.definitions, at: now)
    return Preview(
      counts: found,
      joiners: try named(found.difference.joiners, new, evaluator, opened),
      leavers: try named(found.difference.leavers, new, evaluator, opened)
    )
  }

  private func named(
    _ ids: [Customer.ID],
    _ segment: Segment,
    _ evaluator: MembershipEvaluator,
    _ opened: OpenStore
  ) throws -> [(Customer, String)] {
    try ids.map { id in
      let read = try opened.read(id.rawValue, isPast: false)
      let derived = try opened.derivedFacts(of: read.customer, account: read.account)
      let facts = CustomerFacts(read.customer, account: read.account, derived: derived)
      return (read.customer, evaluator.membership(of: facts, in: segment).deciding)
    }
  }

  private func lines(
    _ before: JSON,
    _ after: JSON,
    _ preview: Preview?,
    _ opened: OpenStore
  ) -> [RefiningLine] {
    let names = opened.segmentNames
    var lines: [RefiningLine] = []
    let keys = Set((before.objectValue ?? [:]).keys).union((after.objectValue ?? [:]).keys)
    for key in keys.sorted() where before[key] != after[key] {
      if key == "rule" {
        let rules = [before, after].map { object in
          object["rule"].flatMap { try? Rule($0, operations: RuleOperations.names) }
        }
        let words = RuleDifference(from: rules[0], to: rules[1], in: names.words).text
        lines.append(RefiningLine(.plain, "rule", words))
      } else {
        let text = "\(names.value(key, before[key])) -> \(names.value(key, after[key]))"
        lines.append(RefiningLine(.plain, key, text))
      }
    }
    guard let preview else { return lines }
    let difference = preview.counts.difference
    let size = Self.count(difference.after.isIn)
    lines += [
      RefiningLine(.heading, "Customers", "\(size) (was \(Self.count(difference.before.isIn)))"),
      RefiningLine(.plain, "not known", Self.count(difference.after.unknown)),
    ]
    lines += people(preview.joiners, difference.joining, "join")
    lines += people(preview.leavers, difference.leaving, "leave")
    let shared = preview.counts.shared.prefix(5).map { shared in
      let other = opened.definitions.segments.first { $0.id == shared.segment }
      return "\(Self.count(shared.count)) with \(other?.name ?? shared.segment.rawValue)"
    }
    if !shared.isEmpty {
      lines.append(RefiningLine(.plain, "shares", shared.joined(separator: ", ")))
    }
    return lines + RefiningLine.others(preview.counts.others, names: names)
  }

  /// What goes or comes with the segment where it is taken out of use or brought back.
  private func status(
    _ old: Segment,
    _ after: JSON,
    _ opened: OpenStore
  ) -> [RefiningLine] {
    guard let status = Segment(decoding: after, id: old.id)?.status, status != old.status,
      status == .retired || (old.status == .retired && status == .active)
    else { return [] }
    return SegmentRetirement(of: old, to: status, in: opened.definitions).lines(
      effect: nil,
      feedback: 0,
      language: opened.definitions.settings.language,
      names: opened.segmentNames
    )
  }

  private func people(
    _ people: [(Customer, String)],
    _ count: Int,
    _ verb: String
  ) -> [RefiningLine] {
    [RefiningLine(.plain, verb, Self.count(count))]
      + people.map { customer, because in
        let name = customer.name.full ?? customer.company ?? ""
        return RefiningLine(.plain, "", "\(customer.id) \(name): \(because)")
      }
  }

  private static func count(_ count: Int) -> String { NumberWords.words(Double(count)) }

  private func details(
    _ id: Segment.ID,
    _ before: JSON,
    _ after: JSON,
    _ preview: Preview?
  ) -> JSONObject {
    var details: JSONObject = ["segment": .string(id.rawValue), "before": before, "after": after]
    guard let preview else { return details }
    func people(_ people: [(Customer, String)]) -> JSON {
      .array(
        people.map { customer, because in
          [
            "id": .string(customer.id.rawValue),
            "name": customer.name.full.map { .string($0) } ?? .null, "because": .string(because),
          ]
        }
      )
    }
    let difference = preview.counts.difference
    details["counts"] = [
      "was": JSON(difference.before.isIn), "in": JSON(difference.after.isIn),
      "unknown": JSON(difference.after.unknown), "out": JSON(difference.after.out),
      "joining": JSON(difference.joining), "leaving": JSON(difference.leaving),
    ]
    details["others"] = .array(preview.counts.others.map(\.json))
    details["joiners"] = people(preview.joiners)
    details["leavers"] = people(preview.leavers)
    details["shared"] = .array(
      preview.counts.shared.map {
        ["segment": .string($0.segment.rawValue), "both": JSON($0.count)]
      }
    )
    return details
  }
}
