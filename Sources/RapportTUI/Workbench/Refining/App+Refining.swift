import JSONLogic
import RapportCore
import Terminal

/// Merging, splitting and retiring segments: what it would do is looked at first.
extension App {
  var refining: RefiningScreen? {
    for case .refining(let screen) in layers.reversed() { return screen }
    return nil
  }

  mutating func editRefining(_ body: (inout RefiningScreen) -> Void) {
    for index in layers.indices.reversed() {
      guard case .refining(var screen) = layers[index] else { continue }
      body(&screen)
      layers[index] = .refining(screen)
      return
    }
  }

  private var selectedSegment: Segment? {
    guard workbench.page == .segments, case .definition(let reference)? = workbench.place.selected
    else { return workbench.page == .segments ? knowledge.definitions.segments.first : nil }
    return knowledge.definitions.segments.first { $0.id.rawValue == reference.id }
  }

  mutating func performInRefining(_ action: Action.ID, now: Instant) -> [Effect] {
    switch action {
    case .mergeSegment: askMerge(now: now)
    case .splitSegment: askSplit(now: now)
    case .retireSegment: return openRetirement(now: now)
    case .firstSide: return choose(.first, now: now)
    case .secondSide: return choose(.second, now: now)
    case .joinOther: return turnJoining(now: now)
    case .keepOld: return turnKeeping(now: now)
    case .choosePlace: return choosePlace(now: now)
    case .typePlace:
      layers.append(.input(InputLine("Divide at", for: .splitPlace)))
    case .nameFirst: askName(ofPart: 0)
    case .nameSecond: askName(ofPart: 1)
    case .saveRefining: askRefiningReason(now: now)
    default: break
    }
    return []
  }

  /// Shows a screen, and asks what it is to say.
  mutating func open(_ screen: RefiningScreen, now: Instant) -> [Effect] {
    var screen = screen
    if let work = screen.work, let kept = refinings.first(where: { $0.work.isSame(as: work) }) {
      screen.restore(kept)
      if refining == nil { say(.info, "What you chose and typed is here again", at: now) }
    }
    _ = screen.see(knowledge.definitions.documents)
    removeRefiningLayer()
    layers.append(.refining(screen))
    return askRefining(now: now) + keepRefining(now: now)
  }

  mutating func askRefining(now: Instant) -> [Effect] {
    guard var screen = refining else { return [] }
    let generation = screen.begin()
    editRefining { $0 = screen }
    return [.refine(screen.question, generation: generation, at: now)]
  }

  // MARK: merge

  private mutating func askMerge(now: Instant) {
    guard let first = selectedSegment else { return }
    let others = knowledge.definitions.segments.filter {
      $0.id != first.id && $0.status != .retired
    }
    layers.append(
      .picker(
        Picker(
          .mergeWith,
          "\(first.name) takes in",
          prompt: "a segment, which is retired then",
          items: begunFirst(others.map { ($0, begun(first.id, $0.id)) }).map { other, begun in
            Picker.Item(
              title: other.name,
              detail: begun ?? "priority \(other.priority)",
              words: other.id.rawValue,
              choice: .mergeWith(first.id, other.id)
            )
          }
        )
      )
    )
  }

  mutating func openMerge(_ first: Segment.ID, _ second: Segment.ID, now: Instant) -> [Effect] {
    do throws(SegmentRefusal) {
      let merge = try SegmentMerge(first, second, in: knowledge.definitions)
      let title = "\(merge.first.name) takes in \(merge.second.name)"
      return open(RefiningScreen(title, .merge(merge)), now: now)
    } catch {
      say(.warning, error.description, at: now)
      return []
    }
  }

  private mutating func choose(_ side: SegmentMerge.Side, now: Instant) -> [Effect] {
    editRefining { $0.choose(side) }
    return askRefining(now: now) + keepRefining(now: now)
  }

  private mutating func turnJoining(now: Instant) -> [Effect] {
    guard case .merge(var merge)? = refining?.subject else { return [] }
    merge.joining = merge.joining == .any ? .all : .any
    editRefining { $0.subject = .merge(merge) }
    say(.info, merge.joining == .any ? "Who is in either" : "Only who is in both", at: now)
    return askRefining(now: now) + keepRefining(now: now)
  }

  /// Which of two stays matters, so that a merge the other way round is another one.
  private func begun(_ first: Segment.ID, _ second: Segment.ID) -> String? {
    func isBegun(_ first: Segment.ID, _ second: Segment.ID) -> Bool {
      let merge = RefiningDraft.Work.merge(first, second, joining: .any, choices: [:])
      return refinings.contains { $0.work.isSame(as: merge) }
    }
    if isBegun(first, second) { return Self.goesOn }
    return isBegun(second, first) ? "begun the other way round, not saved" : nil
  }

  private static let goesOn = "begun, not saved: goes on with it"

  /// What was begun comes first, whatever the order of the others is.
  private func begunFirst<Item>(_ items: [(Item, begun: String?)]) -> [(Item, begun: String?)] {
    items.filter { $0.begun != nil } + items.filter { $0.begun == nil }
  }

