package import RapportCore

/// The customers of customers.jsonl, searched by looking at all of them.
///
/// The file is read once in the background; what has been read so far is found. For each customer only
/// the folded text and the place of its line are kept; records are read when they are shown. Lines
/// that anybody appends are taken in at the next question, a file put in its place is read anew
/// while the old one serves.
package actor ScanDirectory: CustomerDirectory {
  let location: StoreLocation
  let fields: SearchedFields
  let plan: DialingPlan

  /// What answers questions, and what takes its place when it has been read.
  var serving: CustomerGeneration?
  var next: CustomerGeneration?
  private(set) var reading: Task<Void, Never>?
  private var failure: FileError?

  /// More than this is read in the background.
  private static let shortTail = 256 << 10

  /// - Parameters:
  ///   - location: the store.
  ///   - fields: what is searched; for other fields, make another directory.
  ///   - country: in which telephone numbers are national.
  package init(_ location: StoreLocation, fields: SearchedFields, country: String?) {
    self.location = location
    self.fields = fields
    plan = DialingPlan(country: country)
  }

  deinit { reading?.cancel() }

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
  package func problems() -> [Problem] {
    catchUp()
    let file = "customers.jsonl"
    var problems = (serving?.index.damage ?? []).map { line, reason in
      Problem(.error, at: Place(file: file, line: line), "the line is damaged: \(reason)")
    }
    if let failure {
      let missing = Problem(
        .warning,
        at: Place(file: file),
        "there is no such file, so there are no customers",
        remedy: "rapport import brings some"
      )
      let message = "cannot \(failure.operation.rawValue) the file: \(failure.reason)"
      problems.append(
        failure.isMissing ? missing : Problem(.error, at: Place(file: file), message)
      )
    }
    return problems
  }

  package func census() -> Census {
    catchUp()
    guard let serving else { return Census(total: 0, searched: 0, damaged: 0) }
    return Census(
      total: serving.expected,
      searched: serving.index.count,
      damaged: serving.index.damaged
    )
  }

  package func customer(_ id: Customer.ID) async throws -> Customer? {
    catchUp()
    if serving?.index.range(of: id.rawValue) == nil { await finishReading() }
    return try latest(id)
  }

  /// The record as the index knows it; reads the file anew where it does not fit.
  func latest(_ id: Customer.ID) throws(FileError) -> Customer? {
    guard let serving, let range = serving.index.range(of: id.rawValue) else {
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
      failure = nil
    } catch {
      failure = error
      if error.isMissing { serving = nil }
    }
  }

  private func look() throws(FileError) {
    guard let status = try FileStatus(at: location.customers) else {
      throw FileError(.open, location.customers, code: 2)
    }
    guard let current = next ?? serving else { return try begin() }
    // A file that did not change was read to its end, unless an import was under way.
    if status == current.seen, current.limit == status.size { return }
    guard try current.isContinued(by: status) else { return try begin() }
    guard reading == nil else { return }
    // Looked up after the size: what is there by then is either finished or behind the mark.
    let limit = min(status.size, try ImportMarks(location).openSize() ?? status.size)
    guard limit > current.index.end else { return set(current.reading(to: limit, seen: status)) }
    if limit - current.index.end <= Self.shortTail {
      set(current.reading(to: limit, seen: status))
      try take(all: current.reader(to: limit, fields: fields), of: current.source)
    } else {
      read(current.reading(to: limit, seen: status), to: limit)
    }
  }

  /// Reads the file from the start, as it is now.
  func readAnew() {
    do throws(FileError) { try begin() } catch { failure = error }
  }

  private func begin() throws(FileError) {
    reading?.cancel()
    reading = nil
    let source = try RecordSource(location.customers)
    let status = source.status
    let limit = min(status.size, try ImportMarks(location).openSize() ?? status.size)
    let generation = CustomerGeneration(source: source).reading(to: limit, seen: status)
    if serving == nil { serving = generation } else { next = generation }
    read(generation, to: limit)
  }

  private func read(_ generation: CustomerGeneration, to limit: Int) {
    set(generation)
    let fields = fields
    reading = Task.detached(priority: .utility) { [weak self] in
      do throws(FileError) {
        var reader = generation.reader(to: limit, fields: fields)
        while !Task.isCancelled, let batch = try reader.next() {
          guard let self else { return }
          await self.take(batch, of: generation.source)
        }
        if !Task.isCancelled { await self?.finish(generation.source, nil) }
      } catch {
        await self?.finish(generation.source, error)
      }
    }
  }

  private func take(
    all reader: consuming CustomerFileReader,
    of source: RecordSource
  ) throws(FileError) {
    while let batch = try reader.next() { take(batch, of: source) }
    remember(source)
  }

  private func set(_ generation: CustomerGeneration) {
    if next != nil { next = generation } else { serving = generation }
  }

  private func take(_ batch: CustomerBatch, of source: RecordSource) {
    if next?.source === source {
      next?.index.merge(batch)
    } else if serving?.source === source {
      serving?.index.merge(batch)
    }
  }

  private func finish(_ source: RecordSource, _ error: FileError?) {
    if let error { failure = error }
    if next?.source === source {
      serving = next
      next = nil
    }
    guard serving?.source === source else { return }
    reading = nil
    remember(source)
  }

  private func remember(_ source: RecordSource) {
    guard let end = serving?.index.end else { return }
    serving?.edges = try? source.edges(before: end)
  }
}
