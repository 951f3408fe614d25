import JSONLogic
import RapportCore

/// What a conflict is about, in words: which field of which step, and what each version says.
struct ConflictWords {
  private let knowledge: Knowledge
  private let reference: DefinitionReference
  /// The object in its versions; what an item is called is looked up in the first that has it.
  private let objects: [JSON]
  private let fields: [FormField]
  private let conditions: ConditionWords

  init(_ reference: DefinitionReference, _ objects: [JSON?], _ knowledge: Knowledge) {
    self.knowledge = knowledge
    self.reference = reference
    self.objects = objects.compactMap(\.self)
    fields =
      self.objects.first.map {
        DefinitionFields.fields(of: reference, $0, knowledge.definitions)
      } ?? []
    conditions = FieldChoices(knowledge.definitions).words
  }

  // MARK: - Which field

  /// `Text of step “Open”, German`.
  func label(of field: DefinitionConflict.Field) -> String {
    let pointer = JSONPointer(parsing: field.pointer) ?? JSONPointer()
    let (items, rest) = parts(of: pointer)
    let inside = items.reversed().map { " of \($0)" }.joined()
    if field.isOrder {
      return "Order of the \(PointerWords.name(rest.last ?? "items"))\(inside)"
    }
    guard let last = rest.last else {
      guard let item = items.last else { return "The whole \(reference.noun)" }
      let outer = items.dropLast().reversed().map { " of \($0)" }.joined()
      return Self.capitalised(item) + outer
    }
    if items.isEmpty, let (label, language) = formField(at: pointer) {
      return label + (language.map { ", \(LanguageName.text($0))" } ?? "")
    }
    let language = language(rest)
    let names = language == nil ? rest : Array(rest.dropLast())
    let words = names.isEmpty ? [last] : names
    let name = words.reversed().map(PointerWords.name).joined(separator: " of ")
    let inLanguage = language.map { ", \(LanguageName.text($0))" } ?? ""
    return Self.capitalised(name) + inside + inLanguage
  }

  /// What is in a list on the way, as `step “Open”`, and what is left of the way behind it.
  private func parts(of pointer: JSONPointer) -> (items: [String], rest: [String]) {
    var items: [String] = []
    var rest: [String] = []
    var place = JSONPointer()
    var tokens = pointer.tokens[...]
    while let token = tokens.popFirst() {
      place = place.appending(token)
      guard let singular = Self.items[token], let name = tokens.first,
        objects.contains(where: { $0[named: place]?.arrayValue != nil })
      else {
        rest.append(token)
        continue
      }
      tokens.removeFirst()
      place = place.appending(name)
      items.append("\(singular) “\(title(at: place) ?? name)”")
      rest = []
    }
    return (items, rest)
  }

  private func title(at place: JSONPointer) -> String? {
    for object in objects {
      guard let item = object[named: place] else { continue }
      let label = item["label"] ?? item["title"]
      let text = label?.stringValue ?? label?[knowledge.language]?.stringValue
      if let text = text?.nonBlank { return text }
    }
    return nil
  }

  private func language(_ tokens: [String]) -> String? {
    guard tokens.count > 1, let last = tokens.last, LanguageName.text(last) != last,
      PointerWords.name(last) == LanguageName.text(last)
    else { return nil }
    return last
  }

  private func formField(at pointer: JSONPointer) -> (label: String, language: String?)? {
    field(at: pointer).map { ($0.label, $0.path.match(pointer)?.language) }
  }

  private func field(at pointer: JSONPointer) -> FormField? {
    fields.first { field in
      field.path.match(pointer)?.depth == pointer.tokens.count && !field.label.isEmpty
    }
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private static let items = [
    "steps": "step", "always": "step", "asks": "blank", "next": "branch", "manual": "exception for",
    "choices": "choice",
  ]

  // MARK: - What it says

  /// A version of a field in words; nil where there is nothing.
  func text(of value: JSON?, in field: DefinitionConflict.Field) -> String? {
    guard let value, !value.isNull else { return nil }
    let pointer = JSONPointer(parsing: field.pointer) ?? JSONPointer()
    if field.isOrder {
      return value.arrayValue?.compactMap(\.stringValue)
        .map { title(at: pointer.appending($0)) ?? $0 }.joined(separator: " · ")
    }
    if let key = pointer.tokens.first, pointer.tokens.count == 1, Self.rules.contains(key) {
      return rule(value)
    }
    switch self.field(at: pointer)?.kind {
    case .choice(let options, _):
      return options.first { $0.value == value.stringValue }?.title ?? plain(value)
    case .setting(let name, _):
      let words = value.intValue.flatMap { Voice.Dimension(rawValue: name)?.words($0) }
      return words ?? plain(value)
    default: return plain(value)
    }
  }

  private func rule(_ json: JSON) -> String {
    (try? Rule(json, operations: RuleOperations.names)).map(conditions.sentence)
      ?? "it cannot be read: \(json.compact())"
  }

  private func plain(_ value: JSON) -> String {
    switch value {
    case .string(let text): text
    case .bool(let isTrue): isTrue ? "yes" : "no"
    case .array(let items): items.map(plain).joined(separator: ", ")
    case .object: lines(of: value).joined(separator: "\n")
    default: value.compact()
    }
  }

  /// `text, German: Das tut mir leid.`, the same order in every version.
  private func lines(of object: JSON) -> [String] {
    let entries = (object.objectValue ?? [:]).filter { $0.key != "id" }
    return entries.sorted { $0.key < $1.key }.flatMap { key, value in
      let name = PointerWords.name(key)
      guard value.objectValue != nil else { return ["\(name): \(plain(value))"] }
      return lines(of: value).map { "\(name), \($0)" }
    }
  }

  private static let rules: Set = ["rule", "eligibility", "condition"]
}
