import JSONLogic
import RapportCore

extension JSONDefinitions {
  /// The objects that are not what the newest change about them says, as far as the history was read.
  ///
  /// A file that cannot be read says nothing; it is left alone until it can.
  func unsettled(_ documents: DefinitionDocuments) -> [DefinitionReference] {
    history.newest.filter { reference, newest in
      !documents.isUnreadable(reference.file)
        && documents[reference]?.hashValue != newest.after
    }
    .map(\.key)
    .sorted { ($0.file, $0.id) < ($1.file, $1.id) }
  }

  /// Brings history and files together; answers the documents as they are then.
  ///
  /// A change that a crash left unfinished is completed, anything else is noted as an edit from outside.
  /// Only the last change can be unfinished, and it is not where the history says that it is completed:
  /// an object that is what it was before a completed change was put back by somebody.
  func settled(under lock: borrowing LockedFile) throws -> DefinitionDocuments {
    try history.catchUp(isWhole: false)
    let documents = try read()
    var unfinished: [DefinitionChange.Edit] = []
    var outside: [DefinitionChange.Edit] = []
    let last = history.places.count - 1
    let lastChange = last >= 0 ? try history.change(last) : nil
    let isCompleted = history.isCompleted
    for reference in unsettled(documents) {
      guard let newest = history.newest[reference] else { continue }
      let now = documents[reference]
      if newest.change == last, !isCompleted, now?.hashValue == newest.before,
        let edit = lastChange?.edits.last(where: { $0.reference == reference })
      {
        unfinished.append(edit)
      } else if let change = try history.change(newest.change),
        let edit = change.edits.last(where: { $0.reference == reference })
      {
        outside.append(.init(reference, before: edit.after, after: now))
      }
    }
    if let lastChange, !unfinished.isEmpty {
      var rest = lastChange
      rest.edits = unfinished
      try DefinitionWriting(rest, over: documents, in: location).finish()
    }
    if let lastChange, !isCompleted { try markCompleted(lastChange.id, lock) }
    if !outside.isEmpty { try journal(outside, lock) }
    return unfinished.isEmpty ? documents : try read()
  }

  /// The files stay as they are: their revision is counted up by whoever changes them next.
  private func journal(
    _ edits: [DefinitionChange.Edit],
    _ lock: borrowing LockedFile
  ) throws(FileError) {
    let now = clock()
    var random = SystemRandomNumberGenerator()
    let change = DefinitionChange(
      id: .init(ULID(at: now, using: &random).description),
      at: now,
      by: DefinitionChange.outside,
      reason: "edited outside",
      edits: edits
    )
    try lock.append(lines: RecordFile.lines(of: [change.record]))
    try history.catchUp(isWhole: false)
  }

  /// Notes in the history that the files of a change are written, so that who puts one of them back is not
  /// taken for a crash, whatever becomes of the cache.
  func markCompleted(_ change: DefinitionChange.ID, _ lock: borrowing LockedFile) throws(FileError)
  {
    let now = clock()
    var random = SystemRandomNumberGenerator()
    let line: JSON = [
      "id": .string(ULID(at: now, using: &random).description), "at": .string(now.description),
      "by": "(store)", "completes": .string(change.rawValue), "set": [],
    ]
    try lock.append(lines: RecordFile.lines(of: [line]))
    try history.catchUp(isWhole: false)
  }
}
