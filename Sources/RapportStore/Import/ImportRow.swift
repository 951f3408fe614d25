import JSONLogic
import RapportCore

/// Turns rows into what they say of customers.
struct ImportRow {
  let map: ImportMap
  /// The header, trimmed.
  let columns: [String: Int]
  let width: Int

  /// Checks a header against a map; throws all that is wrong.
  init(header: CSVRecord, map: ImportMap, file: String) throws(ImportFailure) {
    let names = header.fields.map(ImportCell.trimmed)
    let place = Place(file: file, line: header.line)
    var problems: [Problem] = []
    var columns: [String: Int] = [:]
    for (position, name) in names.enumerated()
    where columns.updateValue(position, forKey: name) != nil {
      problems.append(Problem(.error, at: place, "two columns are called \"\(name)\""))
    }
    for column in Set(map.columns + map.ignored).sorted() where columns[column] == nil {
      let remedy = SpellingSuggestion.question(column, among: names)
      problems.append(
        Problem(.error, at: place, "there is no column \"\(column)\"", remedy: remedy)
      )
    }
    let known = map.ignored.union(map.columns)
    for name in names where !known.contains(name) {
      let remedy = "map it, or name it under \"ignore\""
      problems.append(
        Problem(.error, at: place, "the map does not name the column \"\(name)\"", remedy: remedy)
      )
    }
    guard problems.isEmpty else { throw ImportFailure(problems) }
    self.map = map
    self.columns = columns
    width = names.count
  }

  /// The id in a row, and what else it says.
  func read(
    _ record: CSVRecord
  ) throws(ImportCellError) -> (id: String, values: [(path: String, value: JSON)]) {
    if let fault = record.fault { throw ImportCellError(fault) }
    if record.fields.dropFirst(width).contains(where: { !ImportCell.trimmed($0).isEmpty }) {
      throw ImportCellError("\(record.fields.count) fields where the header has \(width)")
    }
    guard let id = try value(of: map.id, in: record) else {
      throw ImportCellError("no id in the column \"\(map.id.column ?? "")\"")
    }
    var values: [(path: String, value: JSON)] = []
    for (path, cell) in map.set {
      if let value = try value(of: cell, in: record) { values.append((path, value)) }
    }
    for (path, cells) in map.lists {
      var items: [JSON] = []
      for cell in cells {
        guard let value = try value(of: cell, in: record) else { continue }
        items += value.arrayValue ?? [value]
      }
      if !items.isEmpty { values.append((path, .array(items))) }
    }
    return (id.stringValue ?? id.compact(), values)
  }

  private func value(
    of cell: ImportCell,
    in record: CSVRecord
  ) throws(ImportCellError) -> JSON? {
    guard let column = cell.column else { return cell.constant }
    guard let position = columns[column], position < record.fields.count else { return nil }
    do throws(ImportCellError) {
      return try cell.value(of: record.fields[position])
    } catch {
      throw ImportCellError("column \"\(column)\": \(error.reason)", remedy: error.remedy)
    }
  }
}
