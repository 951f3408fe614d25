/// What votes and answers say of segments: counted in one way for every screen and every command.
package struct SegmentValidations: Sendable {
  private let settings: StoreSettings
  private let rules: [Segment.ID: RuleVersions]
  private let lines: [Segment.ID: [Feedback]]

  /// - Parameters:
  ///   - feedback: on anything, in any order.
  ///   - changes: of any definitions, the newest first.
  ///   - settings: the limits.
  ///   - moment: what is later is left out.
  package init(
    _ feedback: [Feedback],
    _ changes: [DefinitionChange],
    _ settings: StoreSettings,
    at moment: Instant
  ) {
    self.settings = settings
    rules = RuleVersions.all(changes.filter { $0.at <= moment })
    let said = feedback.filter { $0.at <= moment && $0.on?.kind == "segment" }
    lines = Dictionary(grouping: said) { Segment.ID($0.on?.id ?? "") }
  }

  /// What was said of a segment, by anybody.
  package func feedback(on segment: Segment.ID) -> [Feedback] { lines[segment] ?? [] }

  package subscript(segment: Segment) -> SegmentValidation {
    SegmentValidation(
      of: segment,
      feedback(on: segment.id),
      rules: rules[segment.id],
      settings: settings
    )
  }
}
