package import JSONLogic

extension StoreCheck {
  /// The id of a rule that is checked before any segment has it.
  package static let draftID = Segment.ID("rule")

  /// The definitions with one more, weakest segment of this rule; nil where it cannot be used.
  package static func trying(_ json: JSON, in definitions: Definitions) -> Definitions? {
    guard let rule = try? Rule(json, operations: RuleOperations.names) else { return nil }
    var segment = Segment(id: draftID, name: "rule", priority: Segment.lastPriority)
    segment.rule = rule
    var definitions = definitions
    definitions.segments.removeAll { $0.id == draftID }
    definitions.segments.append(segment)
    return definitions
  }

  /// Everything that is wrong with one rule in a store; places are `rule` and a pointer into it.
  package static func problems(
    of json: JSON,
    in definitions: Definitions,
    at moment: Instant
  ) -> [Problem] {
    let faults = Rule.validate(json, operations: RuleOperations.names).map { fault in
      Problem(
        .error,
        at: Place(file: draftID.rawValue, pointer: fault.pointer.description),
        fault.reason,
        remedy: fault.remedy
      )
    }
    guard let definitions = trying(json, in: definitions),
      let rule = definitions.segments.last?.rule
    else { return faults }
    var check = StoreCheck(definitions, at: moment)
    check.checkRule(rule, draftID.rawValue, [])
    check.checkShadows(of: draftID)
    return faults + check.problems.map(\.withinRule)
  }
}

extension Problem {
  /// A problem of the segment that is tried, with its place in the rule alone.
  package var withinRule: Problem {
    var problem = self
    if place.file == "segments/\(StoreCheck.draftID).json" {
      let pointer = place.pointer ?? ""
      problem.place.file = StoreCheck.draftID.rawValue
      problem.place.pointer =
        pointer.hasPrefix("/rule") ? String(pointer.dropFirst(5)) : pointer
    }
    return problem
  }
}
