import JSONLogic
import RapportCore

extension Problem {
  /// The documented JSON of `rapport check`; `finding` only for what
  /// is a matter of judgement, `quote` where it is about words.
  var json: JSON {
    var json: JSONObject = [
      "severity": .string(severity.rawValue),
      "file": .string(place.file),
      "line": place.line.map { .number(JSONNumber($0)) } ?? .null,
      "pointer": place.pointer.map { .string($0) } ?? .null,
      "message": .string(message),
      "remedy": remedy.map { .string($0) } ?? .null,
    ]
    if let finding { json["finding"] = .string(finding.rawValue) }
    if let quote { json["quote"] = .string(quote) }
    return .object(json)
  }
}
