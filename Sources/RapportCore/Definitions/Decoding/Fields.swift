package import JSONLogic

/// Reads one JSON object key by key and notes everything that is wrong with it.
///
/// A key that is missing or of the wrong type gives nil; only what is wrong becomes a problem, with
/// its file and JSON pointer. `finish()` then names the keys that nobody asked for.
final class Fields {
  let object: JSONObject
  let file: String
  let pointer: JSONPointer
  /// Of texts that are plain strings.
  let language: String
  private let log: ProblemLog
  private var known: Set<String> = []

  init(
    _ object: JSONObject,
    file: String,
    pointer: JSONPointer = [],
    language: String,
    log: ProblemLog
  ) {
    self.object = object
    self.file = file
    self.pointer = pointer
    self.language = language
    self.log = log
  }

  func place(_ key: String? = nil) -> Place {
    place(at: key.map { pointer.appending($0) } ?? pointer)
  }

  func place(at pointer: JSONPointer) -> Place {
    Place(file: file, pointer: pointer.description)
  }

  @discardableResult
  func note(
    _ key: String?,
    _ message: String,
    severity: Problem.Severity = .error,
    remedy: String? = nil
  ) -> Problem {
    note(
      at: key.map { pointer.appending($0) } ?? pointer,
      message,
      severity: severity,
      remedy: remedy
    )
  }

  @discardableResult
  func note(
    at pointer: JSONPointer,
    _ message: String,
    severity: Problem.Severity = .error,
    remedy: String? = nil
  ) -> Problem {
    let problem = Problem(severity, at: place(at: pointer), message, remedy: remedy)
    log.problems.append(problem)
    return problem
  }

  /// The value, with a JSON null counted as absent.
  func value(_ key: String) -> JSON? {
    known.insert(key)
    guard let value = object[key], !value.isNull else { return nil }
    return value
  }

  func has(_ key: String) -> Bool { object[key].map { !$0.isNull } ?? false }

  /// The value as `read` takes it; a problem where it does not.
  func value<Value>(_ key: String, _ expected: String, _ read: (JSON) -> Value?) -> Value? {
    guard let value = value(key) else { return nil }
    if let result = read(value) { return result }
    wrongType(pointer.appending(key), value, expected)
    return nil
  }

  func wrongType(_ pointer: JSONPointer, _ value: JSON, _ expected: String) {
    note(at: pointer, "\(value.briefly) where \(expected) is wanted")
  }

  /// What `read` gives, or a problem where the key is missing.
  func required<Value>(_ key: String, _ read: (String) -> Value?) -> Value? {
    if let result = read(key) { return result }
    if !has(key) { note(key, "\"\(key)\" is missing") }
    return nil
  }

  /// Names the keys that nobody asked for.
  ///
  /// `x-` keys and `$schema` are anybody's.
  func finish() {
    for key in object.keys where !known.contains(key) {
      if key == "$schema" || key.hasPrefix("x-") { continue }
      let remedy =
        SpellingSuggestion.question(key, among: known) ?? "it is kept and has no effect"
      note(key, "unknown key \"\(key)\"", severity: .warning, remedy: remedy)
    }
  }

  /// The object under a key, to be finished by the caller.
  func nested(_ key: String) -> Fields? {
    value(key, "an object") { $0.objectValue }.map { nested($0, at: pointer.appending(key)) }
  }

  func nested(_ object: JSONObject, at pointer: JSONPointer) -> Fields {
    Fields(object, file: file, pointer: pointer, language: language, log: log)
  }

  /// The objects of a list; what is none is a problem and left out.
  func objects(_ key: String) -> [Fields] {
    items(key).compactMap { item, place in
      if let object = item.objectValue { return nested(object, at: place) }
      wrongType(place, item, "an object")
      return nil
    }
  }

  /// The items of a list with the place of each.
  func items(_ key: String) -> [(item: JSON, place: JSONPointer)] {
    let items = value(key, "a list") { $0.arrayValue } ?? []
    return items.enumerated().map { position, item in
      (item, pointer.appending(key).appending(position))
    }
  }
}

/// Where a reading's problems gather.
final class ProblemLog {
  var problems: [Problem] = []
}

extension JSON {
  /// As a message names a value: `text "abc"`, `a list`.
  package var briefly: String {
    switch self {
    case .string(let text):
      text.count <= 40 ? "text \"\(text)\"" : "text \"\(text.prefix(39))…\""
    case .number(let number): "number \(number)"
    case .bool(let value): value ? "true" : "false"
    case .null: "null"
    default: kind
    }
  }
}
