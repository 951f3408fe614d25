package import JSONLogic

extension SegmentMerge {
  /// A field that the two say differently.
  package struct Field: Sendable, Identifiable {
    package enum Outcome: Sendable, Hashable {
      /// Both are kept.
      case united
      /// One of the two has to be chosen; this is the choice as it stands.
      case chosen(Side)
      /// Only one says anything.
      case only(Side)
    }

    package var key: String
    package var first: JSON?
    package var second: JSON?
    package var outcome: Outcome
    /// What both cannot be at once: customers who must and must not belong.
    package var contradictions: [String] = []

    package var id: String { key }

    /// Whether somebody has to choose.
    package var isConflict: Bool {
      if case .chosen = outcome { return true }
      return !contradictions.isEmpty
    }
  }

  private static let united: Set<String> = [
    "needs", "preferences", "behaviors", "services", "waive", "golden", "manual",
  ]

  /// Every field that the two say differently, those that have to be chosen first.
  package var fields: [Field] {
    let (own, their) = (document(first), document(second))
    let keys = Set((own.objectValue?.keys ?? []) + (their.objectValue?.keys ?? []))
    let all = keys.subtracting(["id", "revision", "rule"]).sorted().compactMap { key -> Field? in
      let (left, right) = (said(key, own), said(key, their))
      guard left != right else { return nil }
      var field = Field(key: key, first: left, second: right, outcome: .united)
      if Self.united.contains(key) {
        field.contradictions = contradictions(key, left, right)
      } else if left == nil || right == nil {
        field.outcome = .only(left == nil ? .second : .first)
      } else {
        field.outcome = .chosen(choices[key] ?? .first)
      }
      return field
    }
    return all.filter(\.isConflict) + all.filter { !$0.isConflict }
  }

  /// What a segment's JSON says; a segment that says no status is in use.
  private func said(_ key: String, _ object: JSON) -> JSON? {
    if let value = object[key] { return value }
    return key == "status" ? JSON.string(Segment.Status.active.rawValue) : JSON?.none
  }

  func merged(_ key: String, _ own: JSON?, _ their: JSON?) -> JSON? {
    let preferred = choices[key] ?? .first
    guard Self.united.contains(key) else {
      let isActive = said(key, [:])
      let (own, their) = (own ?? isActive, their ?? isActive)
      return preferred == .first ? own ?? their : their ?? own
    }
    let (left, right) = preferred == .first ? (own, their) : (their, own)
    switch key {
    case "golden": return golden(left, right)
    case "manual": return manual
    default: return union(own?.arrayValue ?? [], their?.arrayValue ?? [])
    }
  }

  func union(_ own: [JSON], _ their: [JSON]) -> JSON? {
    let all = own + their.filter { !own.contains($0) }
    return all.isEmpty ? nil : .array(all)
  }

  /// Of a customer who must and must not belong what the preferred one says counts.
  private func golden(_ preferred: JSON?, _ other: JSON?) -> JSON? {
    func list(_ json: JSON?, _ key: String) -> [JSON] { json?[key]?.arrayValue ?? [] }
    let members = list(preferred, "members")
    let nonmembers = list(preferred, "nonmembers")
    var golden: JSONObject = [:]
    golden["members"] = union(
      members,
      list(other, "members").filter { !nonmembers.contains($0) }
    )
    golden["nonmembers"] = union(
      nonmembers,
      list(other, "nonmembers").filter { !members.contains($0) }
    )
    return golden.keys.isEmpty ? nil : .object(golden)
  }

  /// Customers of whom the two say the opposite.
  private func contradictions(_ key: String, _ own: JSON?, _ their: JSON?) -> [String] {
    switch key {
    case "golden":
      func list(_ json: JSON?, _ key: String) -> Set<String> {
        Set((json?[key]?.arrayValue ?? []).compactMap(\.stringValue))
      }
      return list(own, "members").intersection(list(their, "nonmembers"))
        .union(list(own, "nonmembers").intersection(list(their, "members"))).sorted()
    case "manual":
      func verdicts(_ json: JSON?) -> [String: Bool] {
        (json?.arrayValue ?? []).reduce(into: [:]) { verdicts, entry in
          guard let customer = entry["customer"]?.stringValue else { return }
          verdicts[customer] = entry["member"]?.boolValue ?? true
        }
      }
      let other = verdicts(their)
      return verdicts(own).filter { entry in other[entry.key].map { $0 != entry.value } ?? false }
        .keys.sorted()
    default: return []
    }
  }
}
