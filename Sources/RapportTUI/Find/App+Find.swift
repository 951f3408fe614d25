import JSONLogic
import RapportCore
import Terminal

extension App {
  var findRows: [Find.Row] {
    guard find.field.isEmpty else {
      return find.result?.hits.filter { $0.id != movedFrom }.map { .hit($0.id) } ?? []
    }
    let contacts = desk.tabs.filter { tab in
      guard find.moving == nil else { return tab.customer != nil && tab.id != find.moving }
      return tab.isStarted || tab.customer == nil
    }
    var shown = Set(contacts.compactMap(\.contact.customer) + [movedFrom].compactMap(\.self))
    let due = find.agenda.followUps.filter { followUp in
      find.customers[followUp.customer] != nil && shown.insert(followUp.customer).inserted
    }
    let last = find.recents.map(\.id) + find.agenda.familiarity.own
    let recents = last.filter { customer(of: .recent($0)) != nil && shown.insert($0).inserted }
    let limit = find.showsAllFollowUps ? due.count : Find.followUpLimit
    // Those whose customers were not read count too; those who are in the list already do not.
    let unread = find.agenda.followUps.count { find.customers[$0.customer] == nil }
    let more = find.showsAllFollowUps ? 0 : max(0, due.count - limit) + unread
    return contacts.map { .contact($0.id) } + callers.map { .caller($0.id) }
      + due.prefix(limit).map { .followUp($0.id) } + (more > 0 ? [.moreFollowUps(more)] : [])
      + unreadAnswers.prefix(Find.answerLimit).map { .answer($0.id) }
      + recents.prefix(Find.recentLimit).map { .recent($0) }
  }

  /// Whose contact is being moved; they are not who is looked for.
  var movedFrom: Customer.ID? { find.moving.flatMap { desk[$0]?.contact.customer } }

  /// Rows of the list that fit on the screen.
  var findPage: Int { max(1, size.rows - 5) }

  var canOpen: Availability {
    if findRows.isEmpty && !find.isPending && !find.maySoonFind {
      return .no(
        find.field.isEmpty
          ? "type what the caller says: a name, an e-mail, a number" : "nobody found yet"
      )
    }
    return .yes
  }

  mutating func showFind(now: Instant) -> [Effect] {
    layers = []
    let effects = leaveDesk(now: now)
    view = .find
    find.moving = nil
    find.field.clear()
    return effects + search(now: now)
  }

  /// Asks for the newest query; every key does.
  mutating func search(now: Instant) -> [Effect] {
    find.showsAllFollowUps = false
    find.generation += 1
    find.opensOnlyHit = false
    find.opensExactHitOnly = false
    find.selected = nil
    find.top = 0
    find.summarised = []
    guard find.query.nonBlank != nil else {
      find.result = nil
      find.pendingSince = nil
      return [
        .find("", limit: 0, own: [], generation: find.generation), .census,
        .agenda(agent.id, at: now), .readFeedback(agent.id),
      ] + summariesForPage(now: now)
    }
    find.pendingSince = now
    let own = find.recents.map(\.id)
    return [.find(find.query, limit: Find.limit, own: own, generation: find.generation)]
  }

  mutating func take(_ result: FindResult, generation: Int, now: Instant) -> [Effect] {
    guard generation == find.generation, !find.field.isEmpty else { return [] }
    find.result = result
    find.pendingSince = nil
    find.census = Census(
      total: result.total,
      searched: result.searched,
      damaged: find.census?.damaged ?? 0,
      isComplete: result.isComplete
    )
    find.keepSelectionVisible(rows: findRows, page: findPage)
    let opens = find.opensOnlyHit
    if result.isComplete { find.opensOnlyHit = false }
    if opens, result.isComplete, let hit = result.hits.first {
      // Beside the only one who is as typed, others may be there by a guess.
      let isExact = result.certain == 1 && hit.quality == .exact
      if isExact || result.count == 1 && !find.opensExactHitOnly { return open(hit, now: now) }
    }
    if opens, result.count > 1 {
      find.opensOnlyHit = false
      say(.info, "\(Count.text(result.count)) match: choose one with Down", at: now)
    }
    return summariesForPage(now: now)
  }

  /// Asks for what the visible rows say besides the record, once a row and query.
  mutating func summariesForPage(now: Instant) -> [Effect] {
    guard view == .find else { return [] }
    var customers: [Customer] = []
    for row in findRows.dropFirst(find.top).prefix(findPage) {
      if case .caller = row { continue }
      guard let customer = customer(of: row), find.summarised.insert(customer.id).inserted else {
        continue
      }
      customers.append(customer)
    }
    guard !customers.isEmpty else { return [] }
    return [.summarise(customers, generation: find.generation, at: now)]
  }

  func customer(of row: Find.Row) -> Customer? {
    switch row {
    case .contact(let id): desk[id]?.customer
    case .recent(let id): find.recents.first { $0.id == id } ?? find.customers[id]
    case .followUp(let id): followUp(id).flatMap { find.customers[$0.customer] }
    case .moreFollowUps, .answer: nil
    case .caller(let id):
      callers.first { $0.id == id }.map { $0.record(on: CalendarDate(daysSinceEpoch: 0)) }
    case .hit(let id): find.result?.hits.first { $0.id == id }?.customer
    }
  }

  func followUp(_ id: Interaction.ID) -> FollowUp? {
    find.agenda.followUps.first { $0.id == id }
  }

  mutating func openSelected(now: Instant) -> [Effect] {
    guard !find.isPending, !find.maySoonFind else {
      // What is on the screen belongs to an older query, or to a part of the customers: it could be
      // the wrong person.
      find.opensOnlyHit = true
      return []
    }
    let rows = findRows
    guard !rows.isEmpty else { return [] }
    switch rows[find.index(in: rows)] {
    case .contact(let id):
      guard let contact = find.moving else { return bringToFront(id, now: now) }
      return move(contact, to: desk[id]?.opened, found: nil, now: now)
    case .recent(let id): return openCard(of: id, found: nil, now: now)
    case .followUp(let id):
      return followUp(id).map { openCard(of: $0.customer, found: nil, now: now) } ?? []
    case .moreFollowUps:
      find.selected = rows[max(0, find.index(in: rows) - 1)]
      find.showsAllFollowUps = true
      return summariesForPage(now: now)
    case .answer(let id): return openAnswer(id, now: now)
    case .caller(let id):
      return callers.first { $0.id == id }.map { show($0, now: now) } ?? []
    case .hit(let id):
      guard let hit = find.result?.hits.first(where: { $0.id == id }) else { return [] }
      return open(hit, now: now)
    }
  }

  private mutating func open(_ hit: Hit, now: Instant) -> [Effect] {
    if find.moving == nil, let tab = desk.tabs.first(where: { $0.contact.customer == hit.id }) {
      return bringToFront(tab.id, now: now)
    }
    return openCard(
      of: hit.id,
      found: hit.quality.needsConfirming ? hit.quality : nil,
      now: now
    )
  }

  /// What would tell the hits apart best, as the agent would ask for it.
  var narrowingQuestion: String? {
    guard let result = find.result, result.count > max(12, findPage) else { return nil }
    let question = NarrowingQuestion(
      result.hits,
      attributes: knowledge.definitions.catalog.searched
    )
    switch question?.field {
    case "email": return "e-mail"
    case "phone": return "phone number"
    case let field: return field.map(knowledge.label(ofPath:))
    }
  }
}
