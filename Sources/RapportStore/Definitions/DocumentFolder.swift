package import JSONLogic
package import RapportCore

/// The documents that define a store, as they lie in its folder.
package struct DocumentFolder: Sendable {
  /// Files of their own.
  package static let files = [
    "store.json", "agents.json", "attributes.json", "intents.json", "costs.json",
  ]
  /// Folders of one file a definition.
  package static let folders = ["segments", "tones", "services", "scripts"]

  package var location: StoreLocation

  package init(_ location: StoreLocation) { self.location = location }

  /// Reads all of them; what cannot be read is left out and named.
  ///
  /// Throws only where there is no store at all.
  package func read() throws(FileError) -> (files: [String: JSON], problems: [Problem]) {
    guard let status = try FileStatus(at: location.path) else {
      throw FileError(.open, location.path, code: 2)
    }
    guard status.kind == .folder else { throw FileError(.open, location.path, code: 20) }
    var files: [String: JSON] = [:]
    var problems: [Problem] = []
    for name in Self.files {
      let (document, found) = DocumentFile(name: name, path: location.file(name)).read()
      files[name] = document
      problems += found
    }
    for folder in Self.folders {
      for name in try names(in: folder, &problems) {
        let file = "\(folder)/\(name)"
        let (document, found) = DocumentFile(name: file, path: location.file(file)).read()
        files[file] = document
        problems += found
      }
    }
    return (files, problems)
  }

  private func names(in folder: String, _ problems: inout [Problem]) throws(FileError) -> [String] {
    do throws(FileError) {
      return try Folder.names(in: location.file(folder)).filter { $0.hasSuffix(".json") }
    } catch {
      if !error.isMissing {
        let message = "cannot list the folder: \(error.reason)"
        problems.append(Problem(.error, at: Place(file: folder), message))
      }
      return []
    }
  }
}
