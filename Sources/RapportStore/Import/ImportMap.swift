package import JSONLogic
package import RapportCore

/// Which column of a file is what of a customer.
///
///     {"id": {"column": "customerID"},
///      "name": {"full": {"column": "Name"}}, "emails": [{"column": "E-Mail"}],
///      "set": {"behavioral.spend": {"column": "Spend", "type": "number"},
///              "geographic.country": {"value": "US"}},
///      "ignore": ["Internal"]}
///
/// `type` is one of the catalog's and text where it is missing; `values` says what cells mean
/// (`{"0": false, "1": true}`), `separator` divides lists, `format` is a date's (`dd.MM.yyyy`).
package struct ImportMap: Sendable {
  package var id: ImportCell
  /// One value a path.
  package var set: [(path: String, cell: ImportCell)]
  /// Gathered into a list, the blank ones left out: `emails` and `phones`.
  package var lists: [(path: String, cells: [ImportCell])]
  package var ignored: Set<String>

  /// Reads a map; throws all that is wrong with it.
  ///
  /// - Parameters:
  ///   - document: the map.
  ///   - file: its name, for the problems.
  ///   - catalog: gives a path its type where the map does not.
  /// - Throws: `ImportFailure`.
  package init(
    _ document: JSON,
    file: String,
    catalog: AttributeCatalog
  ) throws(ImportFailure) {
    var reader = ImportMapReader(file: file, catalog: catalog)
    guard let object = document.objectValue else {
      reader.note([], "\(document.kind) where an object is wanted")
      throw ImportFailure(reader.problems)
    }
    reader.checkKeys(of: object, at: [], known: Self.keys)
    let id = reader.cell(object["id"], path: "id", at: ["id"])
    if object["id"] == nil {
      reader.note([], "no \"id\"", remedy: "name the column that tells customers apart")
    }
    var set = reader.cells(object["set"], at: ["set"])
    if let name = object["name"] {
      if name.stringValue != nil || name["column"] != nil || name["value"] != nil {
        reader.cell(name, path: "name.full", at: ["name"]).map { set.append(("name.full", $0)) }
      } else {
        let known = ["full", "given", "family", "preferred", "salutation"]
        reader.checkKeys(of: name.objectValue ?? [:], at: ["name"], known: known)
        set += reader.cells(name, at: ["name"]).map { ("name.\($0.path)", $0.cell) }
      }
    }
    for key in ["company", "language", "since", "note", "account", "timeZone"] {
      guard let value = object[key] else { continue }
      reader.cell(value, path: key, at: [key]).map { set.append((key, $0)) }
    }
    var lists: [(path: String, cells: [ImportCell])] = []
    for key in ["emails", "phones"] where object[key] != nil {
      lists.append((key, reader.list(object[key], path: key)))
    }
    let ignored = reader.columns(object["ignore"], at: ["ignore"])
    guard reader.problems.isEmpty, let id else { throw ImportFailure(reader.problems) }
    self.id = id
    self.set = set
    self.lists = lists
    self.ignored = Set(ignored)
  }

  static let keys = [
    "id", "set", "name", "emails", "phones", "company", "language", "since", "note", "account",
    "timeZone", "ignore",
  ]

  /// Of the attributes that the catalog does not have what it would have to say, by their paths.
  package func undeclared(in catalog: AttributeCatalog) -> [JSON] {
    set.filter { path, _ in
      path.contains(".") && !path.hasPrefix("name.") && catalog[path] == nil
    }
    .sorted { $0.path < $1.path }
    .map { path, cell in
      let label = cell.column ?? String(path.split(separator: ".").last ?? "")
      return [
        "path": .string(path), "type": .string(cell.kind.rawValue),
        "label": ["en": .string(label)],
      ]
    }
  }

  /// Every column that the map reads.
  var columns: [String] {
    ([id] + set.map(\.cell) + lists.flatMap(\.cells)).compactMap(\.column)
  }
}

/// Why nothing was imported: all reasons at once.
package struct ImportFailure: Error, Sendable {
  package var problems: [Problem]

  package init(_ problems: [Problem]) { self.problems = problems }
}
