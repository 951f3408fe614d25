import JSONLogic
import RapportCore

extension Problem {
  /// The documented JSON of `rapport check`.
  var json: JSON {
    [
      "severity": .string(severity.rawValue),
      "file": .string(place.file),
      "line": place.line.map { .number(JSONNumber($0)) } ?? .null,
      "pointer": place.pointer.map { .string($0) } ?? .null,
      "message": .string(message),
      "remedy": remedy.map { .string($0) } ?? .null,
      "finding": finding.map { .string($0.rawValue) } ?? .null,
    ]
  }
}
