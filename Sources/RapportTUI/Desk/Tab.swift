import JSONLogic
import RapportCore

/// A customer on the Desk, with or without a contact that has begun.
struct Tab: Sendable, Identifiable {
  /// How to take back a change.
  struct Undo: Sendable {
    enum Change: Sendable {
      case contact(Contact, wasStarted: Bool)
      case patch(CustomerPatch)
      /// What was said of something.
      case feedback(Feedback)
      /// To another customer.
      case move(Contact, from: OpenedCustomer?)
    }

    var title: String
    var change: Change
  }

  var contact: Contact
  /// A draft exists: a reason, a channel, a tick, a note or a copied step made it a contact.
  var isStarted = false
  /// Its outcome is on the way to the journal.
  var isEnding = false
  var customer: Customer?
  var account: Customer?
  var history: [Interaction] = []
  /// What attributes are derived from; nil until the journals are read.
  var background: CustomerHistory?
  var guidance: Guidance
  var guidedAt: Instant
  /// What changed definitions meant for the customer since they are here; nil where nothing.
  private(set) var news: SegmentNews?
  var cursor: Stop?
  /// How far the text under the cursor is scrolled, where it is longer than the screen.
  var scroll: (stop: Stop, lines: Int)?
  /// Open in full.
  var pane: Pane?
  /// The segment whose reasons are open line by line.
  var why: OpenWhy?
  var undo: [Undo] = []
  /// What sounded upset in the caller's words; proposed, never set silently.
  var moodCues: [String] = []
  /// The view with the list from which one came to it last, to which Esc goes back; nil is Find.
  var listedIn: ViewID?
  /// The team's, in which promises are due.
  let zone: Zone

  var id: Contact.ID { contact.id }
  /// Since when it waits behind another.
  var leftAt: Instant? {
    get { contact.leftAt }
    set { contact.leftAt = newValue }
  }

  /// Values in it are offered for blanks, never filled in silently.
  var said: String {
    get { contact.said }
    set { contact.said = newValue }
  }

  init(
    contact: Contact,
    opened: OpenedCustomer?,
    knowledge: Knowledge,
    agent: Agent,
    now: Instant
  ) {
    self.contact = contact
    customer = opened?.customer
    account = opened?.account
    history = opened?.history ?? []
    background = opened?.background
    guidance = knowledge.guide(opened?.known, Situation(of: contact, agent: agent, now: now))
    guidedAt = now
    zone = TimeZones.zone(knowledge.settings.timeZone) ?? TimeZones.utc
  }

  /// All that rules read; nil for a caller whom nobody knows.
  var known: KnownCustomer? {
    customer.map { KnownCustomer($0, account: account, history: background) }
  }

  mutating func guide(_ knowledge: Knowledge, agent: Agent, now: Instant) {
    guidance = knowledge.guide(known, Situation(of: contact, agent: agent, now: now))
    guidedAt = now
    guard var why else { return }
    why.tree = knowledge.explain(known, why.segment, now)
    self.why = why
  }

  /// By changed definitions; what they mean for the customer is marked.
  mutating func follow(_ knowledge: Knowledge, agent: Agent, now: Instant) {
    let before = guidance.memberships
    guide(knowledge, agent: agent, now: now)
    news = SegmentNews(from: before, to: guidance.memberships) ?? news
  }

  /// What was promised to them in an earlier contact, and not kept since.
  var due: FollowUp? { FollowUp(openIn: history, zone: zone) }

  var facts: CustomerPresentation? { customer.map { CustomerPresentation($0, account: account) } }

  var shortTitle: String { facts?.shortTitle ?? "Nobody known" }

  /// Seconds in front of the agent, this moment's included.
  func seconds(frontSince: Instant?, now: Instant) -> Int {
    guard isStarted, let frontSince else { return contact.handleSeconds }
    return contact.handleSeconds + Int(max(0, now.seconds(since: frontSince)))
  }

  /// The case that `k` continues: the one under the cursor where it is open, else the newest open one.
  func openCase(at layout: DeskLayout) -> Interaction? {
    if case .past(let index) = focus(layout), history.indices.contains(index) {
      return isOpen(index) ? history[index] : nil
    }
    if focus(layout) == .due,
      let index = history.firstIndex(where: { $0.id == due?.id }), isOpen(index)
    {
      return history[index]
    }
    return history.indices.first(where: isOpen).map { history[$0] }
  }

  /// Whether a past contact left something open, and nothing later closed it: a contact that continued it,
  /// or one for the same reason.
  private func isOpen(_ index: Int) -> Bool {
    let past = history[index]
    guard Outcome.isOpen(past.outcome) else { return false }
    return !history[..<index].contains { later in
      let isSame =
        later.intent == past.intent
        || later.record["continues"]?.stringValue == past.id.rawValue
      return isSame && !Outcome.isOpen(later.outcome)
    }
  }

  /// Letters of what was said that are kept.
  static let mostSaid = 20_000

  /// The ticks that another script begins with: who they are stays checked, what was said was of this one.
  var verifiedTicks: [String: Contact.Mark] {
    let steps = guidance.script?.steps.filter { $0.kind == .verify }.map(\.id) ?? []
    return contact.verified.isEmpty ? [:] : contact.ticks.filter { steps.contains($0.key) }
  }

  /// How many lines of the text at a stop are scrolled away.
  func scrolled(in stop: Stop) -> Int { scroll?.stop == stop ? scroll?.lines ?? 0 : 0 }

  /// Goes one level back.
  mutating func close() {
    if let why {
      self.why = nil
      cursor = .segment(why.segment)
      return
    }
    let was = pane
    pane = nil
    if let was, let cursor, cursor.pane != was { self.cursor = nil }
  }
}
