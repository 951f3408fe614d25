import Terminal

/// A list to choose from: filtered by typing, or chosen by number.
struct Picker: Sendable {
  enum Kind: Hashable, Sendable {
    case palette, help, reason, script, contacts, channel, language, theme, outcome, followUp
    case rating, answer, feedback, answers, pin, brokenPins
    case leaving, discarding, knownCaller, leavingForm, newDefinition, badJSON, rule, ruleValue,
      mergeWith, splitBy
    case comparison, memberColumns, existingFile
  }

  struct Item: Hashable, Sendable {
    var title: String
    var detail = ""
    var keys = ""
    /// Why it cannot be taken.
    var refusal: String?
    /// What typing is compared with besides the title.
    var words = ""
    var choice: Choice
  }

  var kind: Kind
  var title: String
  /// Shown while nothing is typed.
  var prompt = ""
  var isNumbered = false
  /// What the rows are the answers to, and why it is asked.
  var question: String?
  var reason: String?
  var items: [Item]
  var field = TextField()
  /// What was pasted into the field, whole.
  var pasted = ""
  /// The items that match, best first.
  private(set) var shown: [Int]
  private(set) var index = 0

  init(
    _ kind: Kind,
    _ title: String,
    prompt: String = "",
    isNumbered: Bool = false,
    items: [Item],
    index: Int = 0
  ) {
    self.kind = kind
    self.title = title
    self.prompt = prompt
    self.isNumbered = isNumbered
    self.items = items
    shown = Array(items.indices)
    self.index = min(max(0, index), max(0, items.count - 1))
  }

  var selection: Item? { shown.indices.contains(index) ? items[shown[index]] : nil }

  mutating func move(by distance: Int) {
    index = min(max(0, index + distance), max(0, shown.count - 1))
  }

  mutating func select(number: Int) -> Bool {
    guard shown.indices.contains(number - 1) else { return false }
    index = number - 1
    return true
  }

  /// Shows some rows in an order that something else than their titles decides.
  mutating func show(_ order: [Int]) {
    index = 0
    shown = order
  }

  mutating func filter() {
    index = 0
    let query = Matching.words(field.text)
    guard !query.isEmpty else {
      shown = Array(items.indices)
      return
    }
    let scores = items.indices.compactMap { index -> (index: Int, score: Int)? in
      let item = items[index]
      let score = Matching.score(query, title: item.title, words: item.words)
      return score > 0 ? (index, score) : nil
    }
    // What cannot be taken now comes after what can.
    shown = scores.sorted { left, right in
      let refused = (items[left.index].refusal != nil, items[right.index].refusal != nil)
      guard refused.0 == refused.1 else { return refused.1 }
      return (right.score, left.index) < (left.score, right.index)
    }.map(\.index)
  }
}
