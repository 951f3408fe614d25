import JSONLogic
import RapportCore

/// Making a tone, an offer, a script or a reason.
extension App {
  /// Asks whether it begins as a copy, where there is one to copy.
  mutating func newDefinition(now: Instant) {
    if workbench.page == .gaps { return closeGap(now: now) }
    guard let kind = workbench.page.makes else { return }
    let noun = DefinitionReference(kind, "").noun
    guard let selected = selectedDefinition(now: now) else {
      return askID(kind, copying: nil)
    }
    let name = title(of: selected, knowledge.definitions.documents[selected])
    layers.append(
      .picker(
        Picker(
          .newDefinition,
          "New \(noun)",
          isNumbered: true,
          items: [
            .init(title: "Copy of \(name)", choice: .newDefinition(kind, copying: selected)),
            .init(title: "Empty", choice: .newDefinition(kind, copying: nil)),
          ]
        )
      )
    )
  }

  mutating func askID(_ kind: DefinitionReference.Kind, copying: DefinitionReference?) {
    let noun = DefinitionReference(kind, "").noun
    layers.append(
      .input(InputLine("Id of the new \(noun)", for: .definitionID(kind, copying: copying)))
    )
  }

  /// Why an id cannot be taken; nil where it can.
  func refusal(ofID id: String, _ kind: DefinitionReference.Kind) -> String? {
    guard Slug.isWellFormed(id) else {
      return "small letters, digits and hyphens, such as \(Slug.made(from: id))"
    }
    let reference = DefinitionReference(kind, id)
    let isTaken =
      knowledge.definitions.documents[reference] != nil
      || edits.contains { $0.reference == reference }
    return isTaken ? "there is a \(reference.noun) \(id) already" : nil
  }

  mutating func makeDefinition(
    _ kind: DefinitionReference.Kind,
    _ id: String,
    copying: DefinitionReference?,
    now: Instant
  ) -> [Effect] {
    let copied = copying.flatMap { knowledge.definitions.documents[$0] }
    var object = copied ?? Self.empty(kind, priority: freePriority)
    object["id"] = .string(id)
    object["revision"] = nil
    let reference = DefinitionReference(kind, id)
    return show(draft(of: reference, base: nil, object, now: now), now: now)
  }

  /// Weaker than every other, so that a new segment takes nothing from one that is there.
  private var freePriority: Int {
    (knowledge.definitions.segments.map(\.priority).max() ?? 0) / 10 * 10 + 10
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
