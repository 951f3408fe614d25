import Glibc
import JSONLogic
package import RapportCore

extension JSONDirectory {
  /// Writes the change to the journal, then the whole new record behind the others.
  ///
  /// A customer that there is not yet is made.
  package func apply(_ patch: CustomerPatch) async throws -> Customer {
    try location.requireWritable(location.customers)
    for _ in 0..<Self.mostTries {
      if !isUpToDate { await finishReading() }
      // Nobody else can append now; what they did is read first. What is long is read in the
      // background and has to be waited for without the lock.
      let locked = try ImportMarks(location).lockCustomers(at: patch.at)
      if isUpToDate { return try apply(patch, locked) }
      _ = consume locked
    }
    throw failure ?? FileError(.read, location.customers, code: EAGAIN)
  }

  /// So often the file is read anew before the change is given up.
  private static let mostTries = 5

  private func apply(
    _ patch: CustomerPatch,
    _ locked: consuming LockedFile
  ) throws -> Customer {
    let known = try latest(patch.customer)
    // A record that is there and cannot be read must not be taken for one that is not.
    if known == nil, serving?.range(of: patch.customer.rawValue) != nil {
      throw FileError(.read, location.customers, code: ESTALE)
    }
    let current =
      known
      ?? Customer(id: patch.customer, record: ["id": .string(patch.customer.rawValue)])
    let changed = try patch.applied(to: current)
    try journal(patch, changed)
    try locked.append(lines: RecordFile.lines(of: [.object(changed.record)]))
    catchUp()
    return changed
  }

  /// Whether all that is in the file now has been read; looks at it.
  private var isUpToDate: Bool {
    catchUp()
    guard let size = try? FileStatus(at: location.customers)?.size else { return true }
    return serving.map { $0.isComplete && $0.limit >= size } ?? false
  }

  /// Who changed which paths when; the values stay in customers.jsonl, whose older lines are kept.
  private func journal(_ patch: CustomerPatch, _ changed: Customer) throws(FileError) {
    try Folder.create(Folder.parent(of: location.changes), mode: location.folderMode)
    var random = SystemRandomNumberGenerator()
    let id = ULID(at: patch.at, using: &random)
    let set: JSON = [
      "kind": "customer", "id": .string(patch.customer.rawValue),
      "revision": JSON(changed.rev), "paths": .array(patch.changes.map { .string($0.path) }),
    ]
    try RecordFile(location.changes).append([
      [
        "id": .string(id.description), "at": .string(patch.at.description),
        "by": .string(patch.by.rawValue), "batch": .string(id.description), "set": [set],
      ]
    ])
  }
}
