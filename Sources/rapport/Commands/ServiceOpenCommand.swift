import ArgumentParser
import JSONLogic
import RapportCore

struct ServiceOpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Which services answer at a moment, until when, and when the others open.",
    discussion: """
      Times are on the store's clock, and on a second one with --zone or --customer. With a service \
      the command ends with 1 where it is closed, and with 2 where its hours cannot be used.
      """
  )

  @Argument(help: "The service's id or name; else all that have hours.") var service: String?
  @Option(
    help: ArgumentHelp("The caller's time zone, such as America/New_York.", valueName: "zone")
  )
  var zone: String?
  @Option(help: "Whose clock: an id, or a phone number or e-mail address that only one has.")
  var customer: String?
  @OptionGroup var moment: MomentOption
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard zone == nil || customer == nil else {
      throw ValidationError("give a zone or a customer, not both")
    }
  }

  func run() throws {
    let opened = try OpenStore(store)
    let here = opened.zone
    let there = try theirs(opened)
    let now = try moment.moment(now: opened.now, in: here)
    let named = try service.map { try opened.service($0) }
    let services = named.map { [$0] } ?? opened.definitions.services.filter { $0.hours != nil }
    let rows = services.map { ServiceHours($0, at: now, here: here, there: there) }
      .enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
      .map(\.element)
    show(rows, isOne: named != nil, at: now, here, there, opened)
    guard named != nil, let row = rows.first, row.isOpen != true else { return }
    throw row.isOpen == nil ? ExitStatus.failed : ExitStatus.no
  }

  private func show(
    _ rows: [ServiceHours],
    isOne: Bool,
    at now: Instant,
    _ here: Zone,
    _ there: Zone?,
    _ opened: OpenStore
  ) {
    let printer = Printer(output.format)
    let language = opened.definitions.settings.language
    guard output.format == .text else {
      let objects: [JSON] = rows.map { row in
        var json = row.json(in: here, language: language)
        json["at"] = .string(here.text(now))
        if let there {
          json["there"] = ["timeZone": .string(there.id), "at": .string(there.text(now))]
        }
        return .object(json)
      }
      return printer.json(isOne ? objects.first ?? .null : .array(objects))
    }
    let clock = "\(here.local(now).description) here"
    printer.line(there.map { "\(clock), \($0.local(now).description) there (\($0.id))" } ?? clock)
    guard !rows.isEmpty else { return printer.line("No service has hours.") }
    printer.table(
      rows.map { row in
        let name = row.service.name.text(preferring: [language, "en"])
        return [row.service.id.rawValue, name ?? "", row.invalid ?? row.status]
      }
    )
  }

  /// The caller's clock; nil where nobody asked for one or the customer's is not known.
  private func theirs(_ opened: OpenStore) throws -> Zone? {
    if let zone {
      if let known = TimeZones.zone(zone) { return known }
      let nearest = TimeZones.suggestion(for: zone).map { "did you mean \"\($0)\"?" }
      throw CommandFailure(
        code: "zone",
        message: "there is no time zone \"\(zone)\"; "
          + (nearest ?? "write a name such as \"Europe/Berlin\"")
      )
    }
    guard let customer else { return nil }
    let id = try opened.read(customer, isPast: store.asOf != nil).customer.timeZone
    return id.flatMap(TimeZones.zone)
  }
}

extension ServiceHours {
  /// Open ones first, then the closed, then those of which it is not known.
  fileprivate var order: Int { isOpen.map { $0 ? 0 : 1 } ?? 2 }
}
