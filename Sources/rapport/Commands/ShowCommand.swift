import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore
import RapportTUI

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Who a customer is, their segments and why, how to speak, what to offer and say.",
    discussion: """
      CUSTOMER is an id, or a phone number or e-mail address that only one has. With --as-of the \
      customer's values are those of that time.
      """
  )

  @Argument(help: "Who.") var customer: String
  @Option(help: ArgumentHelp("Why they contact us.", valueName: "reason")) var intent: String?
  @OptionGroup var said: ScriptOptions
  @OptionGroup var contact: ContactOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    let intent = try intent.map { try opened.intent($0) }
    let read = try opened.read(customer, isPast: store.asOf != nil)
    let customer = read.customer
    var situation = contact.situation(in: opened, intent: intent)
    try said.complete(&situation, in: opened)
    let tailor = Tailor(opened.definitions)
    let guidance = tailor.guidance(
      for: customer,
      account: read.account,
      derived: try opened.derivedFacts(of: customer, account: read.account),
      in: situation
    )
    if let script = guidance.script { try said.check(script, by: tailor) }
    let printer = Printer(output.format)
    guard output.format == .text else {
      let zone = TimeZones.zone(opened.definitions.settings.timeZone) ?? TimeZones.utc
      var json = GuidanceJSON(guidance: guidance, definitions: opened.definitions, zone: zone).json
      if let note = read.note { json["values"] = .string(note) }
      return printer.json(json)
    }
    let journal = opened.journal
    let moment = opened.now
    let history = try blocking {
      try await journal.interactions(of: customer.id, limit: .max).filter { $0.at <= moment }
    }
    let text = PlainText(Knowledge(opened.definitions))
    for line in text.card(guidance, history: history, now: opened.now) { printer.line(line) }
    if let script = guidance.script {
      for line in text.script(script) { printer.line(line) }
    }
    if let note = read.note { printer.line(note) }
  }
}
