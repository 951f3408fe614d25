package import JSONLogic

/// Counts and names customers by segment and rule, over the whole base.
///
/// Every call is asynchronous, made off the interface's thread, and stops early when its task is
/// cancelled. Each throws what keeps the customers from being read.
package protocol SegmentStatistics: Sendable {
  /// The segments and the catalog that later questions are about.
  func use(_ definitions: Definitions) async

  /// The sizes of segments, of all that are not retired where `ids` is nil, in their order.
  func sizes(of ids: [Segment.ID]?, at moment: Instant) async throws -> [SegmentSize]

  /// The sizes of all segments, and how the customers spread over them.
  func overview(at moment: Instant) async throws -> SegmentOverview

  /// How many customers a rule holds for.
  func size(of rule: Rule, at moment: Instant) async throws -> AnswerCounts

  /// Who joins and who leaves which segment when some are changed, those too whose rules ask for them.
  ///
  /// - Parameters:
  ///   - change: the segments as they are, or were, and as they would be.
  ///   - samples: so many joiners and leavers of each are named.
  ///   - moment: when the rules are read.
  /// - Returns: the counts and the ids, decisions by hand among them.
  /// - Throws: what keeps the customers from being read.
  func effect(
    of change: SegmentsChange,
    samples: Int,
    at moment: Instant
  ) async throws -> SegmentsEffect

  /// What a segment would be like in the place of the one with its id, if there is one, with the other
  /// active segments that share those who would be in.
  func preview(of segment: Segment, samples: Int, at moment: Instant) async throws -> RulePreview

  /// How the values of an attribute spread over all customers, with at most `limit` of the most
  /// frequent ones; nil where they are too many and too different to be counted.
  func distribution(
    of path: String,
    limit: Int,
    at moment: Instant
  ) async throws -> AttributeDistribution?

  /// For each pair of segments how many customers are in both.
  func overlaps(of ids: [Segment.ID], at moment: Instant) async throws -> [[Int]]

  /// What sets a group of customers apart from another.
  func contrast(
    _ first: CustomerGroup,
    with second: CustomerGroup,
    at moment: Instant
  ) async throws -> GroupContrast

  /// Works out what contrasts need whatever the groups are, so that the first one is as quick as the
  /// others; other questions come in between.
  func prepareContrasts(at moment: Instant) async throws

  /// Some customers of a group, and how many there are.
  func members(_ query: MemberQuery, at moment: Instant) async throws -> MemberPage

  /// How far customers and callers can be told apart.
  func identities(at moment: Instant) async throws -> CustomerIdentities

  /// Who there is to serve: customers by segment and language, and what they contacted us about.
  func demand(at moment: Instant) async throws -> Demand
}
