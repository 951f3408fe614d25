/// How well a reason fits what a caller said.
package struct IntentMatch: Sendable, Hashable {
  package var intent: Intent.ID
  /// Of all the reasons' evidence, from 0 to 1; the shares of all reasons sum to at most 1.
  package var share: Double
  /// The caller's words that speak for it, as written, in the order of the text.
  package var words: [String]
  /// The example that is nearest, as written; nil where only single words speak for it.
  package var example: String?

  package init(intent: Intent.ID, share: Double, words: [String], example: String?) {
    self.intent = intent
    self.share = share
    self.words = words
    self.example = example
  }
}
