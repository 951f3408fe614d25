import JSONLogic
import RapportCore

/// A contact that has ended, as a command tells of it.
struct LoggedContact {
  private(set) var contact: Contact
  let outcome: Outcome
  private let options: LogOptions
  private let store: OpenStore

  /// Throws one failure with everything that makes no sense in the store.
  init(_ options: LogOptions, in store: OpenStore) throws(CommandFailure) {
    let definitions = store.definitions
    var problems = ValueProblems()
    let outcome = problems.choose("--outcome", options.outcome, of: Outcome.self)
    let channel = problems.choose("--channel", options.channel, of: Channel.self)
    var random = SystemRandomNumberGenerator()
    var contact = Contact(
      id: Contact.ID(ULID(at: store.now, using: &random).description),
      agent: store.agent.id,
      customer: nil,
      openedAt: store.now,
      channel: channel ?? definitions.settings.channel
    )
    contact.mood = problems.choose("--mood", options.mood, of: Mood.self) ?? .calm
    contact.note = options.note ?? ""
    contact.language = options.language
    if let tag = options.language, !LanguageTag.isWellFormed(tag) {
      problems.note("--language", "\"\(tag)\" is no language such as en or de-AT")
    }
    Self.readReason(options, definitions, into: &contact, &problems)
    Self.readAsks(options.ask, definitions, into: &contact, &problems)
    for (option, names, mark) in [
      ("--accept", options.accept, Contact.Mark.done), ("--decline", options.decline, .skipped),
    ] {
      for name in names {
        let known = definitions.services.map(\.id.rawValue)
        guard let id = problems.choose(option, name, among: known) else { continue }
        let before = contact.offers.updateValue(mark, forKey: Service.ID(id))
        if let before, before != mark {
          problems.note(option, "\"\(id)\" is both accepted and declined")
        }
      }
    }
    contact.rating = problems.number("--rating", options.rating, in: 1...Contact.bestRating)
    contact.handleSeconds = problems.number("--seconds", options.seconds, in: 0...Int.max) ?? 0
    contact.promise = Self.promise(options, outcome, store, &problems)
    if store.now > .now { problems.note("--as-of", "a contact that ended is not in the future") }
    try problems.check()
    self.contact = contact
    self.outcome = outcome ?? .resolved
    self.options = options
    self.store = store
  }

  private static func readReason(
    _ options: LogOptions,
    _ definitions: Definitions,
    into contact: inout Contact,
    _ problems: inout ValueProblems
  ) {
    let intents = definitions.intents.map(\.id.rawValue)
    contact.intent = problems.choose("--intent", options.intent, among: intents)
      .map { Intent.ID($0) }
    let scripts = definitions.scripts.map(\.id.rawValue)
    let id = problems.choose("--script", options.script, among: scripts)
    guard let script = definitions.scripts.first(where: { $0.id.rawValue == id }) else { return }
    contact.script = script.id
    if options.intent == nil { contact.intent = script.intent }
    if let intent = contact.intent, intent != script.intent {
      problems.note("--script", "\"\(script.id)\" is for \(script.intent), not for \(intent)")
    }
    guard !script.channels.isEmpty, !script.channels.contains(contact.channel) else { return }
    if options.channel == nil, script.channels.count == 1 {
      contact.channel = script.channels[0]
    } else {
      let channels = script.channels.map(\.words).joined(separator: ", ")
      problems.note(
        "--script",
        "\"\(script.id)\" is for \(channels), not for \(contact.channel.words); --channel says which it was"
      )
    }
  }

  private static func readAsks(
    _ pairs: [String],
    _ definitions: Definitions,
    into contact: inout Contact,
    _ problems: inout ValueProblems
  ) {
    let names = Set(definitions.scripts.flatMap { $0.asks.map(\.id) }).sorted()
    for pair in pairs {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !isBlank(parts[1]) else {
        problems.note("--ask", "\"\(pair)\" is not NAME=VALUE")
        continue
      }
      guard let name = problems.choose("--ask", String(parts[0]), among: names) else { continue }
      contact.asks[name] = String(parts[1])
    }
  }

  private static func promise(
    _ options: LogOptions,
    _ outcome: Outcome?,
    _ store: OpenStore,
    _ problems: inout ValueProblems
  ) -> Promise? {
    guard let text = options.followUp else {
      if outcome == .followUp {
        problems.note("--outcome", "follow-up wants --follow-up with a day")
      }
      if options.what != nil { problems.note("--what", "wants --follow-up with a day") }
      return nil
    }
    let zone = TimeZones.zone(store.definitions.settings.timeZone) ?? TimeZones.utc
    do throws(Promise.Refusal) {
      let due = try Promise.Due(typed: text, Promise.Reading(now: store.now, zone: zone))
      let what = options.what.flatMap { isBlank($0) ? nil : $0 } ?? Promise.comeBack
      return Promise(due: due, by: store.agent.id, what: what)
    } catch {
      problems.note("--follow-up", error.description)
      return nil
    }
  }

  private static func isBlank(_ text: some StringProtocol) -> Bool {
    text.allSatisfy(\.isWhitespace)
  }

  /// The line of the journal for a customer, with what the guidance says of them.
  func interaction(with read: OpenStore.ReadCustomer) throws -> Interaction {
    var contact = contact
    contact.customer = read.customer.id
    let tailor = Tailor(store.definitions)
    let guidance = tailor.guidance(
      for: read.customer,
      account: read.account,
      derived: try store.derivedFacts(of: read.customer, account: read.account),
      in: Situation(of: contact, agent: store.agent, now: store.now)
    )
    var problems = ValueProblems()
    for ask in guidance.script?.script.asks ?? [] {
      if let value = contact.asks[ask.id], !tailor.accepts(value, for: ask) {
        let form = ask.pattern.map { ", which is \($0)" } ?? ""
        problems.note("--ask", "\"\(value)\" is no \(ask.id)\(form)")
      }
    }
    try problems.check()
    var interaction = Interaction(
      ending: contact,
      with: outcome,
      guidance: guidance,
      at: store.now
    )
    // Nobody measured it: not known is not zero.
    if options.seconds == nil { interaction.record["handleSeconds"] = nil }
    return interaction
  }
}
