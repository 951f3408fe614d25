import RapportCore

/// The state of Find: what was typed, who was found.
struct Find: Sendable {
  /// A row that can be opened.
  enum Row: Hashable, Sendable {
    case contact(Contact.ID)
    case recent(Customer.ID)
    /// A new caller who is not saved yet.
    case caller(NewCaller.ID)
    case followUp(Interaction.ID)
    /// An answer to the agent's feedback that they have not read.
    case answer(Feedback.ID)
    /// So many more that are due.
    case moreFollowUps(Int)
    case hit(Customer.ID)
  }

  /// Hits asked for; more than a person reads.
  static let limit = 100
  /// Follow-ups shown before the agent asks for the rest of them.
  static let followUpLimit = 6
  /// Follow-ups whose customers are read; nobody looks at more of them at once.
  static let followUpsRead = 200
  /// Answers shown at a time; the next ones come when these are read.
  static let answerLimit = 4
  /// Last customers shown while nothing is typed.
  static let recentLimit = 20
  /// Milliseconds before the screen says that it searches.
  static let patience: Int64 = 150

  var field = TextField()
  /// Of the newest query; answers to older ones are dropped.
  var generation = 0
  /// Since when the newest query waits for its first answer.
  var pendingSince: Instant?
  /// The newest answer; it stays, dimmed, while the next one is awaited.
  var result: FindResult?
  var summaries: [Customer.ID: HitSummary] = [:]
  var summarised: Set<Customer.ID> = []
  var census: Census?
  /// By identity, so that it survives new results; nil is the first row.
  var selected: Row?
  /// The first row on the screen.
  var top = 0
  /// Enter came before the answer: open it if it is one person only.
  var opensOnlyHit = false
  /// For a query that nobody looked at the hits of: the hit must be exact.
  var opensExactHitOnly = false
  var showsAllFollowUps = false
  /// The open contact that goes to whoever is chosen.
  var moving: Contact.ID?
  /// What is due, and the customers it and the agent's last contacts name.
  var agenda = Agenda.empty
  var customers: [Customer.ID: Customer] = [:]
  /// Customers seen in this session, the newest first.
  var recents: [Customer] = []

  var query: String { field.text }
  var isPending: Bool { pendingSince != nil }
  /// Nobody is found so far, but not everybody has been looked at.
  var maySoonFind: Bool {
    result.map { $0.hits.isEmpty && !$0.isComplete } ?? false
  }

  func index(in rows: [Row]) -> Int { selected.flatMap { rows.firstIndex(of: $0) } ?? 0 }

  mutating func move(by distance: Int, rows: [Row], page: Int) {
    guard !rows.isEmpty else { return }
    selected = rows[min(rows.count - 1, max(0, index(in: rows) + distance))]
    keepSelectionVisible(rows: rows, page: page)
  }

  mutating func keepSelectionVisible(rows: [Row], page: Int) {
    let index = index(in: rows)
    let page = max(1, page)
    top = min(max(top, index - page + 1), index)
    top = max(0, min(top, rows.count - page))
  }

  mutating func remember(_ customer: Customer) {
    recents.removeAll { $0.id == customer.id }
    recents.insert(customer, at: 0)
    if recents.count > 20 { recents.removeLast() }
  }
}
