import ArgumentParser
import JSONLogic
import RapportCore

struct ScriptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "say",
    abstract: "What to say: the script for a reason, filled for a customer.",
    discussion: """
      A text with a blank in it is never printed by itself: the blanks are listed on standard error \
      and the command ends with 1, unless --allow-holes shows them in brackets. Which script was \
      chosen, why, and which others would do is part of the JSON; --script chooses another. In social \
      each message stands under its name, with the notes that say what is public and what private.
      """
  )

  @Argument(help: "Why the customer contacts us.") var intent: String
  @Option(help: "Who: an id, or a phone number or e-mail address that only one has.")
  var customer: String?
  @Flag(help: "Print blanks in brackets.") var allowHoles = false
  @OptionGroup var said: ScriptOptions
  @OptionGroup var contact: ContactOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    var situation = contact.situation(in: opened, intent: try opened.intent(intent))
    try said.complete(&situation, in: opened)
    let read = try customer.map { try opened.read($0, isPast: store.asOf != nil) }
    let tailor = Tailor(opened.definitions)
    let guidance = tailor.guidance(
      for: read?.customer,
      account: read?.account,
      derived: try read.map { try opened.derivedFacts(of: $0.customer, account: $0.account) },
      in: situation
    )
    guard let script = guidance.script else {
      Printer.message(guidance.noScript ?? "no script serves this")
      if output.format != .text { Printer(output.format).json(.null) }
      throw ExitStatus.no
    }
    try said.check(script, by: tailor)
    try show(script)
  }

  private func show(_ script: RenderedScript) throws {
    let printer = Printer(output.format)
    let holes = script.holes
    if output.format != .text {
      printer.json(RenderedScriptJSON(script: script).json)
    } else if holes.isEmpty || allowHoles {
      if script.channel == .social {
        printer.paragraph(script.messages)
      } else {
        if !script.subject.isEmpty { printer.paragraph(script.subject.preview + "\n") }
        for step in script.steps where step.kind != .do { printer.paragraph(step.spans.preview) }
      }
    }
    if let notice = script.notice { Printer.message(notice) }
    guard !holes.isEmpty else { return }
    if output.format == .text {
      for hole in holes { Printer.message("blank in \(hole.step): \(hole.label) (\(hole.path))") }
    }
    throw ExitStatus.no
  }
}

extension RenderedScript {
  /// Message by message, with the notes to the agent: which of them are public nobody may overlook.
  fileprivate var messages: String {
    let said = steps.filter { $0.kind != .do }
    return steps.map { step in
      let number = said.firstIndex { $0.id == step.id }.map { "Message \($0 + 1) of \(said.count)" }
      return "\(number ?? "For you, not to send"): \(step.label)\n\(step.spans.preview)"
    }.joined(separator: "\n\n")
  }
}
