import JSONLogic
import RapportCore

/// A line of the form of a definition: what it is called, where its value is, and how it is changed.
struct FormField: Sendable, Identifiable {
  struct Option: Sendable, Hashable {
    var value: String
    var title: String

    init(_ value: String, _ title: String) {
      self.value = value
      self.title = title
    }
  }

  enum Kind: Sendable {
    case text
    /// Of several lines.
    case prose
    /// As typed, where it is no number.
    case number
    /// A list of texts in one line, with commas between them and quotes round one that has a comma.
    case list
    /// A list of texts, each in a line of its own.
    case lines
    /// One of some words; `none` is what it is called where nothing is chosen, nil where it must be.
    case choice([Option], none: String?)
    /// -2 to 2 with the words of a dimension; `none` as above.
    case setting(String, none: String?)
    /// Some of them; `none` is what it means to choose none.
    case several([Option], none: String)
    /// An item of a list at the path without its last token; it can be moved and taken out.
    case item(String)
    /// Puts a new item behind the last one of the list at the path.
    case adding(String, item: JSON)
    /// A rule in words; Enter opens its editor.
    case rule(String)
  }

  var label: String
  var path: FieldPath
  var kind: Kind
  /// What belongs here, while nothing is there.
  var advice = ""
  /// A language may do without it.
  var mayBeMissing = false

  /// An item and the adding of one may have the path of another field.
  struct ID: Hashable, Sendable {
    var path: FieldPath
    var isText: Bool
    var label: String
  }

  var id: ID { ID(path: path, isText: takesText, label: label) }

  init(_ label: String, _ path: FieldPath, _ kind: Kind, advice: String = "") {
    self.label = label
    self.path = path
    self.kind = kind
    self.advice = advice
  }

  /// Characters are text here.
  var takesText: Bool {
    switch kind {
    case .text, .prose, .number, .list, .lines: true
    case .choice, .setting, .several, .item, .adding, .rule: false
    }
  }

  /// Enter begins a new line.
  var hasLines: Bool {
    switch kind {
    case .prose, .lines: true
    default: false
    }
  }
}

/// Values as they are typed.
extension FormField {
  /// Nothing where there is no value.
  func text(of value: JSON?) -> String {
    guard let value, !value.isNull else { return "" }
    if let text = value.stringValue { return text }
    if let items = value.arrayValue {
      return list.text(of: items.map { $0.stringValue ?? $0.compact() })
    }
    return value.compact()
  }

  /// Nil for nothing; what cannot be read stays as it was typed, and is a problem then.
  func value(of text: String) -> JSON? {
    switch kind {
    case .number:
      guard let text = text.trimmed.nonBlank else { return nil }
      let number = try? JSON(parsing: Array(text.utf8))
      return number?.doubleValue == nil ? .string(text) : number
    case .list, .lines:
      let items = list.items(in: text).map { JSON.string($0.text) }
      return items.isEmpty ? nil : .array(items)
    default: return text.nonBlank.map { .string($0) }
    }
  }

  /// How a list is typed here.
  private var list: ListText {
    if case .lines = kind { return .lines }
    return .commas
  }
}
