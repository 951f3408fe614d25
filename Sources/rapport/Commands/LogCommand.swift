import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore
import RapportTUI

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Logs a contact that has ended, as the Desk does.",
    discussion: """
      CUSTOMER is an id, or a phone number or e-mail address that only one has. The segments, the \
      tone and the script that apply are kept with it, and their versions. With --as-of it ended at \
      that time, and the customer's values are those of then.
      """
  )

  @Argument(help: "Who.") var customer: String
  @OptionGroup var contact: LogOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    let ended = try LoggedContact(contact, in: opened)
    let read = try opened.read(customer, isPast: store.asOf != nil)
    let interaction = try ended.interaction(with: read)
    let journal = opened.journal
    try blocking { try await journal.append(interaction) }
    let printer = Printer(output.format)
    guard output.format == .text else { return printer.json(.object(interaction.record)) }
    let shown = CustomerPresentation(read.customer)
    printer.line("logged \(interaction.id) with \(shown.hasName ? shown.name : shown.id):")
    for line in PlainText(Knowledge(opened.definitions)).history([interaction]) {
      printer.line(line)
    }
  }
}
