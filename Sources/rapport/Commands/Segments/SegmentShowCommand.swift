import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct SegmentShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "A segment's profile: who its members are, what sets them apart, and how good it is.",
    discussion: """
      Compared is every attribute of the catalog but personal ones: members beside everybody else, by \
      standardised difference. The six criteria of a good segment are told with their evidence; what \
      nobody can know yet is "not known".
      """
  )

  @Argument(help: "The segment's id or name.") var segment: String
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    let segment = try opened.foundSegment(segment)
    let id = segment.id
    let (size, identities, contrast) = try opened.counting { counts, now in
      (
        try await counts.sizes(of: [id], at: now), try await counts.identities(at: now),
        try await counts.contrast(.members([id]), with: .rest(of: id), at: now)
      )
    }
    let turnover = try opened.turnover(of: id)
    let counts = size.first?.counts ?? AnswerCounts()
    let criteria = SegmentCriteria(
      segment,
      counts: counts,
      reachable: identities.reachableMembers[id],
      contrast: contrast,
      turnover: turnover,
      ownWays: opened.ownWays(of: segment),
      catalog: opened.definitions.catalog
    )
    let (journal, now) = (opened.journal, opened.now)
    let said = try blocking { try await journal.feedback(limit: .max) }
    let review = SegmentReview.last(of: id, in: said, at: now)
    let printer = Printer(output.format)
    guard output.format == .text else {
      let reference = DefinitionReference(.segment, id.rawValue)
      return printer.json([
        "segment": opened.definitions.documents[reference] ?? .null,
        "size": [
          "in": JSON(counts.isIn), "unknown": JSON(counts.unknown), "out": JSON(counts.out),
          "broken": JSON(counts.broken),
        ],
        "apart": contrast.json, "criteria": criteria.json,
        "review": review.map(\.json) ?? .null,
      ])
    }
    show(segment, counts, review, opened, printer)
    printer.line()
    for line in ContrastText(contrast, opened, segment.paths(ruledBy: opened.definitions.catalog))
      .lines("members", "the others")
    {
      printer.line(line)
    }
    printer.line()
    printer.table(criteria.all.map { [$0.name, $0.verdict.rawValue, $0.evidence] })
  }

  private func show(
    _ segment: Segment,
    _ counts: AnswerCounts,
    _ review: SegmentReview?,
    _ opened: OpenStore,
    _ printer: Printer
  ) {
    let words = MembershipEvaluator(opened.definitions, at: opened.now).words
    printer.line(
      "\(segment.name) (\(segment.id)): \(segment.status.rawValue), priority \(segment.priority), "
        + "version \(segment.revision)"
    )
    func list(_ texts: [String]) -> String {
      texts.isEmpty ? "none yet" : texts.joined(separator: "; ")
    }
    printer.table([
      ["size", counts.words], ["rule", segment.rule.map(words.sentence) ?? "none"],
      ["summary", segment.summary ?? "none yet"], ["goal", segment.goal?.text ?? "none yet"],
      ["needs", list(segment.needs)], ["preferences", list(segment.preferences)],
      ["behaviors", list(segment.behaviors)], ["owner", segment.owner ?? "nobody yet"],
      ["review", opened.words(of: review, segment)],
    ])
  }
}

extension OpenStore {
  /// `every 90 days, last 3 days ago by R. Tan (version 7)`.
  fileprivate func words(of review: SegmentReview?, _ segment: Segment) -> String {
    let zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    let every = segment.reviewEveryDays.map { "every \(Wording.days($0))" }
    let last = review.map {
      "last \($0.words(on: zone.date(now), in: zone, FeedbackWords(definitions)))"
    }
    return [every ?? "not asked for", last ?? "never marked as reviewed"].joined(separator: ", ")
  }

  /// What is said or offered to the members of a segment alone.
  func ownWays(of segment: Segment) -> [String] {
    let scripts = definitions.scripts.count { $0.segments.contains(segment.id) }
    func count(_ number: Int, _ noun: String) -> String? {
      number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    return [
      segment.tone.map { "tone \($0)" }, count(segment.services.count, "offer"),
      count(scripts, "script"),
    ].compactMap(\.self)
  }
}
