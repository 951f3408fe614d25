import ArgumentParser
import JSONLogic
import RapportCore
import RapportTUI

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Why a customer is in a segment or not, with the values that were compared.",
    discussion: """
      CUSTOMER is an id, or a phone number or e-mail address that only one has. With --as-of the \
      customer's values are those of that time.
      """
  )

  @Argument(help: "Who.") var customer: String
  @Argument(help: "The segment's id or name.") var segment: String
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    let id = try opened.segment(segment)
    guard let segment = opened.definitions.segments.first(where: { $0.id == id }) else { return }
    let read = try opened.read(customer, isPast: store.asOf != nil)
    let derived = try opened.derivedFacts(of: read.customer, account: read.account)
    let facts = CustomerFacts(read.customer, account: read.account, derived: derived)
    let evaluator = MembershipEvaluator(opened.definitions, at: opened.now)
    let membership = evaluator.membership(of: facts, in: segment)
    let isRead = membership.answer != .broken || segment.broken == nil
    let tree =
      isRead
      ? evaluator.tree(of: facts, in: segment) : nil
    let printer = Printer(output.format)
    if output.format == .text {
      show(
        membership,
        tree,
        problem: PreparedSegments(opened.definitions).problem(of: id),
        CustomerPresentation(read.customer),
        printer
      )
      if let note = read.note { printer.line(note) }
    } else {
      printer.json(json(membership, tree, read, opened.now))
    }
  }

  private func show(
    _ membership: Membership,
    _ tree: ExplanationTree?,
    problem: String?,
    _ presentation: CustomerPresentation,
    _ printer: Printer
  ) {
    printer.line(
      "\(presentation.name) (\(presentation.id)), \(membership.name): \(membership.answer.shortWord)"
    )
    printer.line("  \(membership.why)")
    if let nearMiss = membership.nearMiss { printer.line("  \(nearMiss)") }
    if membership.manual != nil {
      if let problem { printer.line("the rule alone is broken: \(problem)") }
      if tree != nil { printer.line("the rule alone says:") }
    }
    for (depth, node) in tree?.lines ?? [] {
      let indent = String(repeating: "  ", count: depth)
      // What is missing does not say what is wanted of it.
      let wanted = node.answer == .unknown ? node.wanted.map { " (\($0))" } ?? "" : ""
      let near = node.near.map { ", \($0)" } ?? ""
      printer.line("\(node.answer.mark) \(indent)\(node.text)\(wanted)\(near)")
    }
  }

  private func json(
    _ membership: Membership,
    _ tree: ExplanationTree?,
    _ read: OpenStore.ReadCustomer,
    _ now: Instant
  ) -> JSON {
    var json: JSONObject = ["customer": .string(read.customer.id.rawValue)]
    for (key, value) in membership.json { json[key] = value }
    json["tree"] = tree?.json ?? .null
    json["asOf"] = .string(now.description)
    json["values"] = read.note.map { .string($0) } ?? .null
    return .object(json)
  }
}

extension Membership.Answer {
  /// A letter's width in front of a line.
  fileprivate var mark: String {
    switch self {
    case .in: "+"
    case .out: "-"
    case .unknown: "?"
    case .broken: "!"
    }
  }
}

extension ExplanationTree {
  /// The documented JSON of `rapport explain`.
  fileprivate var json: JSON {
    var json: JSONObject = [
      "answer": .string(answer.rawValue), "text": .string(text),
      "pointer": .string(pointer.description),
    ]
    if let wanted { json["wanted"] = .string(wanted) }
    if let near { json["near"] = .string(near) }
    json["decides"] = .bool(decides)
    if let path { json["path"] = .string(path) }
    if let actual { json["actual"] = actual }
    if !children.isEmpty { json["children"] = .array(children.map(\.json)) }
    return .object(json)
  }
}
