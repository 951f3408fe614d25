import ArgumentParser
import JSONLogic
import RapportCore

struct ServiceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "service",
    abstract: "List services, and see which are open.",
    subcommands: [List.self, ServiceOpenCommand.self]
  )

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The services there are, or with --customer what to offer to them and why not.",
      discussion: """
        Times are on the store's clock and, with --customer, on theirs where it is known. What to \
        offer depends on channel, reason and mood too.
        """
    )

    @Option(help: "Who: an id, or a phone number or e-mail address that only one has.")
    var customer: String?
    @Option(help: ArgumentHelp("Why they contact us.", valueName: "reason")) var intent: String?
    @OptionGroup var moment: MomentOption
    @OptionGroup var contact: ContactOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let opened = try OpenStore(store)
      let zone = opened.zone
      let now = try moment.moment(now: opened.now, in: zone)
      let printer = Printer(output.format)
      guard let customer else { return show(opened, at: now, printer) }
      let read = try opened.read(customer, isPast: store.asOf != nil)
      var situation = contact.situation(
        in: opened,
        intent: try intent.map { try opened.intent($0) }
      )
      situation.now = now
      let guidance = Tailor(opened.definitions).guidance(
        for: read.customer,
        account: read.account,
        derived: try opened.derivedFacts(of: read.customer, account: read.account),
        in: situation
      )
      if output.format == .text {
        printer.table(
          guidance.services.map { offer in
            [offer.service.id.rawValue, offer.verdict, offer.status, offer.reason]
          }
        )
      } else {
        let json = GuidanceJSON(guidance: guidance, definitions: opened.definitions, zone: zone)
        printer.json(.array(guidance.services.map(json.service)))
      }
    }

    private func show(_ opened: OpenStore, at now: Instant, _ printer: Printer) {
      let zone = opened.zone
      let language = opened.definitions.settings.language
      let rows = opened.definitions.services.map {
        ServiceHours($0, at: now, here: zone, there: nil)
      }
      guard output.format == .text else {
        return printer.json(.array(rows.map { .object($0.json(in: zone, language: language)) }))
      }
      guard !rows.isEmpty else { return printer.line("No service yet.") }
      printer.table(
        [["service", "kind", "group", "rank", "now", "valid"]]
          + rows.map { row in
            let service = row.service
            return [
              service.id.rawValue, service.kind.rawValue, service.group ?? "",
              service.group == nil ? "" : String(service.rank), row.status, row.validity,
            ]
          }
      )
    }
  }
}

extension ServiceOffer {
  /// Whether to offer it, in a word or two.
  fileprivate var verdict: String {
    switch answer {
    case .in: waits.map { "offer \($0)" } ?? (isClosed ? "closed" : "offer")
    case .unknown: "ask first"
    case .out: "not for them"
    case .broken: "cannot be used"
    }
  }

  /// Why, without the verdict that stands beside it.
  fileprivate var reason: String {
    let lead = "\(verdict): "
    return because.hasPrefix(lead) ? String(because.dropFirst(lead.count)) : because
  }
}

extension OpenStore {
  /// The store's clock.
  var zone: Zone { TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc }
}
