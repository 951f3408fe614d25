import JSONLogic

/// How the values at a place of a definition are put together.
enum MergeShape: Equatable {
  /// Items of a list, each told from the others by the first of these keys; by the later ones where the
  /// first was changed. Their order means something.
  case items([String])
  /// Texts of a list in an order that means something.
  case sequence
  /// Values of a list in any order.
  case set
  /// Read as one: a rule, an amount with its currency, the hours of a day, a list of unknown meaning.
  case whole

  /// Of a list at a place, or of a value that says something only as a whole.
  init(at pointer: JSONPointer, _ lists: [JSON]) {
    let name = pointer.tokens.last ?? ""
    let parent = pointer.tokens.dropLast().last ?? ""
    if let keys = Self.items[name] {
      self = .items(keys)
    } else if Self.sets.contains(name) || Self.texts.contains(name) || Self.texts.contains(parent) {
      self = .set
    } else if name == "languages" {
      self = .sequence
    } else {
      let ids = lists.map { list in list.arrayValue?.map { $0["id"]?.stringValue } ?? [] }
      self = ids.joined().contains(nil) || ids.joined().isEmpty ? .whole : .items(["id"])
    }
  }

  /// Two halves of two rules are no rule, and 25 EUR with USD is neither's amount.
  ///
  /// Conditions that two people added to one rule are not joined: how many customers it has then, nobody
  /// has seen.
  static func isWhole(_ pointer: JSONPointer) -> Bool {
    pointer.tokens.count == 1
      && ["rule", "eligibility", "condition", "limit"].contains(pointer.tokens[0])
  }

  /// What a plain value at a place stands for where somebody else wrote an object: a text is one in the
  /// store's language.
  static func key(ofPlain pointer: JSONPointer, language: String) -> String? {
    switch pointer.tokens.last {
    case "goal": "text"
    case "company": "name"
    case let name?: localized.contains(name) || texts.contains(name) ? language : nil
    case nil: nil
    }
  }

  private static let items = [
    "steps": ["id"], "always": ["id"], "asks": ["id"], "next": ["to", "label"],
    "manual": ["customer"], "choices": ["value"],
  ]

  private static let sets: Set = [
    "services", "segments", "tones", "channels", "notForIntents", "closed", "needs", "preferences",
    "behaviors", "members", "nonmembers", "tags", "waive",
  ]

  /// Lists of texts, by language or in the store's.
  private static let texts: Set = ["say", "avoid", "bannedWords", "examples"]

  private static let localized: Set = [
    "title", "name", "label", "text", "offer", "subject", "summary", "whenClosed", "question",
    "reason", "unit", "team",
  ]
}
