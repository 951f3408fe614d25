import JSONLogic
import RapportCore

/// A field that two people changed: what each wrote, and which of it stays.
struct ConflictRow: Sendable {
  enum Choice: Sendable { case theirs, mine, other }

  let field: DefinitionConflict.Field
  /// `Text of step “Open”, German`.
  let label: String
  /// Whether it was changed in another window of one's own.
  let isOwn: Bool
  /// Who changed it and when, and whether somebody took it out.
  let story: String
  /// The versions in words; nil where there is nothing.
  let before: String?
  let theirs: String?
  let mine: String?
  var choice: Choice?
  /// What was typed instead of both; it stays while another one is chosen.
  private(set) var typed: String?

  init(
    _ field: DefinitionConflict.Field,
    _ words: ConflictWords,
    author: String?,
    isOwn: Bool = false
  ) {
    self.field = field
    self.isOwn = isOwn
    label = words.label(of: field)
    before = words.text(of: field.before, in: field)
    theirs = words.text(of: field.theirs, in: field)
    mine = words.text(of: field.mine, in: field)
    story = Self.story(of: field, author: author, here: isOwn ? "this one" : "you")
  }

  private static func story(
    of field: DefinitionConflict.Field,
    author: String?,
    here: String
  ) -> String {
    let who = author ?? "Somebody"
    if field.isOrder { return "\(who) put them in another order than \(here)." }
    if field.before == nil { return "\(who) wrote it new, and so did \(here)." }
    if field.theirs == nil { return "\(who) took it out; \(here) changed it." }
    if field.mine == nil { return "\(who) changed it; \(here) took it out." }
    return "\(who) changed it, and so did \(here)."
  }

  var isDecided: Bool { choice != nil }

  /// A text, a number or a list of texts can be typed; a rule, a step or an order cannot.
  var canBeTyped: Bool {
    guard !field.isOrder, !field.pointer.isEmpty else { return false }
    return versions.allSatisfy { value in
      value.stringValue != nil || value.doubleValue != nil
        || value.arrayValue?.allSatisfy { $0.stringValue != nil } == true
    }
  }

  private var versions: [JSON] {
    [field.before, field.theirs, field.mine].compactMap { $0 }.filter { !$0.isNull }
  }

  /// What the typing begins with.
  var text: String { typed ?? kind.text(of: field.mine ?? field.theirs) }

  private var kind: FormField {
    let first = versions.first
    let kind: FormField.Kind =
      first?.arrayValue != nil ? .list : first?.doubleValue != nil ? .number : .prose
    return FormField(label, FieldPath(), kind)
  }

  mutating func take(typed text: String) {
    typed = text
    choice = .other
  }

  var decision: DefinitionMerge.Decision? {
    switch choice {
    case .theirs?: .theirs
    case .mine?: .mine
    case .other?: .value(kind.value(of: text))
    case nil: nil
    }
  }
}

extension [ConflictRow] {
  /// Who else changed the same, within a sentence.
  var others: String {
    guard contains(where: \.isOwn) else { return "somebody else" }
    return allSatisfy(\.isOwn)
      ? "you, in another window," : "you, in another window, and somebody else"
  }
}
