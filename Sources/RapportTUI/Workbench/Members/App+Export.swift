import RapportCore

/// A list of members as a file.
extension App {
  /// Asks where to; what is typed decides how it is written.
  mutating func askMembersPath(now: Instant) {
    let list = workbench.statistics.members
    let name = list.group.fileName
    askMembersPath(MemberQuery(list.group, text: list.filter.text, columns: list.columns), name)
  }

  mutating func askMembersPath(_ query: MemberQuery, _ path: String) {
    var input = InputLine("Write the list to", for: .membersPath(query), text: path)
    input.understood = understood(query, path)
    layers.append(.input(input))
  }

  /// Tells while it is typed what will be written.
  mutating func readMembersPath(_ input: InputLine, _ query: MemberQuery) {
    var input = input
    input.understood = understood(query, input.field.text)
    layers[layers.count - 1] = .input(input)
  }

  /// `12,840 customers as CSV: id, name and 3 columns`.
  private func understood(_ query: MemberQuery, _ path: String) -> String {
    let count = workbench.statistics.members.count.map { TimeWords.plural($0, "customer") }
    let columns =
      query.columns.isEmpty
      ? "id and name" : "id, name and \(TimeWords.plural(query.columns.count, "column"))"
    return "\(count ?? "all") as \(MemberDocument.Form(path: path.trimmed).words): \(columns)"
  }

  mutating func writeMembers(_ file: MemberFile, now: Instant) -> [Effect] {
    workbench.writing = MemberWriting(file: file)
    return [.writeMembers(file, at: now)]
  }

  mutating func take(_ progress: MemberProgress, of file: MemberFile) {
    guard workbench.writing?.file == file else { return }
    workbench.writing?.progress = progress
  }

  /// Says so where not everybody on the list could be read.
  mutating func takeWritten(_ file: MemberFile, _ progress: MemberProgress, now: Instant) {
    if workbench.writing?.file == file { workbench.writing = nil }
    let count = Count.text(progress.written)
    guard progress.written < progress.found else {
      let customers = TimeWords.plural(progress.written, "customer")
      return say(.ok, "Wrote \(customers) to \(file.path)", at: now)
    }
    let rest = TimeWords.plural(progress.found - progress.written, "record")
    let all = TimeWords.plural(progress.found, "customer")
    say(.warning, "Wrote \(count) of \(all) to \(file.path): \(rest) cannot be read", at: now)
  }

  /// Never writes over a file without asking.
  mutating func takeRefusal(_ refusal: MemberFileRefusal, of file: MemberFile, now: Instant) {
    if workbench.writing?.file == file { workbench.writing = nil }
    // What is typed meanwhile is not to answer a question that nobody saw come.
    guard refusal == .exists, layers.isEmpty else {
      say(.error, "Not written: \(refusal)", at: now)
      if layers.isEmpty { askMembersPath(file.query, file.path) }
      return
    }
    var replacing = file
    replacing.replaces = true
    let items = [
      Picker.Item(title: "another name", choice: .typeMembersPath(file)),
      Picker.Item(title: "write over it", choice: .writeMembers(replacing)),
      Picker.Item(title: "do not write", choice: .stay),
    ]
    let title = "\(file.path) is there already"
    layers.append(.picker(Picker(.existingFile, title, isNumbered: true, items: items)))
  }

  mutating func takeNotWritten(_ file: MemberFile, why: String, now: Instant) {
    if workbench.writing?.file == file { workbench.writing = nil }
    say(.error, "Not written to \(file.path): \(why)", at: now)
  }

  mutating func stopWriting(now: Instant) -> [Effect] {
    guard let writing = workbench.writing else { return [] }
    workbench.writing = nil
    say(.info, "Stopped: nothing was written to \(writing.file.path)", at: now)
    return [.stopWriting]
  }

  var canWriteMembers: Availability {
    guard listsMembers else {
      return .no("only a list of customers is written: Enter, then 3 lists members")
    }
    if workbench.writing != nil { return .no("a list is being written: Esc stops that") }
    guard let count = workbench.statistics.members.count else {
      return .no("the list is still being counted")
    }
    return .when(count > 0, else: "nobody is listed")
  }

  var canStopWriting: Availability {
    .when(workbench.writing != nil, else: "no list is being written")
  }
}

/// A list that is on its way into a file.
struct MemberWriting: Sendable {
  var file: MemberFile
  /// Nil until the first of it is written.
  var progress: MemberProgress?

  /// `writing 120,000 of 1,000,000 to loyal-members.csv; Esc stops`.
  var words: String {
    let so = progress.map { "\(Count.text($0.written)) of \(Count.text($0.found)) " } ?? ""
    return "writing \(so)to \(file.path); Esc stops"
  }
}

extension CustomerGroup {
  /// What a file of it is called where nobody says otherwise.
  fileprivate var fileName: String {
    switch self {
    case .everybody: "customers.csv"
    case .members(let ids): "\(ids.map(\.rawValue).joined(separator: "-and-"))-members.csv"
    case .notKnown(let id): "\(id)-not-known.csv"
    case .rest(let id): "not-\(id).csv"
    case .inNone: "in-no-segment.csv"
    case .inSeveral: "in-several-segments.csv"
    }
  }
}
