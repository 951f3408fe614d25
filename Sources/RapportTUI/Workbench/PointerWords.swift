import JSONLogic

/// Where in a definition something is, as people say it.
enum PointerWords {
  /// `step 2, text, German` for `/steps/1/text/de`; empty for the whole.
  static func text(_ pointer: JSONPointer) -> String {
    var words: [String] = []
    var tokens = pointer.tokens[...]
    while let token = tokens.popFirst() {
      if let singular = lists[token], let position = tokens.first.flatMap({ Int($0) }) {
        tokens.removeFirst()
        words.append("\(singular) \(position + 1)")
        continue
      }
      // Inside of a rule the words of the problem say where.
      if ["rule", "eligibility", "condition"].contains(token) {
        words.append(names[token] ?? token)
        break
      }
      if let position = Int(token) {
        words.append("number \(position + 1)")
      } else {
        words.append(name(token))
      }
    }
    return words.joined(separator: ", ")
  }

  static func name(_ token: String) -> String {
    if let name = names[token] { return name }
    let language = LanguageName.text(token)
    if language != token { return language }
    return token.reduce(into: "") { text, letter in
      if letter.isUppercase { text += " " }
      text += letter.lowercased()
    }
  }

  private static let lists = [
    "steps": "step", "asks": "blank", "next": "branch", "examples": "example", "say": "phrase",
    "always": "step", "services": "offer", "segments": "segment", "tones": "tone",
    "channels": "channel", "needs": "attribute to compare", "notForIntents": "reason",
    "manual": "exception",
  ]

  private static let names = [
    "bannedWords": "banned words", "avoid": "not to say", "say": "to say",
    "maxSentenceWords": "longest sentence", "eligibility": "condition", "rule": "rule",
    "condition": "condition", "whenClosed": "said when closed", "notForIntents": "not for",
    "validFrom": "from", "validUntil": "until", "intent": "reason", "asks": "blanks",
    "next": "branches", "needs": "what is compared", "id": "id", "do": "to do",
    "weekly": "week", "caps": "at most", "closed": "closed dates",
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday",
    "sat": "Saturday", "sun": "Sunday", "to": "leads to", "by": "by",
  ]
}
