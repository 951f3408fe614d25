import JSONLogic
import RapportCore

/// What nobody wrote yet: whose it is, and writing it.
extension App {
  /// Asks what is missing and who needs it, where that is on the screen.
  mutating func findGaps(now: Instant) -> [Effect] {
    guard workbench.page == .gaps else { return [] }
    return [.findGaps(generation: workbench.gaps.begin(), at: now)]
  }

  mutating func turnSegment(by distance: Int) {
    let segments: [Segment.ID?] = [nil] + (workbench.gaps.report?.coverage.segments.map(\.id) ?? [])
    let index = segments.firstIndex(of: workbench.gaps.segment) ?? 0
    workbench.gaps.segment = segments[(index + distance + segments.count) % segments.count]
    workbench.select(nil)
    workbench.place.top = 0
  }

  func selectedGap(now: Instant) -> GapReport.Item? {
    selectedRow(now: now).flatMap(workbench.gaps.item)
  }

  /// Offers what was begun, to translate the scripts that are there in another language, and to write a new one.
  mutating func closeGap(now: Instant) {
    let begun = begun(.script)
    guard let gap = selectedGap(now: now) else {
      return offer(NewDefinition(.script), after: begun)
    }
    let others = gap.answers.reduce(into: [Script.ID]()) { scripts, answer in
      if case .foreign(let id, _) = answer, !scripts.contains(id) { scripts.append(id) }
    }
    let new = NewDefinition(.script, closing: gap.id)
    guard !others.isEmpty || !begun.isEmpty else { return askName(new) }
    let language = LanguageName.text(gap.id.language)
    let translations = others.prefix(8).map { id in
      let reference = DefinitionReference(.script, id.rawValue)
      return Picker.Item(
        title:
          "Say \(title(of: reference, knowledge.definitions.documents[reference])) in \(language)",
        detail: "adds to the script",
        choice: .translation(reference, language: gap.id.language)
      )
    }
    let last = Picker.Item(title: "New script in \(language)", choice: .newDefinition(new))
    layers.append(
      .picker(
        Picker(
          .newDefinition,
          "No script in \(language)",
          isNumbered: true,
          items: begun + translations + [last]
        )
      )
    )
  }

  /// What the reason is called that most ask about.
  func reasonTitle(_ gap: GapReport.Item.ID) -> String? {
    guard let intent = workbench.gaps.item(gap)?.reasons.first else { return nil }
    let title = knowledge.definitions.intents.first { $0.id == intent }?.title
      .text(preferring: [knowledge.language, "en"])
    return title ?? intent.rawValue
  }

  /// One that nobody has yet, with the segment, the reason and the language.
  func id(for gap: GapReport.Item.ID) -> String? {
    let intent = workbench.gaps.item(gap)?.reasons.first?.rawValue ?? "script"
    let parts = [gap.segment?.rawValue, intent, gap.language].compactMap(\.self)
    let wanted = Slug.made(from: parts.joined(separator: "-"))
    let ids = [wanted] + (2...99).map { "\(wanted)-\($0)" }
    return ids.first { refusal(ofID: $0, .script) == nil }
  }

  /// One for the reason that most ask about, in the channels and the language of the gap.
  func script(for gap: GapReport.Item.ID) -> JSON {
    var object: JSON = [
      "title": [:],
      "steps": [
        [
          "id": "open", "kind": "say", "label": "Open",
          "text": .object([gap.language: "{{> greeting}}"]),
        ]
      ],
    ]
    if let item = workbench.gaps.item(gap), let intent = item.reasons.first {
      object["intent"] = .string(intent.rawValue)
      let isEvery = item.channels == workbench.gaps.report?.coverage.channels
      if !isEvery { object["channels"] = .array(item.channels.map { .string($0.rawValue) }) }
      if let segment = gap.segment { object["segments"] = [.string(segment.rawValue)] }
    }
    return object
  }

  var canTurnSegment: Availability {
    .when(workbench.page == .gaps, else: "only gaps are shown by segment")
  }

  /// Enter opens a gap in full first.
  var canCloseGap: Availability {
    guard workbench.page == .gaps else {
      return .no(canOpenDefinition.reason ?? "only what is missing is written so, on its page")
    }
    guard workbench.isOpen else { return .no("Enter opens it first; then it can be written") }
    return canChangeDefinitions
  }
}
