/// Says of versions who made them, when and why.
package struct VersionWords: Sendable {
  private let agents: [Agent.ID: String]
  private let zone: Zone
  private let wording: Wording

  package init(_ definitions: Definitions, wording: Wording) {
    agents = Dictionary(definitions.agents.map { ($0.id, $0.name) }) { first, _ in first }
    zone = wording.zone
    self.wording = wording
  }

  /// `Mara King`; `outside` for what was changed without the program.
  package func who(_ version: SegmentVersion) -> String {
    guard let by = version.change?.by else { return "" }
    return by == DefinitionChange.outside ? "outside" : agents[by] ?? by.rawValue
  }

  /// `2 Oct 2026 14:10`, in the store's zone; empty for what was there before the history begins.
  package func when(_ version: SegmentVersion) -> String {
    guard let at = version.change?.at else { return "" }
    let local = zone.local(at)
    return "\(wording.date(local.date)) \(local.clock)"
  }

  /// `2 Oct 2026`.
  package func day(_ version: SegmentVersion) -> String {
    (version.change?.at).map { wording.date(zone.date($0)) } ?? ""
  }

  package func why(_ version: SegmentVersion) -> String {
    version.change?.reason ?? "before the history begins"
  }

  /// `version 8, 2 Oct 2026 14:10, Mara King: fewer orders are enough`.
  package func line(_ version: SegmentVersion) -> String {
    let parts = ["version \(version.revision)", when(version), who(version)]
    return "\(parts.filter { !$0.isEmpty }.joined(separator: ", ")): \(why(version))"
  }
}
