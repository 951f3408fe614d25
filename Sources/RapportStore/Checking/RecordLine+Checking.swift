import JSONLogic

extension RecordLine {
  /// Whether there is nothing in it but space.
  var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 } }

  /// Why it is no JSON object; nil where it is one.
  var syntaxFault: String? {
    do throws(JSONSyntaxError) {
      return try JSON(parsing: bytes).objectValue == nil ? "no object" : nil
    } catch {
      return "column \(error.column): \(error.reason)"
    }
  }
}
