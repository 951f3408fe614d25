import JSONLogic
package import RapportCore

/// One agent's open contacts, each a file of its own: `drafts/AGENT/ULID.json`.
///
/// A draft carries the process that works on it, so that a second window leaves it alone until that
/// process has ended, by whatever end.
package actor DraftFolder: ContactDrafts {
  private let path: String
  private let folderMode: UInt32
  /// A draft is read no further than this many bytes.
  private static let longest = 1 << 20

  /// `agent` must be a slug, as all agents' ids are; anything else could name a foreign folder.
  package init(_ location: StoreLocation, agent: Agent.ID) {
    precondition(Slug.isWellFormed(agent.rawValue), "an agent's id is a slug")
    path = location.drafts(of: agent.rawValue)
    folderMode = location.isWritable ? location.folderMode : 0o700
  }

  package func load() throws -> (contacts: [Contact], problems: [Problem]) {
    var contacts: [Contact] = []
    var problems: [Problem] = []
    for name in try names() {
      let place = Place(file: "drafts/\(Folder.name(of: path))/\(name)")
      do {
        let json = try JSON(parsing: bytes(of: name))
        if let mark = ProcessMark(json["process"]), mark != .own, mark.isRunning { continue }
        if let contact = Contact(draft: json) {
          contacts.append(contact)
        } else {
          problems.append(
            Problem(
              .warning,
              at: place,
              "is no open contact",
              remedy: "delete it if it is not needed"
            )
          )
        }
      } catch let error as JSONSyntaxError {
        problems.append(Problem(.warning, at: place, "is damaged: \(error)"))
      } catch {
        problems.append(Problem(.warning, at: place, "cannot be read: \(error)"))
      }
    }
    return (contacts.sorted { ($0.openedAt, $0.id) < ($1.openedAt, $1.id) }, problems)
  }

  package func save(_ contact: Contact) throws {
    try Folder.create(path, mode: folderMode)
    var draft = contact.draft
    draft["process"] = ProcessMark.own.json
    try AtomicReplace.write(Array(JSON.object(draft).canonical().utf8), to: file(contact.id))
  }

  package func remove(_ id: Contact.ID) throws {
    try Folder.remove(file(id))
  }

  /// Ids are ULIDs, made here; letters and digits can name no other folder.
  private func file(_ id: Contact.ID) -> String {
    "\(path)/\(id.rawValue.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }).json"
  }

  private func names() throws -> [String] {
    guard try FileStatus(at: path) != nil else { return [] }
    return try Folder.names(in: path).filter { $0.hasSuffix(".json") }
  }

  private func bytes(of name: String) throws -> [UInt8] {
    let file = try OpenFile("\(path)/\(name)", for: .reading)
    let size = try file.status().size
    return try file.read(0..<min(size, Self.longest))
  }
}
