import JSONLogic

/// What keeps a segment's rule unknown for one customer, and what would settle it.
struct OpenRule {
  /// An attribute that is missing.
  struct Gap {
    var path: String
    /// Of the answers that the conditions on it could get, the share that decides the rule.
    var share: Double
  }

  let segment: Segment.ID
  /// Among the customer's memberships, strongest first.
  let position: Int
  var gaps: [Gap] = []
  /// Segments whose membership is not known.
  var segments: [Segment.ID] = []
  /// Whether a value is there and cannot be read.
  var isUnreadable = false

  init(_ segment: Segment.ID, position: Int) {
    self.segment = segment
    self.position = position
  }

  /// Of a rule that was read as a whole.
  init(_ segment: Segment.ID, position: Int, _ whole: OpenCondition) {
    self.init(segment, position: position)
    gaps = whole.gaps.map { gap in
      Gap(path: gap.path, share: gap.isDotted ? Self.share(gap.ifIn, gap.ifOut) : 0)
    }
    segments = whole.segments
    isUnreadable = whole.isUnreadable
  }

  static func share(_ ifIn: Answer, _ ifOut: Answer) -> Double {
    Double([ifIn, ifOut].count { $0 == .in || $0 == .out }) / 2
  }
}

extension CustomerReading {
  /// What keeps the rule open that was read last, from what its conditions said.
  func open(_ rule: PreparedRule, into open: inout OpenRule) {
    var gaps: [(path: String, isDotted: Bool)] = []
    visitDeciding(rule) { condition in
      guard let found = self.open(condition) else { return }
      for gap in found.gaps where !gaps.contains(where: { $0.path == gap.path }) {
        gaps.append((gap.path, gap.isDotted))
      }
      open.segments += found.segments
      open.isUnreadable = open.isUnreadable || found.isUnreadable
    }
    var answers: [Answer] = []
    open.gaps = gaps.map { gap in
      guard gap.isDotted else { return OpenRule.Gap(path: gap.path, share: 0) }
      let ifIn = answer(of: rule, assuming: gap.path, \.ifIn, &answers)
      let ifOut = answer(of: rule, assuming: gap.path, \.ifOut, &answers)
      return OpenRule.Gap(path: gap.path, share: OpenRule.share(ifIn, ifOut))
    }
  }

  /// The answer of the rule that was read last if what misses `path` answered in one way.
  private func answer(
    of rule: PreparedRule,
    assuming path: String,
    _ way: KeyPath<OpenCondition.Gap, Answer>,
    _ answers: inout [Answer]
  ) -> Answer {
    rule.answer(&answers) { place in
      let known = answer(at: place)
      guard known == .unknown, let open = open(rule.nodes[place].condition) else { return known }
      return open.gaps.first { $0.path == path }?[keyPath: way] ?? known
    }
    return answers.last ?? .unknown
  }
}
