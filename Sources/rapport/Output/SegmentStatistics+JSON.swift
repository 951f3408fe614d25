import JSONLogic
import RapportCore

extension GroupContrast {
  /// What sets apart a group, as `segment show` and `segment compare` print it.
  var json: JSON {
    [
      "first": JSON(first), "second": JSON(second),
      "attributes": .array(attributes.filter { $0.difference != nil }.map(\.json)),
    ]
  }
}

extension AttributeContrast {
  fileprivate var json: JSON {
    var json: JSONObject = [
      "path": .string(id),
      "known": ["first": JSON(known.first), "second": JSON(known.second)],
      "difference": difference.map { JSON($0) } ?? .null,
    ]
    if let numbers {
      json["mean"] = ["first": JSON(numbers.first.mean), "second": JSON(numbers.second.mean)]
    } else {
      json["levels"] = .array(
        levels.map { level in
          [
            "value": level.value, "first": JSON(level.first), "second": JSON(level.second),
            "difference": JSON(level.difference),
            "lift": lift(of: level).map { JSON($0) } ?? .null,
          ]
        }
      )
    }
    return .object(json)
  }
}

extension SegmentCriteria {
  var json: JSON {
    .array(
      all.map { criterion in
        [
          "name": .string(criterion.name), "verdict": .string(criterion.verdict.rawValue),
          "evidence": .string(criterion.evidence),
        ]
      }
    )
  }
}

extension Overlap {
  /// With the shares of all in either, and of each one's members.
  func json(_ first: Segment.ID, _ second: Segment.ID) -> JSON {
    [
      "first": .string(first.rawValue), "second": .string(second.rawValue), "both": JSON(both),
      "ofEither": ofEither.map { JSON($0) } ?? .null,
      "ofFirst": ofFirst.map { JSON($0) } ?? .null,
      "ofSecond": ofSecond.map { JSON($0) } ?? .null,
    ]
  }

  /// `4,210 in both: 33 % of all in either; 61 % of loyal, 12 % of mobile`.
  func words(_ first: String, _ second: String) -> String {
    func percent(_ share: Double?) -> String {
      share.map { NumberWords.words($0 * 100, fraction: 1) + " %" } ?? "none"
    }
    return "\(SegmentSizeTable.number(both)) in both: \(percent(ofEither)) of all in either; "
      + "\(percent(ofFirst)) of \(first), \(percent(ofSecond)) of \(second)"
  }
}
