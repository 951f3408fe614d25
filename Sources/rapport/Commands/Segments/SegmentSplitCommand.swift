import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct SegmentSplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Divide a segment in two by an attribute.",
    discussion: """
      Without --by the attributes that could divide it, with --by alone the values to divide at, \
      each with the size of both sides and what came of the contacts of the last year; nothing is \
      written then. With --at the two are made: below the value and from it on, or that value and \
      all others. The old segment is retired, and what refers to it refers to both.
      """
  )

  @Argument(help: "The segment's id or name.") var segment: String
  @Option(help: ArgumentHelp("An attribute of the catalog.", valueName: "path")) var by: String?
  @Option(help: ArgumentHelp("Where to divide.", valueName: "value")) var at: String?
  @Option(help: ArgumentHelp("The ids of the two, in order.", valueName: "id")) var id: [String] =
    []
  @Option(help: ArgumentHelp("The names of the two, in order.", valueName: "name"))
  var name: [String] = []
  @Option(help: ArgumentHelp("The priorities of the two, in order.", valueName: "n"))
  var priority: [Int] = []
  @Flag(help: "The old segment stays as it is.") var keep = false
  @Flag(help: "Show what it would do; nothing is written.") var dryRun = false
  @Option(help: ArgumentHelp("Why, for the history; needed to write.", valueName: "text"))
  var reason: String?
  @Flag(
    help: "Save although customers who are pinned would be taken otherwise; the reason says why."
  )
  var breakPins = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard by != nil || at == nil else { throw ValidationError("--at wants --by PATH too") }
    for (option, count) in [("id", id.count), ("name", name.count), ("priority", priority.count)]
    where count > 2 {
      throw ValidationError("--\(option) is given at most twice: a split makes two segments")
    }
    guard at != nil, !dryRun else { return }
    guard let reason, !reason.allSatisfy(\.isWhitespace) else {
      throw ValidationError("a reason is needed: --reason TEXT, or --dry-run to look first")
    }
  }

  func run() throws {
    let opened = try OpenStore(store)
    let wanted = try opened.segment(segment)
    guard let old = opened.definitions.segments.first(where: { $0.id == wanted }) else {
      throw CommandFailure(code: "no-segment", message: "there is no segment \"\(segment)\"")
    }
    guard old.rule != nil else {
      throw CommandFailure(
        code: "no-rule",
        message: "\(old.name) has no rule that could be divided: its members are there by hand"
      )
    }
    let progress = ProgressLine()
    defer { progress.end() }
    let (counts, now) = (opened.counts(progress), opened.now)
    guard let by else {
      let catalog = opened.definitions.catalog
      let proposals = try blocking {
        try await SplitProposal.overview(of: old, in: catalog, counts, now: now)
      }
      progress.end()
      return try propose(proposals, opened, "no attribute divides \(old.name)")
    }
    let attribute = try opened.attribute(by)
    guard let at else {
      let proposals = try blocking { () -> [SplitProposal] in
        guard
          let values = try await counts.values(at: attribute.path, ofMembersOf: old.id, at: now)
        else { return [] }
        let candidates = SplitProposal.candidates(attribute, values)
        return try await SplitProposal.proposals(
          for: old,
          by: attribute,
          at: candidates,
          counts,
          now: now
        )
      }
      progress.end()
      let label = opened.wording.label(attribute)
      return try propose(proposals, opened, "\(label) is the same for all of \(old.name)")
    }
    try split(old, attribute, at, opened, counts, progress)
  }

  private func split(
    _ old: Segment,
    _ attribute: Attribute,
    _ value: String,
    _ opened: OpenStore,
    _ counts: SegmentCounts,
    _ progress: ProgressLine
  ) throws {
    let (now, names) = (opened.now, opened.segmentNames)
    var split = try refusing { () throws(SegmentRefusal) in
      let cut = try SegmentCut(attribute, typed: value, opened.wording)
      var split = try SegmentSplit(
        old.id,
        at: cut,
        keepsOld: keep,
        in: opened.definitions,
        words: names.words
      )
      split.rename(ids: id, names: name, priorities: priority)
      try split.check()
      return split
    }
    split.place(try opened.facts(of: Set(split.named)), at: now)
    let (cut, looked) = (split.cut.value, split)
    let effect = try blocking { try await looked.effect(counts, at: now) }
    let proposals = try blocking {
      try await SplitProposal.proposals(for: old, by: attribute, at: [cut], counts, now: now)
    }
    progress.end()
    guard let proposal = proposals.first else {
      throw CommandFailure(code: "no-counts", message: "\(old.name) could not be counted")
    }
    try refusing { () throws(SegmentRefusal) in try split.check(proposal, names: names) }
    let stamp = opened.stamp()
    let made = split.change(stamp.id, at: stamp.at, by: opened.agent.id, reason: reason ?? "")
    var options = ChangeOptions()
    (options.dryRun, options.reason, options.breakPins) = (dryRun, reason, breakPins)
    let outcome = try opened.outcome(of: made)
    let report = RefiningReport(
      title: "\(old.name) becomes two",
      lines: split.lines(proposal, effect: effect, names: names),
      problems: outcome.newProblems,
      pins: outcome.brokenPins,
      before: WrongBefore(made, outcome),
      details: split.details(proposal, effect)
    )
    let printer = Printer(output.format)
    report.show(printer)
    try report.finish(made, in: opened, options, printer)
  }

  /// Places to divide at; ends with 1 where there is none.
  private func propose(
    _ proposals: [SplitProposal],
    _ opened: OpenStore,
    _ nothing: String
  ) throws {
    let printer = Printer(output.format)
    let names = opened.segmentNames
    guard output.format == .text else {
      printer.json(.array(proposals.map(\.json)))
      if proposals.isEmpty { throw ExitStatus.no }
      return
    }
    guard !proposals.isEmpty else {
      printer.line(nothing)
      throw ExitStatus.no
    }
    for proposal in proposals {
      printer.line(
        "--by \(proposal.cut.attribute.path) --at \(proposal.cut.text)"
      )
      for (side, condition) in zip(proposal.sides, proposal.cut.sides) {
        let count = SegmentSizeTable.number(side.customers ?? 0)
        printer.line("  \(names.sentence(condition)): \(count); last year \(side.words)")
      }
      if proposal.unknown > 0 {
        printer.line("  \(SegmentSizeTable.number(proposal.unknown)) have no value: not known")
      }
    }
  }
}

