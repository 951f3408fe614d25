package import RapportCore
import JSONLogic

/// Turns the rows of a CSV file into customers, all of them or none.
///
/// A row creates the customer of its id or updates the paths that the map names; blank cells change
/// nothing. Every row is accounted for: a row with a cell that cannot be read is rejected as a whole,
/// with its line. The file is locked meanwhile, so the customers do not change under the import.
package struct CustomerImport: Sendable {
  package var location: StoreLocation
  package var map: ImportMap
  package var at: Instant
  /// The day from which the values date, in the store's time zone.
  package var asOf: CalendarDate
  package var isDryRun: Bool

  package init(
    _ location: StoreLocation,
    map: ImportMap,
    at: Instant,
    asOf: CalendarDate,
    isDryRun: Bool = false
  ) {
    self.location = location
    self.map = map
    self.at = at
    self.asOf = asOf
    self.isDryRun = isDryRun
  }

  /// Imports a file.
  ///
  /// - Parameter path: the file.
  /// - Returns: what became of each row.
  /// - Throws: `ImportFailure` where the file as a whole cannot be imported, `FileError`.
  package func run(_ path: String) throws -> ImportReport {
    let name = Folder.name(of: path)
    var reader = try CSVReader(path)
    do {
      guard let header = try reader.next() else {
        let place = Place(file: name)
        throw ImportFailure([
          Problem(.error, at: place, "the file is empty", remedy: "is it the right one?")
        ])
      }
      let row = try ImportRow(header: header, map: map, file: name)
      if isDryRun {
        return try rows(&reader, row, ImportTarget(location, asOf: asOf, at: at, batch: nil))
      }
      return try write(&reader, row, name)
    } catch let error as CSVError {
      let place = Place(file: name, line: error.line)
      throw ImportFailure([Problem(.error, at: place, error.reason, remedy: error.remedy)])
    }
  }

  private func write(
    _ reader: inout CSVReader,
    _ row: ImportRow,
    _ name: String
  ) throws -> ImportReport {
    try location.requireWritable(location.customers)
    let marks = ImportMarks(location)
    let locked = try marks.lockCustomers(at: at)
    var random = SystemRandomNumberGenerator()
    let batch = ULID(at: at, using: &random).description
    let size = try locked.file.status().size
    try marks.mark(.begin, batch: batch, size: size, at: at, details: ["from": .string(name)])
    do {
      let target = try ImportTarget(location, asOf: asOf, at: at, batch: batch)
      let report = try rows(&reader, row, target) { lines in
        try locked.append(lines: lines, isSynchronized: false)
      }
      try locked.file.synchronize()
      try marks.mark(
        .commit,
        batch: batch,
        size: size,
        at: at,
        details: ["created": JSON(report.created), "updated": JSON(report.updated)]
      )
      return report
    } catch {
      try locked.file.truncate(to: size)
      try locked.file.synchronize()
      try marks.mark(.abort, batch: batch, size: size, at: at)
      throw error
    }
  }

  private func rows(
    _ reader: inout CSVReader,
    _ row: ImportRow,
    _ target: ImportTarget,
    append: ([UInt8]) throws -> Void = { _ in }
  ) throws -> ImportReport {
    var report = ImportReport(
      encoding: reader.encoding,
      delimiter: reader.delimiter,
      isDryRun: isDryRun
    )
    var seen: [String: Int] = [:]
    var lines: [UInt8] = []
    while let record = try reader.next() {
      if record.isBlank, row.width > 1 { continue }
      do {
        let (id, values) = try row.read(record)
        if let first = seen.updateValue(record.line, forKey: id) {
          throw ImportCellError("line \(first) has the same id")
        }
        let (outcome, changed) = try target.apply(values, to: id)
        switch outcome {
        case .created: report.created += 1
        case .updated: report.updated += 1
        case .unchanged: report.unchanged += 1
        }
        if record.fields.count < row.width { report.short.append(record.line) }
        if let changed { lines += RecordFile.lines(of: [.object(changed)]) }
      } catch let error as ImportCellError {
        let reason = error.reason + (error.remedy.map { "; \($0)" } ?? "")
        report.rejected.append(ImportReport.Rejection(line: record.line, reason: reason))
      }
      if lines.count > 1 << 20 {
        try append(lines)
        lines.removeAll(keepingCapacity: true)
      }
    }
    try append(lines)
    return report
  }
}
