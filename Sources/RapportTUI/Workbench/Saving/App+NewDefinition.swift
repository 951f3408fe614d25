import JSONLogic
import RapportCore

/// Making a segment, a tone, an offer, a script or a reason.
extension App {
  /// Asks whether it begins as a copy, where there is one to copy, and offers what was begun before.
  mutating func newDefinition(now: Instant) {
    if workbench.page == .gaps { return closeGap(now: now) }
    guard let kind = workbench.page.makes else { return }
    var items = begun(kind)
    if let selected = selectedDefinition(now: now) {
      let name = title(of: selected, knowledge.definitions.documents[selected])
      let new = NewDefinition(kind, copying: selected)
      items.append(.init(title: "Copy of \(name)", choice: .newDefinition(new)))
    }
    offer(NewDefinition(kind), after: items)
  }

  /// Those that were begun and not saved, to go on with.
  func begun(_ kind: DefinitionReference.Kind) -> [Picker.Item] {
    edits.filter { $0.base == nil && $0.reference.kind == kind }.map { edit in
      Picker.Item(
        title: "Go on with \(title(of: edit.reference, edit.object))",
        detail: "\(edit.reference.id), not saved",
        choice: .goOnWith(edit.reference)
      )
    }
  }

  /// An empty one, behind what else there is to choose.
  mutating func offer(_ new: NewDefinition, after items: [Picker.Item]) {
    guard !items.isEmpty else { return askName(new) }
    let empty = Picker.Item(title: "Empty", choice: .newDefinition(new))
    let picker = Picker(.newDefinition, "New \(new.noun)", isNumbered: true, items: items + [empty])
    layers.append(.picker(picker))
  }

  mutating func askName(_ new: NewDefinition) {
    let text = new.gap.flatMap(reasonTitle) ?? ""
    var input = InputLine("Name of the new \(new.noun)", for: .definitionName(new), text: text)
    input.understood = understood(text, new)
    layers.append(.input(input))
  }

  /// For a name of which no id can be made.
  mutating func askID(_ new: NewDefinition, named name: String) {
    layers.append(.input(InputLine("Id of \(name)", for: .definitionID(new, name: name))))
  }

  mutating func readName(_ input: InputLine, _ new: NewDefinition) {
    var input = input
    input.understood = understood(input.field.text, new)
    layers[layers.count - 1] = .input(input)
  }

  /// The id that a name makes, told while it is typed: it cannot be changed later.
  private func understood(_ text: String, _ new: NewDefinition) -> String? {
    guard let name = text.trimmed.nonBlank else { return nil }
    guard let id = id(named: name, new) else {
      return "no id can be made from it: Enter, then type one"
    }
    return refusal(ofID: id, new.kind) ?? "its id is \(id), and stays that"
  }

  /// Why an id cannot be taken; nil where it can.
  func refusal(ofID id: String, _ kind: DefinitionReference.Kind) -> String? {
    guard Slug.isWellFormed(id) else {
      return
        "small letters, digits and hyphens\(Slug.nearest(to: id).map { ", such as \($0)" } ?? "")"
    }
    let reference = DefinitionReference(kind, id)
    if edits.contains(where: { $0.reference == reference && $0.base == nil }) {
      return
        "you began the \(reference.noun) \(id) and did not save it: Esc, then n goes on with it"
    }
    let isTaken = knowledge.definitions.documents[reference] != nil
    return isTaken ? "there is a \(reference.noun) \(id) already" : nil
  }

  /// The id that is made from a name; nil where none can be.
  func id(named name: String, _ new: NewDefinition) -> String? {
    if let gap = new.gap, name == reasonTitle(gap) { return id(for: gap) }
    return Slug.isWellFormed(name) ? name : Slug.nearest(to: name)
  }

  mutating func make(
    _ new: NewDefinition,
    _ id: String,
    named name: String,
    now: Instant
  ) -> [Effect] {
    let begun =
      new.copied.flatMap { knowledge.definitions.documents[$0] } ?? new.gap.map(script(for:))
    var object =
      begun ?? Self.empty(new.kind, priority: knowledge.definitions.weakestPriority)
    object["id"] = .string(id)
    // What a copied one is called in other languages is not what this one is called.
    let isByLanguage = object[new.nameField]?.objectValue != nil
    object[new.nameField] =
      isByLanguage ? .object([knowledge.language: .string(name)]) : .string(name)
    object["revision"] = nil
    let reference = DefinitionReference(new.kind, id)
    let draft = draft(of: reference, base: nil, object, now: now)
    return show(draft, in: new.gap?.language, now: now)
  }

  private static func empty(_ kind: DefinitionReference.Kind, priority: Int) -> JSON {
    switch kind {
    case .segment:
      ["status": "draft", "priority": JSON(priority)]
    case .tone: ["voice": [:]]
    case .service: ["kind": "benefit"]
    case .script:
      [
        "steps": [["id": "open", "kind": "say", "label": "Open", "text": "{{> greeting}}"]]
      ]
    default: [:]
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

extension App {
  /// The key that opens a draft again, with its page where another one is on the screen: what is new has no
  /// row that the cursor could be on.
  func wayBack(to draft: DefinitionDraft) -> String {
    guard draft.base == nil else { return "e" }
    guard workbench.page.makes != draft.reference.kind,
      let page = WorkbenchPage.page(of: draft.reference)
    else { return "n" }
    return "n on \(page.title)"
  }
}
