import JSONLogic
import RapportCore

/// Lists of members: why somebody is in, and on to the Desk.
extension App {
  /// Whether the cursor is in a list of members.
  var listsMembers: Bool {
    guard view == .workbench else { return false }
    if case .members = workbench.screens.last?.kind { return true }
    return workbench.screens.isEmpty && openTab == .members
  }

  /// Whether a name narrows them down.
  var isFilteringMembers: Bool {
    listsMembers && !workbench.statistics.members.filter.isEmpty
  }

  private func memberUnderCursor(now: Instant) -> Customer.ID? {
    let index =
      workbench.screens.isEmpty ? profileIndex(now: now) : workbench.screens.last?.place.index
    return index.flatMap { workbench.statistics.members[$0]?.id }
  }

  /// Whom to open; on the page that says why, whom that is about.
  func memberToOpen(now: Instant) -> Customer.ID? {
    if case .why(let opened, _) = workbench.screens.last?.kind { return opened.customer.id }
    return memberUnderCursor(now: now)
  }

  mutating func openMember(now: Instant) -> [Effect] {
    if case .why = workbench.screens.last?.kind { return openMemberOnDesk(now: now) }
    guard let id = memberUnderCursor(now: now) else { return [] }
    let segments = workbench.statistics.members.group.segments
    let active = knowledge.definitions.segments.filter { $0.status == .active }.map(\.id)
    return [.readMember(id, segments.isEmpty ? active : segments, at: now)]
  }

  mutating func openMemberOnDesk(now: Instant) -> [Effect] {
    memberToOpen(now: now).map { openCard(of: $0, found: nil, now: now) } ?? []
  }

  mutating func showWhy(_ opened: OpenedCustomer, _ segments: [Segment.ID]) {
    guard listsMembers else { return }
    open(.why(opened, segments))
  }

  /// What a list of members shows: what was chosen, else what the rules of its segments read.
  func memberColumns(of group: CustomerGroup) -> [String] {
    if let chosen = workbench.memberColumns[group] { return chosen }
    let catalog = knowledge.definitions.catalog
    var paths: [String] = []
    for segment in knowledge.definitions.segments where group.segments.contains(segment.id) {
      for use in segment.rule?.variables ?? [] where !use.isInner {
        let path = use.path.description
        if catalog[path] != nil, path != "name", !paths.contains(path) { paths.append(path) }
      }
    }
    return Array(paths.prefix(4))
  }

  mutating func toggleMemberColumn(_ path: String) {
    var columns = workbench.statistics.members.columns
    if let index = columns.firstIndex(of: path) {
      columns.remove(at: index)
    } else {
      columns.append(path)
    }
    workbench.memberColumns[workbench.statistics.members.group] = columns
    workbench.statistics.members.columns = columns
  }

  var canUseMembers: Availability {
    if context == .memberWhy { return .yes }
    guard listsMembers else { return .no("only members are opened so: 3 lists those of a segment") }
    return .when(
      (workbench.statistics.members.count ?? 0) > 0,
      else: "nobody is listed"
    )
  }
}

extension CustomerGroup {
  /// The segments that it is about.
  var segments: [Segment.ID] {
    switch self {
    case .members(let ids): ids
    case .notKnown(let id), .rest(let id): [id]
    case .everybody, .inNone, .inSeveral: []
    }
  }
}

extension WorkbenchFacts {
  /// `Loyal advocates and Mobile-first`.
  func words(of group: CustomerGroup) -> String {
    switch group {
    case .everybody: "All customers"
    case .members(let ids): ids.map(name(of:)).joined(separator: " and ")
    case .notKnown(let id): "Not known whether in \(name(of: id))"
    case .rest(let id): "Not in \(name(of: id))"
    case .inNone: "In no active segment"
    case .inSeveral: "In two active segments or more"
    }
  }
}

extension Picker {
  /// The attributes that a list of members can show.
  static func memberColumns(for app: App, now: Instant) -> Picker {
    let wording = WorkbenchFacts(app, now: now).wording
    let shown = app.workbench.statistics.members.columns
    let attributes = app.knowledge.definitions.catalog.sorted.filter { $0.path != "name" }
    let items = attributes.map { attribute in
      Item(
        title: wording.label(attribute),
        detail: shown.contains(attribute.path) ? "shown; takes it out" : attribute.path,
        words: attribute.path,
        choice: .memberColumn(attribute.path)
      )
    }
    return Picker(.memberColumns, "Columns of members", prompt: "type to filter", items: items)
  }
}
