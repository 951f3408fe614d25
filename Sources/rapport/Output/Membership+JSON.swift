import JSONLogic
import RapportCore

extension Membership {
  /// The documented JSON of a membership in `rapport show` and `rapport explain`.
  var json: JSONObject {
    [
      "segment": .string(segment.rawValue),
      "name": .string(name),
      "revision": .number(JSONNumber(revision)),
      "answer": .string(answer.rawValue),
      "because": .array(
        because.map { reason in
          [
            "text": .string(reason.text), "answer": .string(reason.answer.rawValue),
            "path": reason.path.map { .string($0) } ?? .null, "actual": reason.actual ?? .null,
          ]
        }
      ),
      "nearMiss": nearMiss.map { .string($0) } ?? .null,
      "manual": .bool(manual != nil),
    ]
  }
}
