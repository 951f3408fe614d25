import JSONLogic

extension StoreCheck {
  mutating func checkSegments() {
    let graph = SegmentGraph(definitions.segments)
    var priorities: [Int: Segment.ID] = [:]
    for segment in definitions.segments {
      let file = "segments/\(segment.id).json"
      checkReference(segment.tone, among: definitions.tones.map(\.id), "tone", file, "/tone")
      checkReferences(
        segment.services,
        among: definitions.services.map(\.id),
        "service",
        file,
        "/services"
      )
      checkReference(
        segment.owner.map { Agent.ID($0) },
        among: definitions.agents.map(\.id),
        "agent",
        file,
        "/owner",
        severity: .warning
      )
      if let rule = segment.rule { checkRule(rule, file, ["rule"]) }
      if let way = graph.cycles[segment.id] {
        note(
          file,
          "/rule",
          "the rule asks for itself: \(way.map(\.rawValue).joined(separator: ", "))",
          remedy: "take one in_segment out of the circle"
        )
      }
      checkManual(segment, file)
      // What cannot be read is named already.
      let isRead = definitions.documents.files[file]?.objectValue != nil
      guard segment.status == .active, isRead || segment.broken == nil else { continue }
      if segment.goal == nil {
        warn(file, "", "no goal", remedy: "say what the segment is for: {\"text\": ...}")
      }
      if segment.rule == nil, segment.broken == nil, segment.manual.isEmpty {
        warn(file, "", "nobody can be in it", remedy: "give it a rule")
      }
      if let other = priorities[segment.priority], segment.priority != Segment.lastPriority {
        warn(
          file,
          "/priority",
          "priority \(segment.priority) is that of \"\(other)\" too",
          remedy: "the one with more conditions wins, then the id"
        )
      }
      priorities[segment.priority] = priorities[segment.priority] ?? segment.id
    }
  }

  private mutating func checkManual(_ segment: Segment, _ file: String) {
    let golden = Set(segment.goldenMembers)
    for (position, id) in segment.goldenNonmembers.enumerated() where golden.contains(id) {
      note(
        file,
        "/golden/nonmembers/\(position)",
        "\"\(id)\" must belong and must not belong",
        remedy: "take it out of one of the two"
      )
    }
  }

  /// The customers pinned as must belong or must not belong for which the rules say otherwise.
  ///
  /// `facts` gives a customer, or nil where there is none of that id.
  package static func golden(
    of definitions: Definitions,
    at moment: Instant,
    _ known: [Customer.ID: KnownCustomer]
  ) -> [Problem] {
    let facts = known.mapValues { $0.facts(in: definitions, at: moment) }
    let evaluator = MembershipEvaluator(definitions, at: moment)
    var problems: [Problem] = []
    for segment in definitions.segments where segment.status == .active {
      let pinned =
        [(segment.goldenMembers, "members", true)]
        + [(segment.goldenNonmembers, "nonmembers", false)]
      for (ids, key, isMember) in pinned {
        for (position, id) in ids.enumerated() {
          let place = Place(
            file: "segments/\(segment.id).json",
            pointer: "/golden/\(key)/\(position)"
          )
          guard let facts = facts[id] else {
            problems.append(Problem(.warning, at: place, "there is no customer \"\(id)\""))
            continue
          }
          let membership = evaluator.membership(of: facts, in: segment)
          if (membership.answer == .in) == isMember { continue }
          problems.append(
            Problem(
              .error,
              at: place,
              "\"\(id)\" \(isMember ? "must belong and does not" : "must not belong and does")",
              remedy: membership.why
            )
          )
        }
      }
    }
    return problems
  }
}
