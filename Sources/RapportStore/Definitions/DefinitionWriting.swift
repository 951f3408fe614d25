import JSONLogic
import RapportCore

/// The files that a change of definitions writes.
struct DefinitionWriting {
  private let change: DefinitionChange
  private let location: StoreLocation
  /// By name, sorted; nil where the file is removed.
  private let files: [(name: String, bytes: [UInt8]?)]

  init(
    _ change: DefinitionChange,
    over documents: DefinitionDocuments,
    in location: StoreLocation
  ) {
    let changed = documents.applying(change)
    self.change = change
    self.location = location
    files = Set(change.edits.map(\.reference.file)).sorted().map { name in
      (name, changed.files[name].map { Array($0.canonical().utf8) })
    }
  }

  /// Makes sure that what is about to stand in the history can be written to the files, as far as that
  /// can be known.
  func prepare(_ line: [UInt8]) throws {
    var problems = files.filter { ($0.bytes?.count ?? 0) > DocumentFile.largest }.map {
      problem($0.name, "the file would become too large", "definitions have at most 16 MiB")
    }
    if problems.isEmpty, line.count > LineScanner.longestLine {
      let file = change.edits.first?.reference.file ?? "journal/changes.jsonl"
      problems = [
        problem(file, "the change is too large", "it may have 16 MiB with what was before")
      ]
    }
    guard problems.isEmpty else { throw DefinitionRefusal(problems) }
    for (name, _) in files {
      let folder = Folder.parent(of: location.file(name))
      try Folder.create(folder, mode: location.folderMode)
      guard Folder.isWritable(folder) else {
        throw FileError(.write, location.file(name), code: 13)
      }
    }
  }

  /// Writes all files of a change that stands in the history already.
  func finish() throws(DefinitionsUnfinished) {
    for (name, bytes) in files {
      do throws(FileError) {
        try write(bytes, to: location.file(name))
      } catch {
        throw DefinitionsUnfinished(change: change.id, file: name, cause: error)
      }
    }
  }

  private func write(_ bytes: [UInt8]?, to path: String) throws(FileError) {
    guard let bytes else { return try Folder.remove(path) }
    try Folder.create(Folder.parent(of: path), mode: location.folderMode)
    try AtomicReplace.write(bytes, to: path)
  }

  private func problem(_ file: String, _ message: String, _ remedy: String) -> Problem {
    Problem(.error, at: Place(file: file), message, remedy: remedy)
  }
}
