import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct SegmentPinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin",
    abstract: "Pins a customer to a segment as one who must belong, or must not.",
    discussion: """
      A pin is tried out whenever the segment is changed: a change that breaks it is refused unless it \
      says why. So is a pin that the rule breaks already: --break-pins keeps it all the same, with a \
      reason that explains. --none takes the pin out.
      """
  )

  @Argument(help: "The segment.") var segment: String
  @Argument(help: "Who: an id, or a phone number or e-mail that only one has.") var customer: String
  @Flag(help: "They must belong.") var must = false
  @Flag(help: "They must not belong.") var mustNot = false
  @Flag(help: "They are not pinned any more.") var none = false
  @OptionGroup var change: ChangeOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard [must, mustNot, none].count(where: \.self) == 1 else {
      throw ValidationError("say one of --must, --must-not and --none")
    }
  }

  private var kind: CustomerPin.Kind { must ? .must : mustNot ? .mustNot : .none }

  func run() throws {
    let opened = try OpenStore(store)
    let id = try opened.segment(segment)
    let customer = try pinned(opened)
    let pin = CustomerPin(kind, customer, in: id)
    guard let object = opened.definitions.documents[pin.reference] else {
      throw CommandFailure(code: "no-segment", message: "the file of \(id) cannot be read")
    }
    let saved = try opened.save(
      [.init(pin.reference, before: object, after: pin.applied(to: object))],
      change
    )
    let printer = Printer(output.format)
    guard output.format == .text else { return printer.json(saved.record) }
    let name = opened.definitions.segments.first { $0.id == id }?.name ?? id.rawValue
    let said = saved.edits.isEmpty ? "it was so already: " : change.dryRun ? "would be: " : ""
    printer.line("\(said)\(customer) \(kind.words), \(name)")
  }

  /// Of somebody who is not in the store any more, a pin can still be taken out by id.
  private func pinned(_ opened: OpenStore) throws -> Customer.ID {
    let id = Customer.ID(customer)
    if none, opened.definitions.pinned.contains(id) { return id }
    return try opened.customer(customer).customer.id
  }
}
