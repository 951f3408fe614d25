import JSONLogic
import RapportCore

/// Pinning customers to segments, from wherever one of them is on the screen.
extension App {
  /// Asks how a customer is to be pinned.
  ///
  /// - Parameters:
  ///   - customer: who.
  ///   - name: what they are called on the screen.
  ///   - segment: to what.
  ///   - membership: how the rule answers for them now; nil where that is not known.
  mutating func openPin(
    of customer: Customer.ID,
    name: String,
    in segment: Segment.ID,
    _ membership: Membership?
  ) {
    guard let found = knowledge.definitions.segments.first(where: { $0.id == segment }) else {
      return
    }
    let now = found.pin(of: customer)
    let items = CustomerPin.Kind.allCases.map { kind in
      let breaks =
        membership.map { membership in
          switch kind {
          case .must: membership.answer != .in
          case .mustNot: membership.answer == .in
          case .none: false
          }
        } ?? false
      let pinned = PinnedCustomer(
        pin: CustomerPin(kind, customer, in: segment),
        customer: name,
        segment: found.name,
        against: breaks ? membership?.why : nil
      )
      let detail = kind == now ? "now" : breaks ? "the rule says otherwise now" : ""
      return Picker.Item(title: kind.words, detail: detail, choice: .pin(pinned))
    }
    let title = "Pin \(name) to \(found.name)"
    layers.append(.picker(Picker(.pin, title, isNumbered: true, items: items)))
  }

  /// Of the customer in front, or of the member under the cursor.
  mutating func openPin(now: Instant) {
    if view == .desk { return openPinOnDesk() }
    guard let segment = listedSegment, let id = memberToOpen(now: now) else { return }
    if case .why(let opened, _) = workbench.screens.last?.kind {
      let membership = knowledge.evaluate(opened.known, now).first { $0.segment == segment }
      let name = CustomerPresentation(opened.customer, account: opened.account).name
      return openPin(of: id, name: name, in: segment, membership)
    }
    openPin(of: id, name: id.rawValue, in: segment, listedMembership(of: segment))
  }

  private mutating func openPinOnDesk() {
    guard let tab = desk.front, let id = tab.contact.customer, let segment = focusedSegment else {
      return
    }
    let membership = tab.guidance.memberships.first { $0.segment == segment }
    openPin(of: id, name: tab.shortTitle, in: segment, membership)
  }

  /// The one under the cursor of the Desk, or whose reasons are open.
  private var focusedSegment: Segment.ID? {
    guard let tab = desk.front else { return nil }
    switch tab.focus(layout) {
    case .segment(let id): return id
    case .node: return tab.why?.segment
    default: return nil
    }
  }

  /// The only one that a list of members is about.
  private var listedSegment: Segment.ID? {
    let segments = workbench.statistics.members.group.segments
    return segments.count == 1 ? segments.first : nil
  }

  /// What the list says of everybody in it.
  private func listedMembership(of segment: Segment.ID) -> Membership? {
    let answer: Membership.Answer
    switch workbench.statistics.members.group {
    case .members: answer = .in
    case .notKnown: answer = .unknown
    case .rest: answer = .out
    case .everybody, .inNone, .inSeveral: return nil
    }
    let name = knowledge.segmentName(segment)
    return Membership(segment: segment, name: name, revision: 0, answer: answer, because: [])
  }

  var canPinMember: Availability {
    if let reason = canEditDefinitions.reason { return .no(reason) }
    guard agent.role != .agent else { return .no("supervisors pin customers to segments") }
    guard view != .desk else {
      guard desk.front?.contact.customer != nil else { return .no("nobody is known to pin") }
      return .when(
        focusedSegment != nil,
        else: "move to a segment first: w shows every segment"
      )
    }
    if let reason = canUseMembers.reason { return .no(reason) }
    return .when(listedSegment != nil, else: "only to one segment: list its own members first")
  }

  /// A pin that the rule breaks already says why; `text` is what was typed of the reason before.
  mutating func askWhy(_ pinned: PinnedCustomer, text: String = "", now: Instant) {
    let segment = knowledge.definitions.segments.first { $0.id == pinned.pin.segment }
    guard segment?.pin(of: pinned.pin.customer) != pinned.pin.kind else {
      say(.info, "It is so already: \(pinned.words)", at: now)
      return
    }
    var input = InputLine("\(pinned.words): why?", for: .pinReason(pinned), text: text)
    if let against = pinned.against {
      input.reason = "the rule says otherwise now" + (against.isEmpty ? "" : ": \(against)")
    }
    layers.append(.input(input))
  }

  mutating func pin(_ pinned: PinnedCustomer, because reason: String, now: Instant) -> [Effect] {
    let reference = pinned.pin.reference
    guard let object = knowledge.definitions.documents[reference] else { return [] }
    let id = DefinitionChange.ID(ULID(at: now, using: &random).description)
    let edit = DefinitionChange.Edit(
      reference,
      before: object,
      after: pinned.pin.applied(to: object)
    )
    workbench.pinning[id] = pinned
    var change = DefinitionChange(id: id, at: now, by: agent.id, reason: reason, edits: [edit])
    if pinned.against != nil { change.breaking = pinned.pin.breaking }
    return [.saveDefinitions(change)]
  }

  /// The rule takes the customer otherwise than the pin says, which was not known when it was asked why.
  mutating func askAgain(
    _ pinned: PinnedCustomer,
    against pin: BrokenPin,
    because reason: String,
    now: Instant
  ) -> [Effect] {
    workbench.pinning = workbench.pinning.filter { $0.value != pinned }
    var pinned = pinned
    pinned.against = pin.why
    askWhy(pinned, text: reason, now: now)
    return []
  }

  /// Asks again where a change would take customers otherwise who are pinned.
  mutating func askAboutPins(_ pins: [BrokenPin]) {
    editForm { $0.pinsAsked = pins }
    var picker = Picker(
      .brokenPins,
      "Pinned customers would be taken otherwise",
      isNumbered: true,
      items: [
        .init(title: "Go back", choice: .stay),
        .init(title: "Save it all the same", detail: "the reason says why", choice: .breakPins),
      ]
    )
    let shown = pins.prefix(3).map { "\($0.customer) in \($0.name) \($0.words)" }
    let more = pins.count > 3 ? " and \(pins.count - 3) more" : ""
    picker.question = shown.joined(separator: "; ") + more
    layers.append(.picker(picker))
  }
}