  /// What a list says of a split that was begun and not saved.
  private func begunSplit(of segment: Segment.ID, by path: String) -> String? {
    let isBegun = refinings.contains { draft in
      guard case .split(segment, path, _, _, _) = draft.work else { return false }
      return true
    }
    return isBegun ? Self.goesOn : nil
  }

  // MARK: split

  private mutating func askSplit(now: Instant) {
    guard let segment = selectedSegment else { return }
    guard segment.rule != nil, segment.status != .retired else {
      let why = segment.rule == nil ? "has no rule that could be divided" : "is retired"
      say(.warning, "\(segment.name) \(why)", at: now)
      return
    }
    let wording = knowledge.wording(language: knowledge.language, zone: zone, now: now)
    let attributes = knowledge.definitions.catalog.sorted.filter { !$0.personal }.map {
      ($0, begunSplit(of: segment.id, by: $0.path))
    }
    layers.append(
      .picker(
        Picker(
          .splitBy,
          "Divide \(segment.name) by",
          prompt: "an attribute",
          items: begunFirst(attributes).map { attribute, begun in
            Picker.Item(
              title: wording.label(attribute),
              detail: begun ?? attribute.path,
              words: attribute.path,
              choice: .splitBy(segment.id, attribute.path)
            )
          }
        )
      )
    )
  }

  mutating func openPlaces(_ id: Segment.ID, by path: String, now: Instant) -> [Effect] {
    let definitions = knowledge.definitions
    guard let segment = definitions.segments.first(where: { $0.id == id }),
      let attribute = definitions.catalog[path]
    else { return [] }
    for case .split(id, path, let value, let keepsOld, _) in refinings.map(\.work) {
      let cut = SegmentCut(attribute, at: value)
      let effects = split(id, cut, keepsOld: keepsOld, now: now)
      if refining != nil { return effects }
    }
    let label = knowledge.label(ofPath: path)
    let title = "Divide \(segment.name) by \(label)"
    return open(RefiningScreen(title, .places(segment, attribute)), now: now)
  }

  private mutating func choosePlace(now: Instant) -> [Effect] {
    guard let screen = refining, screen.answer.proposals.indices.contains(screen.index) else {
      return []
    }
    return openSplit(screen.answer.proposals[screen.index].cut, now: now)
  }

  /// What was typed as the place to divide at; says what is wrong with it.
  mutating func takePlace(_ text: String, now: Instant) -> (effects: [Effect], problem: String?) {
    let attribute: Attribute
    switch refining?.subject {
    case .places(_, let known), .split(_, let known): attribute = known
    default: return ([], nil)
    }
    let wording = knowledge.wording(language: knowledge.language, zone: zone, now: now)
    do throws(SegmentRefusal) {
      let cut = try SegmentCut(attribute, typed: text, wording)
      return (openSplit(cut, now: now), nil)
    } catch {
      return ([], error.description)
    }
  }

  private mutating func openSplit(_ cut: SegmentCut, now: Instant) -> [Effect] {
    let segment: Segment
    switch refining?.subject {
    case .places(let known, _): segment = known
    case .split(let split, _): segment = split.segment
    default: return []
    }
    return split(segment.id, cut, keepsOld: false, now: now)
  }

  private mutating func split(
    _ id: Segment.ID,
    _ cut: SegmentCut,
    keepsOld: Bool,
    now: Instant
  ) -> [Effect] {
    let facts = WorkbenchFacts(self, now: now)
    do throws(SegmentRefusal) {
      let names = SegmentNames(knowledge.definitions, wording: facts.wording)
      let split = try SegmentSplit(
        id,
        at: cut,
        keepsOld: keepsOld,
        in: knowledge.definitions,
        words: names.words
      )
      try split.check()
      let screen = RefiningScreen("Divide \(split.segment.name)", .split(split, cut.attribute))
      return open(screen, now: now)
    } catch {
      say(.warning, error.description, at: now)
      return []
    }
  }

  private mutating func turnKeeping(now: Instant) -> [Effect] {
    guard case .split(let split, _)? = refining?.subject else { return [] }
    return self.split(split.segment.id, split.cut, keepsOld: !split.keepsOld, now: now)
  }

  private mutating func askName(ofPart part: Int) {
    guard case .split(let split, _)? = refining?.subject, split.parts.indices.contains(part) else {
      return
    }
    let name = split.parts[part].name
    layers.append(.input(InputLine("Name of “\(name)”", for: .partName(part), text: name)))
  }

  mutating func take(name: String, ofPart part: Int, now: Instant) -> [Effect] {
    editRefining { screen in
      screen.names[part] = name
      screen.takeNames()
    }
    return askRefining(now: now) + keepRefining(now: now)
  }

  // MARK: retire

  private mutating func openRetirement(now: Instant) -> [Effect] {
    guard let segment = selectedSegment else { return [] }
    let status: Segment.Status = segment.status == .retired ? .active : .retired
    do throws(SegmentRefusal) {
      let retirement = try SegmentRetirement(segment.id, to: status, in: knowledge.definitions)
      let verb = status == .active ? "Bring back" : "Retire"
      return open(RefiningScreen("\(verb) \(segment.name)", .retire(retirement)), now: now)
    } catch {
      say(.warning, error.description, at: now)
      return []
    }
  }
}
