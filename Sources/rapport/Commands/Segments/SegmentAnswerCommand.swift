import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct SegmentAnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "Keeps what a customer said of a need or a preference of a segment.",
    discussion: """
      The part is named as `segment sample` prints it, such as needs/0 or preferences/1. Asked again, \
      the latest answer counts.
      """
  )

  enum Verdict: String, ExpressibleByArgument, CaseIterable { case agrees, disagrees, other }

  @Argument(help: "The segment.") var segment: String
  @Option(help: "Who answered: an id, or a phone number or e-mail that only one has.")
  var customer: String
  @Option(help: ArgumentHelp("What they were asked about.", valueName: "list/number"))
  var part: String
  @Option(help: "agrees, disagrees, or other.") var verdict: Verdict
  @Option(help: ArgumentHelp("In their own words.", valueName: "text")) var words: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard verdict != .other || words?.allSatisfy(\.isWhitespace) == false else {
      throw ValidationError("--verdict other wants --words: what they said instead")
    }
  }

  func run() throws {
    let opened = try OpenStore(store)
    let id = try opened.segment(segment)
    guard let segment = opened.definitions.segments.first(where: { $0.id == id }) else { return }
    guard let part = segment.part(part) else {
      let known = segment.parts.map { "\($0.id) (\($0.text))" }
      let isBehavior = self.part.hasPrefix("behaviors/")
      throw CommandFailure(
        code: "no-part",
        message: (isBehavior
          ? "customers are asked about needs and preferences; how they behave is seen in their data: "
          : "\(segment.name) has no \"\(self.part)\"; ")
          + (known.isEmpty
            ? "it has no needs or preferences" : "it has \(known.joined(separator: ", "))")
      )
    }
    let customer = try opened.customer(customer).customer.id
    try check(customer, isIn: segment, opened)
    var random = SystemRandomNumberGenerator()
    let line = Feedback(
      id: Feedback.ID(ULID(at: opened.now, using: &random).description),
      of: part,
      in: segment,
      by: opened.agent.id,
      customer: customer,
      verdict: Feedback.Verdict(rawValue: verdict.rawValue) ?? .other,
      words: words?.allSatisfy(\.isWhitespace) == false ? words : nil,
      at: opened.now
    )
    let journal = opened.journal
    try blocking { try await journal.append(line) }
    let printer = Printer(output.format)
    guard output.format == .text else { return printer.json(.object(line.record)) }
    printer.line("noted: \(customer) \(line.verdict.words) on \(segment.name), \(part.words)")
  }

  /// What somebody else says of a segment's members confirms nothing of them.
  private func check(
    _ customer: Customer.ID,
    isIn segment: Segment,
    _ opened: OpenStore
  ) throws {
    let facts = try opened.facts(of: [customer])[customer]
    let evaluator = MembershipEvaluator(opened.definitions, at: opened.now)
    guard let facts else { return }
    let membership = evaluator.membership(of: facts, in: segment)
    guard membership.answer == .out else { return }
    throw CommandFailure(
      code: "no-member",
      message: "\(customer) is not in \(segment.name): \(membership.deciding); "
        + "ask one of rapport segment sample \(segment.id)"
    )
  }
}
