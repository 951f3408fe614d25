package import JSONLogic

/// The files of a store's definitions as they stand, parsed but not understood yet.
///
/// They are kept, so that keys the program does not know survive a rewrite.
package struct DefinitionDocuments: Sendable {
  /// By file, relative to the store's folder: `segments/loyal.json`.
  package var files: [String: JSON]
  /// Files that could not be read or are no JSON.
  package var problems: [Problem]

  package init(files: [String: JSON] = [:], problems: [Problem] = []) {
    self.files = files
    self.problems = problems
  }

  /// The files of `folder`, with the id that each one's name gives, sorted by it.
  func folder(_ folder: String) -> [(id: String, file: String, document: JSON)] {
    files.compactMap { file, document in
      guard file.hasPrefix(folder + "/"), file.hasSuffix(".json") else { return nil }
      let id = file.dropFirst(folder.count + 1).dropLast(5)
      return id.contains("/") ? nil : (String(id), file, document)
    }.sorted { $0.id < $1.id }
  }

  /// Whether `file` was there but could not be read.
  func isDamaged(_ file: String) -> Bool { problems.contains { $0.place.file == file } }
}
