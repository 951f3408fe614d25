import RapportCore

extension Picker {
  static func leavingForm(_ name: String, way: String) -> Picker {
    Picker(
      .leavingForm,
      "\(name): not saved",
      isNumbered: true,
      items: [
        Item(
          title: "Keep it as a draft",
          detail: "\(way) goes on with it",
          choice: .keepEdit
        ),
        Item(title: "Throw the changes away", choice: .discardEdit),
        Item(title: "Go on", choice: .stay),
      ]
    )
  }

  /// Every definition that has a place in the workbench.
  static func definitionItems(_ app: App) -> [Item] {
    let definitions = app.knowledge.definitions
    func title(_ text: LocalizedText, _ id: String) -> String {
      text.text(preferring: [app.knowledge.language, "en"]) ?? id
    }
    func items(_ kind: DefinitionReference.Kind, _ named: [(id: String, name: String)]) -> [Item] {
      named.map { id, name in
        let reference = DefinitionReference(kind, id)
        let noun = reference.noun
        return Item(
          title: "\(noun.prefix(1).uppercased())\(noun.dropFirst()): \(name)",
          words: "\(id) definition",
          choice: .definition(reference)
        )
      }
    }
    return items(.segment, definitions.segments.map { ($0.id.rawValue, $0.name) })
      + items(.tone, definitions.tones.map { ($0.id.rawValue, $0.name) })
      + items(
        .service,
        definitions.services.map { ($0.id.rawValue, title($0.name, $0.id.rawValue)) }
      )
      + items(
        .script,
        definitions.scripts.map { ($0.id.rawValue, title($0.title, $0.id.rawValue)) }
      )
  }
}
