import JSONLogic
package import RapportCore

/// One agent's open contacts, unsaved callers and unsaved changes of definitions, each a file of its own: `drafts/AGENT/ULID.json`.
///
/// A draft carries the process that works on it, so that a second window leaves it alone until that
/// process has ended, by whatever end. Whoever opens the drafts of an ended process marks them as
/// its own under the folder's lock, so that of two windows only one does.
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

  package func load() throws -> OpenDrafts {
    guard try FileStatus(at: path) != nil else { return OpenDrafts() }
    // Its name begins with a dot: it is no draft.
    let lock = try LockedFile("\(path)/.lock")
    return try withExtendedLifetime(lock) { try claim() }
  }

  /// Opens the drafts that no other process works on; the caller has the folder's lock.
  private func claim() throws -> OpenDrafts {
    var open = OpenDrafts()
    for name in try Folder.names(in: path) where name.hasSuffix(".json") {
      let place = Place(file: "drafts/\(Folder.name(of: path))/\(name)")
      do {
        let json = try JSON(parsing: bytes(of: name))
        let mark = ProcessMark(json["process"])
        if let mark, mark != .own, mark.isRunning { continue }
        let contact = Contact(draft: json)
        let caller = NewCaller(draft: json)
        let edit = DefinitionDraft(draft: json)
        let refining = RefiningDraft(draft: json)
        if contact != nil || caller != nil || edit != nil || refining != nil,
          case .object(let draft) = json
        {
          if mark != .own { try write(draft, to: "\(path)/\(name)") }
          if let contact { open.contacts.append(contact) }
          if let caller { open.callers.append(caller) }
          if let edit { open.edits.append(edit) }
          if let refining { open.refinings.append(refining) }
        } else {
          open.problems.append(
            Problem(
              .warning,
              at: place,
              "is no open contact, new caller or change of a definition",
              remedy: "delete it if it is not needed"
            )
          )
        }
      } catch let error as JSONSyntaxError {
        open.problems.append(Problem(.warning, at: place, "is damaged: \(error)"))
      } catch {
        open.problems.append(Problem(.warning, at: place, "cannot be opened: \(error)"))
      }
    }
    open.contacts.sort { ($0.openedAt, $0.id) < ($1.openedAt, $1.id) }
    open.edits.sort { ($0.openedAt, $0.id) < ($1.openedAt, $1.id) }
    open.refinings.sort { ($0.openedAt, $0.id) < ($1.openedAt, $1.id) }
    open.callers.sort { ($0.openedAt, $0.id) < ($1.openedAt, $1.id) }
    return open
  }

  package func save(_ contact: Contact) throws {
    try Folder.create(path, mode: folderMode)
    try write(contact.draft, to: file(contact.id.rawValue))
  }

  package func save(_ caller: NewCaller) throws {
    try Folder.create(path, mode: folderMode)
    try write(caller.draft, to: file(caller.id.rawValue))
  }

  package func save(_ edit: DefinitionDraft) throws {
    try Folder.create(path, mode: folderMode)
    try write(edit.draft, to: file(edit.id.rawValue))
  }

  package func save(_ refining: RefiningDraft) throws {
    try Folder.create(path, mode: folderMode)
    try write(refining.draft, to: file(refining.id.rawValue))
  }

  private func write(_ draft: JSONObject, to file: String) throws {
    var draft = draft
    draft["process"] = ProcessMark.own.json
    try AtomicReplace.write(Array(JSON.object(draft).canonical().utf8), to: file)
  }

  package func remove(_ id: Contact.ID) throws { try Folder.remove(file(id.rawValue)) }

  package func remove(_ id: NewCaller.ID) throws { try Folder.remove(file(id.rawValue)) }

  package func remove(_ id: DefinitionDraft.ID) throws { try Folder.remove(file(id.rawValue)) }

  package func remove(_ id: RefiningDraft.ID) throws { try Folder.remove(file(id.rawValue)) }

  package func readAnswers() throws -> [Feedback.ID: Instant] {
    guard let status = try FileStatus(at: answers) else { return [:] }
    let file = try OpenFile(answers, for: .reading)
    var scanner = LineScanner(from: 0)
    var read: [Feedback.ID: Instant] = [:]
    while let line = try scanner.next(of: file, limit: status.size) {
      // A line that a crash left costs that answer only: it is shown once more.
      guard let json = try? JSON(parsing: line.bytes), let id = json["id"]?.stringValue,
        let moment = json["answered"]?.stringValue.flatMap({ Instant(parsing: $0) })
      else { continue }
      read[Feedback.ID(id)] = moment
    }
    return read
  }

  package func noteRead(_ answered: Feedback) throws {
    guard let answer = answered.answer else { return }
    try Folder.create(path, mode: folderMode)
    try RecordFile(answers).append([
      ["id": .string(answered.id.rawValue), "answered": .string(answer.at.description)]
    ])
  }

  /// Answers that the agent has read; its name begins with a dot: it is no draft.
  private var answers: String { "\(path)/.answers.jsonl" }

  /// Ids are ULIDs, made here; letters and digits can name no other folder.
  private func file(_ id: String) -> String {
    "\(path)/\(id.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }).json"
  }

  private func bytes(of name: String) throws -> [UInt8] {
    let file = try OpenFile("\(path)/\(name)", for: .reading)
    let size = try file.status().size
    return try file.read(0..<min(size, Self.longest))
  }
}
