import RapportCore

/// What changed definitions mean for the customer in front of the agent.
struct SegmentNews: Sendable, Hashable {
  private(set) var joined: [String] = []
  private(set) var left: [String] = []
  /// It is not known any more whether they belong.
  private(set) var open: [String] = []
  /// Still in them, by another version.
  private(set) var changed: [String] = []

  /// Nil where they belong where they did, by the same versions.
  init?(from old: [Membership], to new: [Membership]) {
    let before = Dictionary(old.filter { $0.answer == .in }.map { ($0.segment, $0) }) { $1 }
    let after = Dictionary(new.map { ($0.segment, $0.answer) }) { $1 }
    for membership in new where membership.answer == .in {
      guard let last = before[membership.segment] else {
        joined.append(membership.name)
        continue
      }
      if last.revision != membership.revision { changed.append(membership.name) }
    }
    for membership in old where membership.answer == .in {
      switch after[membership.segment] {
      case .in: break
      case .unknown: open.append(membership.name)
      case .out, .broken, nil: left.append(membership.name)
      }
    }
    if joined.isEmpty, left.isEmpty, open.isEmpty, changed.isEmpty { return nil }
  }

  /// `changed meanwhile: not in Loyal advocates any more; Mobile-first has a new version`.
  var words: String {
    var parts: [String] = []
    if !left.isEmpty { parts.append("not in \(left.joined(separator: ", ")) any more") }
    if !open.isEmpty { parts.append("not known any more: \(open.joined(separator: ", "))") }
    if !joined.isEmpty { parts.append("now in \(joined.joined(separator: ", "))") }
    if !changed.isEmpty {
      let verb = changed.count == 1 ? "has a new version" : "have new versions"
      parts.append("\(changed.joined(separator: ", ")) \(verb)")
    }
    return "changed meanwhile: \(parts.joined(separator: "; "))"
  }
}
