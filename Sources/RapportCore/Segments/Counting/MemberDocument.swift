import JSONLogic

/// A list of customers as text for other programs: each with id, name, and the values of some columns.
package struct MemberDocument: Sendable {
  package enum Form: String, Sendable, CaseIterable {
    /// For spreadsheets; what would be a formula there begins with an apostrophe.
    case csv
    /// One array.
    case json
    /// An object a line.
    case jsonl

    /// As the end of a file's name says; CSV where it says nothing.
    package init(path: String) {
      let name = path.lowercased()
      self = name.hasSuffix(".jsonl") ? .jsonl : name.hasSuffix(".json") ? .json : .csv
    }

    /// On screen.
    package var words: String {
      switch self {
      case .csv: "CSV"
      case .json: "JSON"
      case .jsonl: "JSON, an object a line"
      }
    }
  }

  private let form: Form
  private let columns: [String]

  /// - Parameters:
  ///   - form: how it is written.
  ///   - columns: the paths of the values of each row.
  package init(_ form: Form, columns: [String]) {
    (self.form, self.columns) = (form, columns)
  }

  /// What stands before the first row.
  package var head: String {
    switch form {
    case .csv: CSVText.row(["id", "name"] + columns) + "\r\n"
    case .json: "["
    case .jsonl: ""
    }
  }

  package func text(of row: MemberPage.Row, isFirst: Bool) -> String {
    let customer = CustomerPresentation(row.customer, account: row.account)
    switch form {
    case .csv:
      let name = Self.name(customer) ?? ""
      return CSVText.row([customer.id, name] + row.values.map(Self.cell)) + "\r\n"
    case .json:
      return (isFirst ? "\n  " : ",\n  ") + json(row, customer).compact(escaping: .terminal)
    case .jsonl: return json(row, customer).compact(escaping: .terminal) + "\n"
    }
  }

  /// What stands behind the last row.
  package func end(isEmpty: Bool) -> String {
    switch form {
    case .csv, .jsonl: ""
    case .json: isEmpty ? "]\n" : "\n]\n"
    }
  }

  private func json(_ row: MemberPage.Row, _ customer: CustomerPresentation) -> JSON {
    var json: JSONObject = ["id": .string(customer.id), "name": .null]
    if let name = Self.name(customer) { json["name"] = .string(name) }
    for (path, value) in zip(columns, row.values) { json[path] = value ?? .null }
    return .object(json)
  }

  /// Of the person or the company; nothing where there is none, and not words for it.
  private static func name(_ customer: CustomerPresentation) -> String? {
    customer.hasName || customer.company != nil ? customer.name : nil
  }

  /// As it is kept; a list with semicolons between.
  private static func cell(_ value: JSON?) -> String {
    switch value {
    case nil, .null?: ""
    case .string(let text)?: text
    case .array(let items)?: items.map { $0.stringValue ?? $0.compact() }.joined(separator: "; ")
    case let value?: value.compact()
    }
  }
}
