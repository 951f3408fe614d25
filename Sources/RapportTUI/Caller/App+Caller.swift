import JSONLogic
import RapportCore

/// Making the record of a new caller.
extension App {
  /// The form, where it is open, even below a list.
  var callerForm: CallerForm? {
    for case .caller(let form) in layers.reversed() { return form }
    return nil
  }

  mutating func editCaller(_ body: (inout CallerForm) -> Void) {
    for index in layers.indices.reversed() {
      guard case .caller(var form) = layers[index] else { continue }
      body(&form)
      layers[index] = .caller(form)
      return
    }
  }

  /// Opens the form with what was typed on Find; the contact that is open waits.
  mutating func newCaller(now: Instant) -> [Effect] {
    let id = NewCaller.ID(ULID(at: now, using: &random).description)
    var caller = NewCaller(id: id, agent: agent.id, openedAt: now)
    guard view == .find else {
      let effects = showFind(now: now)
      return effects + show(caller, now: now)
    }
    caller.take(typed: find.query)
    return show(caller, now: now)
  }

  /// Opens the form of a caller, who may have been put aside.
  mutating func show(_ caller: NewCaller, now: Instant) -> [Effect] {
    let isRestored = callers.contains { $0.id == caller.id }
    layers = [.caller(CallerForm(caller, isRestored: isRestored))]
    askCaller(now: now)
    return callerChanged(now: now)
  }

  /// Keeps what is in the form after every key, and looks for who that may be.
  mutating func callerChanged(now: Instant) -> [Effect] {
    guard let form = callerForm else { return [] }
    var effects: [Effect] = []
    let kept = callers.firstIndex { $0.id == form.caller.id }
    if form.caller.isEmpty {
      if let kept {
        callers.remove(at: kept)
        effects.append(.removeCaller(form.caller.id))
      }
    } else if kept.map({ callers[$0] != form.caller }) ?? true {
      if let kept { callers[kept] = form.caller } else { callers.append(form.caller) }
      effects.append(.saveCaller(form.caller))
    }
    let queries = LikelyDuplicate.queries(for: form.caller)
    guard queries.map(\.text) != form.searched else { return effects }
    editCaller { form in
      form.searched = queries.map(\.text)
      form.generation += 1
      if queries.isEmpty { form.take([], more: 0) }
    }
    let generation = form.generation + 1
    return effects + [.findKnown(form.caller, generation: generation)]
  }

  mutating func takeKnown(
    _ known: [LikelyDuplicate],
    more: Int,
    of caller: NewCaller.ID,
    generation: Int
  ) {
    editCaller { form in
      guard form.caller.id == caller, form.generation == generation else { return }
      form.take(known, more: more)
    }
  }

  /// The question whose answer settles most of a caller of whom nothing else is known.
  private mutating func askCaller(now: Instant) {
    guard let form = callerForm else { return }
    let known = KnownCustomer(form.caller.record(on: zone.date(now)), history: CustomerHistory())
    let situation = Situation(agent: agent, channel: knowledge.settings.channel, now: now)
    let guidance = knowledge.guide(known, situation)
    let catalog = knowledge.definitions.catalog
    editCaller { $0.take(guidance) { catalog[$0]?.kind == .list } }
  }

  // MARK: keys

  /// On to the next field or question; what the cursor is on is taken.
  mutating func finishField(now: Instant) -> [Effect] {
    guard let form = callerForm else { return [] }
    switch form.stop {
    case .name, .phone, .email: editCaller { $0.advance() }
    case .known(let id): return openKnown(id, now: now)
    case .question:
      guard form.isTyped, let text = form.field(.question).text.trimmed.nonBlank else {
        return skipQuestion(now: now)
      }
      return answerCaller(text, now: now)
    case .save: return saveCaller(now: now)
    }
    return []
  }

  mutating func chooseForCaller(_ number: Int, now: Instant) -> [Effect] {
    guard let choices = callerForm?.question?.choices else { return [] }
    guard choices.indices.contains(number - 1) else {
      say(.info, "There is no answer \(number) here", at: now)
      return []
    }
    return answerCaller(choices[number - 1].value, now: now)
  }

  private mutating func answerCaller(_ text: String, now: Instant) -> [Effect] {
    guard let path = callerForm?.question?.path else { return [] }
    do throws(AttributeAnswer.Refusal) {
      let value = try read(text, for: attribute(at: path), now: now)
      editCaller { $0.answer(path, with: value) }
    } catch {
      editCaller { $0.problem = error.description }
      return []
    }
    askCaller(now: now)
    return callerChanged(now: now)
  }

