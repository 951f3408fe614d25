import JSONLogic
import RapportCore

/// Something that must not be, with what makes it happen again.
struct FuzzFinding {
  var seed: UInt64
  var round: Int
  var what: String
  var rule: String

  var json: JSON {
    [
      "seed": .string("\(seed)"), "round": JSON(round), "what": .string(what),
      "rule": .string(String(rule.prefix(2_000))),
    ]
  }
}
