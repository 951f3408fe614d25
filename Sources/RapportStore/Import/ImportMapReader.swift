import JSONLogic
import RapportCore

/// Reads the parts of a map and gathers what is wrong with them.
struct ImportMapReader {
  var file: String
  var catalog: AttributeCatalog
  var problems: [Problem] = []

  mutating func note(_ place: [String], _ message: String, remedy: String? = nil) {
    let place = Place(file: file, pointer: JSONPointer(place).description)
    problems.append(Problem(.error, at: place, message, remedy: remedy))
  }

  mutating func checkKeys(of object: JSONObject, at place: [String], known: [String]) {
    for key in object.keys where !known.contains(key) {
      let remedy =
        SpellingSuggestion.question(key, among: known)
        ?? "known are \(known.joined(separator: ", "))"
      note(place + [key], "unknown key \"\(key)\"", remedy: remedy)
    }
  }

  /// One cell for each key.
  mutating func cells(
    _ value: JSON?,
    at place: [String]
  ) -> [(path: String, cell: ImportCell)] {
    guard let value else { return [] }
    guard let object = value.objectValue else {
      note(place, "\(value.kind) where an object is wanted")
      return []
    }
    return object.compactMap { path, value in
      cell(value, path: path, at: place + [path]).map { (path, $0) }
    }
  }

  mutating func list(_ value: JSON?, path: String) -> [ImportCell] {
    let items = value?.arrayValue ?? value.map { [$0] } ?? []
    return items.enumerated().compactMap { position, item in
      cell(item, path: path, at: [path, String(position)], kind: .text)
    }
  }

  mutating func columns(_ value: JSON?, at place: [String]) -> [String] {
    guard let value else { return [] }
    guard let items = value.arrayValue, items.allSatisfy({ $0.stringValue != nil }) else {
      note(place, "\(value.kind) where a list of columns is wanted")
      return []
    }
    return items.compactMap(\.stringValue)
  }

  mutating func cell(
    _ value: JSON?,
    path: String,
    at place: [String],
    kind fixed: Attribute.Kind? = nil
  ) -> ImportCell? {
    guard let value else { return nil }
    if let column = value.stringValue { return ImportCell(column: column, kind: kind(of: path)) }
    guard let object = value.objectValue else {
      note(place, "\(value.kind) where an object is wanted", remedy: #"write {"column": "..."}"#)
      return nil
    }
    let known = ["column", "type", "values", "separator", "format", "value"]
    checkKeys(of: object, at: place, known: known)
    if let constant = object["value"] { return ImportCell(constant: constant) }
    guard let column = object["column"]?.stringValue else {
      note(place, "no column", remedy: #"write {"column": "..."}"#)
      return nil
    }
    var cell = ImportCell(column: column, kind: fixed ?? kind(of: path))
    if let type = object["type"] {
      let names = Attribute.Kind.allCases.map(\.rawValue)
      if let kind = type.stringValue.flatMap(Attribute.Kind.init) {
        cell.kind = kind
      } else {
        let name = type.stringValue ?? type.compact()
        let remedy = SpellingSuggestion.question(name, among: names)
        note(
          place + ["type"],
          "unknown type \"\(name)\"",
          remedy: remedy ?? names.joined(separator: ", ")
        )
      }
    }
    if let values = object["values"]?.objectValue {
      cell.values = Dictionary(values.map { ($0.key, $0.value) }) { first, _ in first }
    }
    cell.separator = object["separator"]?.stringValue ?? cell.separator
    cell.format = object["format"]?.stringValue ?? cell.format
    return cell
  }

  private func kind(of path: String) -> Attribute.Kind { catalog[path]?.kind ?? .text }
}
