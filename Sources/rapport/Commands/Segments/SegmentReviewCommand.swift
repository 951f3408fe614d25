import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct SegmentReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Marks a segment as reviewed: that you looked it over as it is now.",
    discussion: """
      The mark is a line of journal/feedback.jsonl: who reviewed which version, and when. From then on \
      counts how long nobody looked at the segment; a change of it counts too. --take-back takes your \
      last mark back.
      """
  )

  @Argument(help: "The segment's id or name.") var segment: String
  @Option(help: ArgumentHelp("What you found.", valueName: "text")) var note: String?
  @Flag(help: "Take your last review of it back.") var takeBack = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !takeBack || note == nil else {
      throw ValidationError("--take-back takes no --note: what is taken back is gone with its note")
    }
  }

  func run() throws {
    let opened = try OpenStore(store)
    let segment = try opened.foundSegment(segment)
    let review = takeBack ? try takenBack(segment, opened) : try made(segment, opened)
    let printer = Printer(output.format)
    guard output.format == .text else { return printer.json(review.json) }
    let version = review.revision.map { ", version \($0)" } ?? ""
    let note = review.note.map { ": \($0)" } ?? ""
    printer.line(
      "\(takeBack ? "taken back: review of" : "reviewed:") \(segment.name)\(version)\(note)"
    )
  }

  private func made(_ segment: Segment, _ opened: OpenStore) throws -> SegmentReview {
    var random = SystemRandomNumberGenerator()
    let line = Feedback(
      id: Feedback.ID(ULID(at: opened.now, using: &random).description),
      reviewing: segment,
      by: opened.agent.id,
      note: note,
      at: opened.now
    )
    let journal = opened.journal
    try blocking { try await journal.append(line) }
    guard let review = SegmentReview(line) else { throw Self.none(segment, opened) }
    return review
  }

  private func takenBack(_ segment: Segment, _ opened: OpenStore) throws -> SegmentReview {
    let (journal, agent, now) = (opened.journal, opened.agent.id, opened.now)
    let lines = try blocking { try await journal.feedback(limit: .max) }
    guard let review = SegmentReview.last(of: segment.id, by: agent, in: lines, at: now) else {
      throw Self.none(segment, opened)
    }
    try blocking { try await journal.takeBack(review.id) }
    return review
  }

  private static func none(_ segment: Segment, _ opened: OpenStore) -> CommandFailure {
    CommandFailure(
      code: "no-review",
      message: "there is no review of \(segment.name) by \(opened.agent.id)"
    )
  }
}

extension SegmentReview {
  /// Who looked which version over, and when.
  var json: JSON {
    [
      "id": .string(id.rawValue), "segment": .string(segment.rawValue),
      "revision": revision.map { JSON($0) } ?? .null, "at": .string(at.description),
      "by": .string(by.rawValue), "note": note.map { .string($0) } ?? .null,
    ]
  }
}
