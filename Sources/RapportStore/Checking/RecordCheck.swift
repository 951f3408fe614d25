package import RapportCore

/// Reads all records of a store and names what is wrong with them: lines that cannot be read, lines
/// without what they need, and values that do not fit the catalog.
///
/// Streaming, in memory that does not grow with the files; about a second for 300 MB.
package struct RecordCheck: Sendable {
  private let location: StoreLocation
  private let catalog: AttributeCatalog

  /// The journals, by the kind of their lines.
  private static let journals = [
    ("interaction", "interactions"), ("survey", "surveys"), ("order", "orders"),
    ("lifecycle", "lifecycle"), ("feedback", "feedback"), ("adjustment", "adjustments"),
    ("review", "reviews"), ("change", "changes"), ("access", "access"), ("import", "imports"),
  ]

  package init(_ location: StoreLocation, _ catalog: AttributeCatalog) {
    self.location = location
    self.catalog = catalog
  }

  /// The problems, file by file; a file that cannot be read is one.
  package func problems() -> [Problem] {
    let file = "customers.jsonl"
    var problems = naming(file) { () throws(FileError) in
      var check = CustomerValueCheck(catalog)
      let limit = try ImportMarks(location).openSize()
      return try check.problems(of: location.customers, limit: limit)
    }
    for (kind, name) in Self.journals {
      let file = "journal/\(name).jsonl"
      problems += naming(file) { () throws(FileError) in
        guard var check = JournalCheck(kind: kind, file: file) else { return [] }
        return try check.problems(of: location.file(file))
      }
    }
    return problems
  }

  private func naming(
    _ file: String,
    _ read: () throws(FileError) -> [Problem]
  ) -> [Problem] {
    do throws(FileError) {
      return try read()
    } catch {
      let message = "cannot \(error.operation.rawValue) the file: \(error.reason)"
      return [Problem(.error, at: Place(file: file), message)]
    }
  }
}