extension SegmentCut {
  /// The value as an option of the command.
  fileprivate var text: String { value.stringValue ?? value.compact() }
}

extension SplitProposal {
  fileprivate var json: JSON {
    [
      "by": .string(cut.attribute.path), "at": cut.value, "unknown": JSON(unknown),
      "sides": .array(
        zip(cut.sides, sides).map { rule, outcome in
          var json = outcome.json
          json["rule"] = rule
          return json
        }
      ),
    ]
  }
}

extension SegmentSplit {
  fileprivate func details(_ proposal: SplitProposal, _ effect: SegmentsEffect) -> JSONObject {
    [
      "segment": .string(segment.id.rawValue), "by": .string(cut.attribute.path), "at": cut.value,
      "kept": .bool(keepsOld), "unknown": JSON(proposal.unknown),
      "toNeither": JSON(keepsOld ? 0 : effect.toNone),
      "parts": .array(
        zip(parts, proposal.sides).map { part, outcome in
          [
            "id": .string(part.id.rawValue), "name": .string(part.name),
            "priority": JSON(part.priority), "rule": part.rule,
            "members": JSON(effect[part.id].after.isIn), "figures": outcome.json,
          ]
        }
      ),
      "moved": .array(moved.map { .string($0.reference.description) }),
    ]
  }
}

extension OpenStore {
  /// The attribute of that path or label, or a failure that names the nearest.
  fileprivate func attribute(_ text: String) throws(CommandFailure) -> Attribute {
    let catalog = definitions.catalog
    if let attribute = catalog[text] { return attribute }
    let labelled = catalog.sorted.filter {
      $0.label.texts.values.contains { $0.lowercased() == text.lowercased() }
    }
    if labelled.count == 1 { return labelled[0] }
    let nearest = SpellingSuggestion.closest(to: text, among: catalog.sorted.map(\.path))
    throw CommandFailure(
      code: "no-attribute",
      message: "no attribute is called \"\(text)\"; "
        + (nearest.map { "did you mean \"\($0)\"?" } ?? "attributes.json lists them")
    )
  }
}
