import Glibc
import JSONLogic
package import RapportCore

/// The definitions in a store's folder, read and changed, with the history of the changes.
///
/// A change is written under the lock of journal/changes.jsonl: first its line there, then its files, then
/// a line that says so. Whoever reads the store next completes what a crash left between them, and notes
/// in the history what was edited outside.
package actor JSONDefinitions: DefinitionStore {
  let location: StoreLocation
  /// When edits outside are noticed.
  let clock: @Sendable () -> Instant
  var history: ChangeHistory
  /// Reads pinned customers; nil where nobody does, and nothing is said of pins.
  private var pinned: PinnedCustomers?

  package init(_ location: StoreLocation, clock: @escaping @Sendable () -> Instant) {
    self.location = location
    self.clock = clock
    history = ChangeHistory(location.changes)
  }

  /// Reads the files, and compares them with the end of their history where this process may write it.
  ///
  /// Only what has a history is compared. A store that cannot be written loads as it is; where history
  /// and files cannot be brought together for another reason, that is one of the problems.
  package func load() throws -> Definitions {
    var documents = try read()
    guard mayWrite(documents), try FileStatus(at: location.changes) != nil else {
      return Definitions(decoding: documents)
    }
    do {
      try history.catchUp(isWhole: false)
      if !history.isCompleted || !unsettled(documents).isEmpty {
        // Whoever holds the lock now does the same, or the next who reads.
        let lock = try LockedFile(location.changes, patience: Self.patience)
        documents = try settled(under: lock)
      }
    } catch {
      let cause = error as? FileError
      guard cause?.isForbidden != true, cause?.code != ETIMEDOUT else {
        return Definitions(decoding: documents)
      }
      documents.problems.append(
        Problem(
          .warning,
          at: Place(file: "journal/changes.jsonl"),
          "the history of definitions could not be compared with them: \(error)"
        )
      )
    }
    return Definitions(decoding: documents)
  }

  /// From now on changes that break pins are refused, unless they say so.
  package func checkPins(reading pinned: PinnedCustomers) { self.pinned = pinned }

  /// Customers are read without the lock, and again where somebody pinned others meanwhile.
  package func save(_ change: DefinitionChange) async throws -> DefinitionChange {
    var known = PinnedCustomers.Known()
    while true {
      switch try attempt(change, knowing: known) {
      case .saved(let saved): return saved
      case .needs(let reading): known = try await pinned?.read(reading, at: change.at) ?? known
      }
    }
  }

  private enum Attempt {
    case saved(DefinitionChange)
    /// Whether pins break can be told only when these are known.
    case needs(PinReading)
  }

  private func attempt(
    _ change: DefinitionChange,
    knowing known: PinnedCustomers.Known
  ) throws -> Attempt {
    try location.requireWritable(location.changes)
    try Folder.create(Folder.parent(of: location.changes), mode: location.folderMode)
    let lock = try LockedFile(location.changes)
    try history.catchUp(isWhole: true)
    let documents = try settled(under: lock)
    guard !isOfLaterFormat(documents) else {
      throw FileError(.write, location.settings, code: ENOTSUP)
    }
    let refusals = change.refusals(in: documents)
    guard refusals.isEmpty else { throw DefinitionRefusal(refusals) }
    let newest = history.newest
    let rebased: DefinitionChange
    do {
      rebased = try change.rebased(on: documents) { newest[$0]?.revision }
    } catch {
      throw try error.attributed { try history.changes(of: $0, limit: Self.authors) }
    }
    guard !rebased.edits.isEmpty else { return .saved(rebased) }
    try check(rebased, of: change, in: documents)
    if let reading = try checkPins(rebased, in: documents, knowing: known) {
      return .needs(reading)
    }
    let writing = DefinitionWriting(rebased, over: documents, in: location)
    let line = RecordFile.lines(of: [rebased.record])
    try writing.prepare(line)
    try lock.append(lines: line)
    try history.catchUp(isWhole: true)
    try writing.finish()
    // Without it the next who reads the store adds it.
    try? markCompleted(rebased.id, lock)
    return .saved(rebased)
  }

  /// What two people changed can be wrong together where each of both was right.
  private func check(
    _ rebased: DefinitionChange,
    of change: DefinitionChange,
    in documents: DefinitionDocuments
  ) throws {
    guard rebased.isMerged(from: change) else { return }
    let trial = DefinitionTrial(Definitions(decoding: documents), at: clock())
    let errors = trial.outcome(of: rebased).newProblems.filter { $0.severity == .error }
    guard errors.isEmpty else { throw DefinitionRefusal(errors, merged: rebased) }
  }

  /// What a rule takes and whom somebody pinned may be changed one after the other by two who each broke
  /// nothing, so this looks at what comes of both; answers who has to be known to tell.
  private func checkPins(
    _ rebased: DefinitionChange,
    in documents: DefinitionDocuments,
    knowing known: PinnedCustomers.Known
  ) throws -> PinReading? {
    guard pinned != nil, rebased.breaking != .all, rebased.mayMovePins else { return nil }
    let before = Definitions(decoding: documents)
    let after = before.applying(rebased)
    let reading = PinReading(from: before, to: after)
    guard !reading.customers.isEmpty else { return nil }
    guard known.reading.covers(reading) else { return reading }
    let broken = BrokenPin.made(from: before, to: after, known.customers, at: rebased.at)
      .filter { !rebased.breaking.permits($0) }
    guard broken.isEmpty else { throw DefinitionRefusal([], pins: broken, merged: rebased) }
    return nil
  }

  package func changes(
    of reference: DefinitionReference?,
    limit: Int
  ) throws -> [DefinitionChange] {
    try history.catchUp(isWhole: true)
    return try history.changes(of: reference, limit: limit)
  }

  /// So many changes of an object are looked through for who changed a field.
  private static let authors = 100
  /// Reading goes on without the history after so many milliseconds.
  private static let patience = 300

  func read() throws(FileError) -> DefinitionDocuments {
    let (files, problems) = try DocumentFolder(location).read()
    return DefinitionDocuments(files: files, problems: problems)
  }

  private func mayWrite(_ documents: DefinitionDocuments) -> Bool {
    location.isWritable && !isOfLaterFormat(documents)
  }

  private func isOfLaterFormat(_ documents: DefinitionDocuments) -> Bool {
    let format = documents.files["store.json"]?["format"]?.intValue
    return location.isOfLaterFormat || (format ?? 1) > StoreSettings.latestFormat
  }
}
