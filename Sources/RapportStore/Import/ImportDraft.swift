package import JSONLogic
package import RapportCore

/// A map to begin with, made from the header of a file and its first rows.
///
/// What a column is called decides; what it cannot tell is under `ignore`, so that the map works as it is.
package struct ImportDraft: Sendable {
  /// So many rows tell whether a column has another value in each.
  private static let mostRows = 1_000

  package private(set) var map: JSON
  /// The column that tells customers apart; nil where none has another value in each row.
  package private(set) var id: String?
  /// How many rows were looked at for that.
  package private(set) var rows: Int
  /// How many columns there are, and how many the map leaves out.
  package private(set) var columns: Int
  package private(set) var ignored: Int

  /// - Parameters:
  ///   - path: the file.
  ///   - catalog: the attributes that columns may be called as.
  /// - Throws: what keeps the file from being read.
  package init(_ path: String, catalog: AttributeCatalog) throws {
    var reader = try CSVReader(path)
    guard let header = try reader.next() else {
      let place = Place(file: Folder.name(of: path))
      throw ImportFailure([Problem(.error, at: place, "the file is empty")])
    }
    let names = header.fields.map(ImportCell.trimmed)
    var seen: [Set<String>] = names.map { _ in [] }
    var count = 0
    while count < Self.mostRows, let record = try reader.next() {
      guard !record.isBlank else { continue }
      count += 1
      for (position, field) in record.fields.prefix(names.count).enumerated() {
        let value = ImportCell.trimmed(field)
        if !value.isEmpty { seen[position].insert(value) }
      }
    }
    let paths = Self.paths(catalog)
    let different = names.indices.filter { seen[$0].count == count }.map { names[$0] }
    // What is told apart by chance only, such as amounts, is none.
    let id = IDColumn.best(of: different.filter { Self.known[Self.folded($0)] == nil }) { name in
      count > 0 && paths[Self.folded(name)] == nil
    }
    (self.id, rows, columns) = (id, count, names.count)
    var object: JSONObject = [:]
    if let id { object["id"] = ["column": .string(id)] }
    var name: JSONObject = [:]
    var set: JSONObject = [:]
    var left: [JSON] = []
    for column in names where column != id {
      let value: JSON = ["column": .string(column)]
      switch Self.known[Self.folded(column)] {
      case .list(let key)?: object[key] = .array((object[key]?.arrayValue ?? []) + [value])
      case .name(let part)? where name[part] == nil: name[part] = value
      case .field(let key)? where object[key] == nil: object[key] = value
      default:
        if let path = paths[Self.folded(column)], set[path] == nil {
          set[path] = value
        } else {
          left.append(.string(column))
        }
      }
    }
    if !name.keys.isEmpty { object["name"] = .object(name) }
    object["set"] = .object(set)
    object["ignore"] = .array(left)
    ignored = left.count
    map = .object(object)
  }

  private enum Known { case list(String), name(String), field(String) }

  private static let known: [String: Known] = {
    let words: [(Known, [String])] = [
      (.list("emails"), ["email", "mail", "emailaddress"]),
      (.list("phones"), ["phone", "telephone", "mobile", "phonenumber", "tel", "mobilephone"]),
      (.name("full"), ["name", "fullname", "customername"]),
      (.name("given"), ["firstname", "givenname", "forename"]),
      (.name("family"), ["lastname", "familyname", "surname"]),
      (.field("company"), ["company", "companyname", "organisation", "organization"]),
      (.field("language"), ["language", "locale"]), (.field("note"), ["note", "notes"]),
    ]
    return Dictionary(words.flatMap { known, names in names.map { ($0, known) } }) { $1 }
  }()

  /// Attributes by the last part of their paths and by their labels.
  private static func paths(_ catalog: AttributeCatalog) -> [String: String] {
    var paths: [String: String] = [:]
    for attribute in catalog.sorted where attribute.derivation == nil {
      let last = attribute.path.split(separator: ".").last.map(String.init) ?? attribute.path
      for word in attribute.label.texts.values + [last] { paths[folded(word)] = attribute.path }
    }
    return paths
  }

  private static func folded(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
