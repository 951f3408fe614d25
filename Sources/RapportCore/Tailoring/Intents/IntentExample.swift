/// A text that is known to be about a reason: what callers said, or the title of it or of its script.
package struct IntentExample: Sendable, Hashable {
  package var intent: Intent.ID
  package var text: String

  package init(intent: Intent.ID, text: String) {
    self.intent = intent
    self.text = text
  }

  /// All that a store says of its reasons, in every language.
  static func all(in definitions: Definitions) -> [IntentExample] {
    func texts(_ text: LocalizedText) -> [String] {
      text.texts.sorted { $0.key < $1.key }.map(\.value)
    }
    var examples: [IntentExample] = []
    for intent in definitions.intents {
      let said = intent.examples.sorted { $0.key < $1.key }.flatMap(\.value)
      examples += (said + texts(intent.title)).map { IntentExample(intent: intent.id, text: $0) }
    }
    let known = Set(definitions.intents.map(\.id))
    for script in definitions.scripts where known.contains(script.intent) {
      examples += texts(script.title).map { IntentExample(intent: script.intent, text: $0) }
    }
    return examples
  }
}
