import FoundationEssentials
import Glibc
package import RapportCore

/// A document in a file of its own that only its owner can read, for a program that edits files.
///
/// It lies alone in a folder whose name begins with a dot, so that it is no draft, and what an editor
/// leaves beside it goes with it. After a crash it stays, with what was not saved.
package struct EditedFile: Sendable {
  package let path: String
  private let folder: String
  /// More than any definition may have; the rest is not read.
  private static let largest = DocumentFile.largest + 1

  /// Writes the document beside an agent's drafts, where nobody else looks; where that cannot be, into
  /// `fallback`, which must exist.
  package init(
    _ text: String,
    named name: String,
    of agent: Agent.ID,
    in location: StoreLocation,
    else fallback: String
  ) throws(FileError) {
    let drafts = location.drafts(of: agent.rawValue)
    let mode = location.isWritable ? location.folderMode : 0o700
    let isThere = (try? Folder.create(drafts, mode: mode)) != nil && Folder.isWritable(drafts)
    try self.init(text, named: name, in: isThere ? drafts : fallback)
  }

  init(_ text: String, named name: String, in parent: String) throws(FileError) {
    var template = Array("\(parent)/.edit-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileError(.create, parent, code: errno) }
    let bytes = template.dropLast().map { UInt8(bitPattern: $0) }
    folder = String(decoding: bytes, as: UTF8.self)
    path = "\(folder)/\(name.filter { $0 != "/" })"
    do {
      let file = try OpenFile(path, for: .creating, mode: 0o600)
      try file.writeAll(Array(text.utf8))
    } catch {
      remove()
      throw error
    }
  }

  /// What is in the file now; nil where it is no UTF-8.
  package func read() throws(FileError) -> String? {
    let file = try OpenFile(path, for: .reading)
    let size = try file.status().size
    return String(validating: try file.read(0..<min(size, Self.largest)), as: UTF8.self)
  }

  /// Removes the file with its folder.
  package func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
