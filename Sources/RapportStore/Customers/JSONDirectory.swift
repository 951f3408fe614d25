package import RapportCore

/// The customers of customers.jsonl, searched by the index of their snapshot.
///
/// The snapshot is made in the background where there is none; what has been read so far is found.
/// Lines that anybody appends are taken in at the next question; when they have become many, and when
/// a file was put in the place of another, a new snapshot is made while the old one serves. Records
/// are read when they are shown.
package actor JSONDirectory: CustomerDirectory {
  let location: StoreLocation
  let contents: SnapshotContents
  let plan: DialingPlan
  private let file: SnapshotFile
  private let longestTail: Int

  /// What answers questions, and what takes its place when it has been read.
  var serving: CustomerGeneration?
  var next: CustomerGeneration?
  private(set) var reading: Task<Void, Never>?
  /// What keeps the file from being looked at, and what kept it from being read.
  private var lookFailure: FileError?
  private var readFailure: FileError?
  private var checking: Task<Void, Never>?

  /// More than this is read in the background.
  private static let shortTail = 256 << 10
  /// More than this behind a snapshot is a reason for a new one.
  package static let longTail = 16 << 20

  /// - Parameters:
  ///   - location: the store.
  ///   - contents: what is searched, and counted by others who share the snapshot; for other contents,
  ///     make another directory.
  ///   - country: in which telephone numbers are national.
  ///   - longestTail: how many bytes behind a snapshot are no reason to make a new one; without it
  ///     only a snapshot that is not there is made.
  package init(
    _ location: StoreLocation,
    _ contents: SnapshotContents,
    country: String?,
    longestTail: Int? = nil
  ) {
    self.location = location
    self.contents = contents
    self.longestTail = longestTail ?? .max
    plan = DialingPlan(country: country)
    file = SnapshotFile(location, contents: contents)
  }

  deinit {
    reading?.cancel()
    checking?.cancel()
  }

  /// What keeps customers from being found.
  var failure: FileError? { lookFailure ?? readFailure }

  /// Begins to read; returns at once.
  ///
  /// The first question would do it too.
  package func start() { catchUp() }

  /// Returns when all that was there at the call can be found.
  package func finishReading() async {
    catchUp()
    while let reading {
      await reading.value
      if self.reading == reading { self.reading = nil }
    }
  }

  /// The damaged lines, at most 100 of them, and what keeps the file from being read.
  ///
  /// Cost: where there are damaged lines, the file is read once more.
  package func problems() async -> [Problem] {
    await finishReading()
    let name = "customers.jsonl"
    var problems: [Problem] = []
    if let serving, serving.damaged > 0 {
      problems = DamagedLines(serving.source, to: serving.limit).named.map { line, reason in
        Problem(.error, at: Place(file: name, line: line), "the line is damaged: \(reason)")
      }
    }
    if let failure {
      let missing = Problem(
        .warning,
        at: Place(file: name),
        "there is no such file, so there are no customers",
        remedy: "rapport import brings some"
      )
      let message = "cannot \(failure.operation.rawValue) the file: \(failure.reason)"
      problems.append(
        failure.isMissing ? missing : Problem(.error, at: Place(file: name), message)
      )
    }
    return problems
  }

  package func census() -> Census {
    catchUp()
    guard let serving else { return Census(total: 0, searched: 0, damaged: 0) }
    return Census(
      total: serving.expected,
      searched: serving.count,
      damaged: serving.damaged,
      isComplete: serving.isComplete
    )
  }

  package func customer(_ id: Customer.ID) async throws -> Customer? {
    catchUp()
    if serving?.range(of: id.rawValue) == nil { await finishReading() }
    return try latest(id)
  }

  /// The record as it was read last; reads the file anew where it does not fit.
  func latest(_ id: Customer.ID) throws(FileError) -> Customer? {
    guard let serving, let range = serving.range(of: id.rawValue) else {
      if let failure, !failure.isMissing { throw failure }
      return nil
    }
    if let customer = try serving.source.customer(id, in: range) { return customer }
    readAnew()
    return nil
  }

  /// Looks at the file and takes in what was appended, or begins to.
  func catchUp() {
    do throws(FileError) {
      try look()
      lookFailure = nil
    } catch {
      lookFailure = error
      if error.isMissing { forget() }
    }
  }

  /// The file is gone.
  private func forget() {
    reading?.cancel()
    (serving, next, reading, readFailure) = (nil, nil, nil, nil)
  }

  private func look() throws(FileError) {
    guard let status = try FileStatus(at: location.customers) else {
      throw FileError(.open, location.customers, code: 2)
    }
    guard let current = next ?? serving else { return try begin() }
    if reading == nil, current.snapshot?.isDamaged ?? true { return try begin(replacing: true) }
    if next != nil { try keepServing(status) }
    // A file that did not change was read to its end, unless an import was under way.
    if status == current.seen, current.limit == status.size { return }
    guard try current.isContinued(by: status) else { return try begin() }
    guard reading == nil, current.snapshot != nil else { return }
    // Looked up after the size: what is there by then is either finished or behind the mark.
    let limit = min(status.size, try ImportMarks(location).openSize() ?? status.size)
    update(current.source) { $0.read(to: limit, seen: status) }
    guard limit > current.end else { return }
    if limit - (current.snapshot?.key.end ?? 0) > longestTail {
      // The old snapshot and what is behind it serve on.
      if limit - current.end <= Self.shortTail { try takeTail(of: current.source, to: limit) }
      try begin()
    } else if limit - current.end <= Self.shortTail {
      try takeTail(of: current.source, to: limit)
    } else {
      read(current.source) { [weak self] in try await self?.readTail(of: current.source, to: limit)
      }
    }
  }

  /// While a new snapshot is made, what is appended is found behind the old one.
  private func keepServing(_ status: FileStatus) throws(FileError) {
    guard let serving, serving.snapshot != nil, try serving.isContinued(by: status) else { return }
    let limit = min(status.size, try ImportMarks(location).openSize() ?? status.size)
    guard limit > serving.end, limit - serving.end <= Self.shortTail else { return }
    update(serving.source) { $0.read(to: limit, seen: status) }
    try takeTail(of: serving.source, to: limit)
  }

  /// Reads the file from the start, as it is now.
  func readAnew() {
    do throws(FileError) { try begin() } catch { lookFailure = error }
  }

  /// Takes the snapshot that is there, or begins to make one.
  private func begin(replacing: Bool = false) throws(FileError) {
    reading?.cancel()
    reading = nil
    let source = try RecordSource(location.customers)
    let status = source.status
    let limit = min(status.size, try ImportMarks(location).openSize() ?? status.size)
    var generation = CustomerGeneration(source: source)
    generation.read(to: limit, seen: status)
    var replacing = replacing
    if !replacing, let known = file.read(for: source), limit - known.key.end <= longestTail {
      replacing = !generation.take(known)
    }
    if let known = generation.snapshot {
      check(known)
      if limit - generation.end <= Self.shortTail {
        var reader = generation.reader(to: limit, contents.fields)
        while let batch = try reader.next() { generation.take(batch) }
        generation.remember()
        serving = generation
        next = nil
        return
      }
      set(generation)
      return read(source) { [weak self] in try await self?.readTail(of: source, to: limit) }
    }
    set(generation)
    read(source) { [weak self, file, longestTail, replacing] in
      let made =
        replacing
        ? try await file.replace(source, limit: limit)
        : try await file.prepare(source, limit: limit, longestTail: longestTail) {
          [weak self] piece in
          Task(priority: .userInitiated) { [weak self] in await self?.take(piece, of: source) }
        }
      await self?.take(made, of: source)
      try await self?.readTail(of: source, to: limit)
      await self?.check(made)
    }
  }

  private func set(_ generation: CustomerGeneration) {
    if serving == nil { serving = generation } else { next = generation }
  }

  /// Changes what is known of a file, if it is still of interest.
  private func update(_ source: RecordSource, _ body: (inout CustomerGeneration) -> Void) {
    if next?.source === source {
      if var generation = next.take() {
        body(&generation)
        next = generation
      }
    } else if serving?.source === source, var generation = serving.take() {
      body(&generation)
      serving = generation
    }
  }

  private func read(_ source: RecordSource, _ work: @escaping @Sendable () async throws -> Void) {
    reading = Task.detached(priority: .utility) { [weak self] in
      do {
        try await work()
        if !Task.isCancelled { await self?.finish(source, nil) }
      } catch {
        if !Task.isCancelled { await self?.finish(source, error as? FileError) }
      }
    }
  }

  private func take(_ piece: SnapshotPiece, of source: RecordSource) {
    // Where an old snapshot serves, nobody asks for the pieces of the new one.
    if serving?.source === source { update(source) { $0.take(piece) } }
  }

  private func take(_ snapshot: Snapshot, of source: RecordSource) {
    // Where it is damaged, the next look makes another.
    update(source) { _ = $0.take(snapshot) }
  }

  private func takeTail(of source: RecordSource, to limit: Int) throws(FileError) {
    guard let generation = next?.source === source ? next : serving else { return }
    var reader = generation.reader(to: limit, contents.fields)
    while let batch = try reader.next() { update(source) { $0.take(batch) } }
    update(source) { $0.remember() }
  }

  /// The same in the background, batch by batch.
  private nonisolated func readTail(of source: RecordSource, to limit: Int) async throws {
    guard let generation = await generation(of: source) else { return }
    var reader = generation.reader(to: limit, contents.fields)
    while !Task.isCancelled, let batch = try reader.next() {
      await update(source) { $0.take(batch) }
    }
  }

  private func generation(of source: RecordSource) -> CustomerGeneration? {
    next?.source === source ? next : serving?.source === source ? serving : nil
  }

  private func finish(_ source: RecordSource, _ error: FileError?) {
    guard generation(of: source) != nil else { return }
    reading = nil
    readFailure = error
    if error != nil {
      // The old one serves on; what was to be read is looked at again.
      if next?.source === source { next = nil }
      return update(source) { $0.failedToRead() }
    }
    if next?.source === source {
      serving = next
      next = nil
    }
    update(source) { $0.remember() }
  }

  /// Reads a snapshot that somebody else wrote in the background, and makes a new one where it is not
  /// what was written.
  private func check(_ snapshot: Snapshot) {
    checking?.cancel()
    checking = Task.detached(priority: .background) { [weak self] in
      // The first hits come first.
      try? await Task.sleep(for: .seconds(1))
      if !snapshot.verifySearch() { await self?.catchUp() }
    }
  }
}