  mutating func skipQuestion(now: Instant) -> [Effect] {
    editCaller { $0.skip() }
    askCaller(now: now)
    return callerChanged(now: now)
  }

  mutating func saveCaller(now: Instant) -> [Effect] {
    guard let form = callerForm else { return [] }
    if let reason = canSaveCaller.reason {
      editCaller { $0.problem = reason }
      return []
    }
    if let known = form.isClearly, !form.asked.contains(known.id) {
      editCaller { $0.asked.insert(known.id) }
      layers.append(.picker(.known(known)))
      return []
    }
    editCaller { $0.isSaving = true }
    return [.create(form.caller.patch(at: now, on: zone.date(now)))]
  }

  /// The record is in the store: the Desk opens, unless the agent went elsewhere meanwhile.
  mutating func takeCreated(_ customer: Customer, now: Instant) -> [Effect] {
    callers.removeAll { $0.customer == customer.id }
    let name = CustomerPresentation(customer).title
    say(.ok, "\(name) is a customer now", at: now)
    find.remember(customer)
    guard callerForm?.caller.customer == customer.id else { return [] }
    let opened = OpenedCustomer(customer: customer, history: [], background: CustomerHistory())
    return openTab(opened, found: nil, now: now)
  }

  mutating func takeNotCreated(_ customer: Customer.ID, why: String, now: Instant) {
    say(.error, "The new caller is not saved: \(why)", at: now)
    editCaller { form in
      guard form.caller.customer == customer else { return }
      form.isSaving = false
    }
  }

  /// The likeliest, or the one under the cursor, instead of a new record.
  mutating func openKnown(_ id: Customer.ID?, now: Instant) -> [Effect] {
    guard let form = callerForm else { return [] }
    var wanted = id
    if wanted == nil, case .known(let id) = form.stop { wanted = id }
    guard let found = form.known.first(where: { wanted == nil || $0.id == wanted }) else {
      return []
    }
    let effects = discardCaller(now: now)
    if find.moving == nil, let tab = desk.tabs.first(where: { $0.contact.customer == found.id }) {
      return effects + bringToFront(tab.id, now: now)
    }
    let quality = found.reasons.first?.quality
    let doubt = quality.flatMap { $0.needsConfirming ? $0 : nil }
    return effects + openCard(of: found.id, found: doubt, now: now)
  }

  /// The caller does not want to be known, or nobody has the time to ask.
  mutating func stayUnknown(now: Instant) -> [Effect] {
    let effects = discardCaller(now: now)
    return effects + openNobody(now: now)
  }

  /// Closes the form; what was typed into it goes only after a question.
  mutating func closeCaller(now: Instant) -> [Effect] {
    guard let form = callerForm, !form.isSaving else { return [] }
    guard form.caller != form.before || form.isRestored else { return discardCaller(now: now) }
    guard !form.caller.isEmpty else { return discardCaller(now: now) }
    layers.append(.picker(.discarding))
    return []
  }

  mutating func discardCaller(now: Instant) -> [Effect] {
    guard let form = callerForm else { return [] }
    layers = []
    guard callers.contains(where: { $0.id == form.caller.id }) else { return [] }
    callers.removeAll { $0.id == form.caller.id }
    return [.removeCaller(form.caller.id)]
  }
}

/// What can be done in the form now.
extension App {
  var canSaveCaller: Availability {
    guard let form = callerForm else { return .no("no new caller is being noted") }
    if form.isSaving { return .no("the caller is being saved") }
    switch form.caller.fault {
    case .email: return .no("an e-mail address is wanted, such as jo@example.org; Ctrl-U clears it")
    case .phone: return .no("a phone number has digits, such as 030 901820; Ctrl-U clears it")
    case nil: break
    }
    return .when(
      form.caller.canBeSaved,
      else: "type a name, a phone number or an e-mail first; Ctrl-N goes on without a record"
    )
  }

  var canOpenKnown: Availability {
    .when(callerForm?.known.isEmpty == false, else: "nobody like that is known")
  }

  var canChooseForCaller: Availability {
    .when(
      callerForm.map { $0.stop == .question && !$0.isTyped } ?? false,
      else: "the cursor is not on a question with numbered answers"
    )
  }

  var canSkipQuestion: Availability {
    .when(callerForm?.stop == .question, else: "the cursor is not on a question")
  }
}
