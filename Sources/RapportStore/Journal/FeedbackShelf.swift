import JSONLogic
import RapportCore

/// What agents said, as the journal has it; read again only from where it was read to.
struct FeedbackShelf {
  let path: String
  /// Of each id what the last line says; a line that takes it back takes it out.
  private(set) var lines: [Feedback.ID: Feedback] = [:]
  /// Up to where the file has been read.
  private var end = 0
  private var status: FileStatus?

  init(_ path: String) { self.path = path }

  /// Reads what was appended since the last call; everything where the file was put in anew.
  ///
  /// A file that is not there is empty. Lines that cannot be read are passed over here: `check` names
  /// them.
  mutating func catchUp() throws(FileError) {
    guard let now = try FileStatus(at: path) else {
      self = FeedbackShelf(path)
      return
    }
    if let status, !status.isSameFile(as: now) || now.size < end { self = FeedbackShelf(path) }
    status = now
    guard now.size > end else { return }
    let file = try OpenFile(path, for: .reading)
    var scanner = LineScanner(from: end)
    while let line = try scanner.next(of: file, limit: now.size) {
      guard case .object(let record)? = try? JSON(parsing: line.bytes),
        let id = record["id"]?.stringValue
      else { continue }
      lines[Feedback.ID(id)] = record["deleted"]?.boolValue == true ? nil : Feedback(record: record)
    }
    end = scanner.offset
  }

  /// The newest first.
  func newest(_ limit: Int) -> [Feedback] {
    Array(lines.values.sorted { ($1.at, $1.id) < ($0.at, $0.id) }.prefix(limit))
  }
}
