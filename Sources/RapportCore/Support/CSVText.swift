/// Rows of CSV (RFC 4180) that a spreadsheet takes for text and never for formulas.
package enum CSVText {
  package static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") }

  /// Quoted where it has to be; with an apostrophe in front of what would be a formula.
  package static func cell(_ text: String) -> String {
    let safe = isFormula(text) ? "'" + text : text
    guard safe.unicodeScalars.contains(where: { ["\"", ",", "\n", "\r"].contains($0) }) else {
      return safe
    }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }

  /// A number may begin with its sign.
  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, ["=", "+", "-", "@", "\t", "\r"].contains(first)
    else { return false }
    return !(first == "-" && Double(text) != nil)
  }
}
