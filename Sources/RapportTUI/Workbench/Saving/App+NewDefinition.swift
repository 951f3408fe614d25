import JSONLogic
import RapportCore

/// Making a tone, an offer, a script or a reason.
extension App {
  /// Asks whether it begins as a copy, where there is one to copy, and offers what was begun before.
  mutating func newDefinition(now: Instant) {
    if workbench.page == .gaps { return closeGap(now: now) }
    guard let kind = workbench.page.makes else { return }
    let noun = DefinitionReference(kind, "").noun
    var items = edits.filter { $0.base == nil && $0.reference.kind == kind }.map { edit in
      let name = title(of: edit.reference, edit.object)
      return Picker.Item(
        title: "Go on with \(name)",
        detail: "\(edit.reference.id), not saved",
        choice: .goOnWith(edit.reference)
      )
    }
    let selected = selectedDefinition(now: now)
    guard selected != nil || !items.isEmpty else { return askID(kind, copying: nil) }
    if let selected {
      let name = title(of: selected, knowledge.definitions.documents[selected])
      items.append(.init(title: "Copy of \(name)", choice: .newDefinition(kind, copying: selected)))
    }
    items.append(.init(title: "Empty", choice: .newDefinition(kind, copying: nil)))
    layers.append(
      .picker(
        Picker(
          .newDefinition,
          "New \(noun)",
          isNumbered: true,
          items: items
        )
      )
    )
  }

  mutating func askID(_ kind: DefinitionReference.Kind, copying: DefinitionReference?) {
    let noun = DefinitionReference(kind, "").noun
    layers.append(
      .input(InputLine("Name of the new \(noun)", for: .definitionID(kind, copying: copying)))
    )
  }

  /// Why an id cannot be taken; nil where it can.
  func refusal(ofID id: String, _ kind: DefinitionReference.Kind) -> String? {
    guard Slug.isWellFormed(id) else {
      return "small letters, digits and hyphens, such as \(Slug.made(from: id))"
    }
    let reference = DefinitionReference(kind, id)
    if edits.contains(where: { $0.reference == reference && $0.base == nil }) {
      return
        "you began the \(reference.noun) \(id) and did not save it: Esc, then n goes on with it"
    }
    let isTaken = knowledge.definitions.documents[reference] != nil
    return isTaken ? "there is a \(reference.noun) \(id) already" : nil
  }

  /// The id that is made from a name; the text itself where it is an id.
  func id(named text: String) -> String {
    Slug.isWellFormed(text)
      ? text : Slug.made(from: text).split(separator: "-").joined(separator: "-")
  }

  mutating func makeDefinition(
    _ kind: DefinitionReference.Kind,
    named text: String,
    copying: DefinitionReference?,
    now: Instant
  ) -> [Effect] {
    let copied = copying.flatMap { knowledge.definitions.documents[$0] }
    var object = copied ?? Self.empty(kind, priority: knowledge.definitions.weakestPriority)
    let id = id(named: text)
    object["id"] = .string(id)
    // Whoever typed more than an id said what it is called.
    let key = object["name"] == nil ? "title" : "name"
    if id != text, object[key]?.stringValue != nil { object[key] = .string(text) }
    object["revision"] = nil
    let reference = DefinitionReference(kind, id)
    return show(draft(of: reference, base: nil, object, now: now), now: now)
  }

  private static func empty(_ kind: DefinitionReference.Kind, priority: Int) -> JSON {
    switch kind {
    case .segment:
      ["name": "New segment", "status": "draft", "priority": JSON(priority)]
    case .tone: ["name": "New tone", "voice": [:]]
    case .service: ["name": "New offer", "kind": "benefit"]
    case .script:
      [
        "title": "New script",
        "steps": [["id": "open", "kind": "say", "label": "Open", "text": "{{> greeting}}"]],
      ]
    default: ["title": "New reason"]
    }
  }
}

extension WorkbenchPage {
  /// What `n` makes on the page.
  var makes: DefinitionReference.Kind? {
    switch self {
    case .tones: .tone
    case .services: .service
    case .scripts, .gaps: .script
    case .reasons: .intent
    case .segments: .segment
    case .goal, .feedback: nil
    }
  }
}
