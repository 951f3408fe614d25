/// A customer who may be the caller of whom a record is about to be made.
package struct LikelyDuplicate: Sendable, Hashable, Identifiable {
  /// What of the new caller was looked for.
  package enum Field: String, Sendable, Hashable, CaseIterable { case phone, email, name }

  /// What they have in common.
  package struct Reason: Sendable, Hashable {
    package var field: Field
    package var quality: Hit.Quality
    /// Whether all of the customer's own value was typed.
    package var isWhole: Bool
  }

  package var customer: Customer
  /// The most telling first; never empty.
  package var reasons: [Reason]

  package var id: Customer.ID { customer.id }

  /// Whether they have the very phone number or e-mail address.
  package var isClear: Bool {
    reasons.contains { $0.quality == .exact && $0.field != .name }
  }

  /// What to look for of a caller; what is too short to tell anybody is left out.
  package static func queries(for caller: NewCaller) -> [(field: Field, text: String)] {
    var queries: [(field: Field, text: String)] = []
    if caller.phone.count(where: \.isNumber) >= NewCaller.shortestPhone {
      queries.append((.phone, caller.phone))
    }
    let parts = caller.email.split(separator: "@", omittingEmptySubsequences: false)
    if parts.count == 2, parts.allSatisfy({ $0.nonBlank != nil }) {
      queries.append((.email, caller.email))
    }
    let hasName =
      caller.name.count { $0.isLetter } > 1 || caller.name.contains(where: \.isIdeograph)
    if hasName { queries.append((.name, caller.name)) }
    return queries
  }

  /// Merges what was found, the most telling first: the same number or address, then names.
  package static func among(_ found: [(field: Field, text: String, hits: [Hit])]) -> [Self] {
    var duplicates: [Self] = []
    for (field, text, hits) in found {
      for hit in hits {
        guard let reason = Reason(field, hit, typed: text) else { continue }
        if let index = duplicates.firstIndex(where: { $0.id == hit.id }) {
          duplicates[index].reasons.append(reason)
        } else {
          duplicates.append(Self(customer: hit.customer, reasons: [reason]))
        }
      }
    }
    for index in duplicates.indices { duplicates[index].reasons.sort { $0.rank < $1.rank } }
    func weight(_ place: Int) -> (Int, Int, Int) {
      let reasons = duplicates[place].reasons
      return (reasons.first?.rank ?? .max, -reasons.count, place)
    }
    return duplicates.indices.sorted { weight($0) < weight($1) }.map { duplicates[$0] }
  }
}

extension LikelyDuplicate.Reason {
  /// Nil where the hit is one by something else, or too loose to bother anybody with.
  fileprivate init?(_ field: LikelyDuplicate.Field, _ hit: Hit, typed: String) {
    guard hit.missing.isEmpty, !hit.words.isEmpty,
      hit.words.allSatisfy({ $0.field == field.rawValue })
    else { return nil }
    switch field {
    case .phone: guard [.exact, .suffix].contains(hit.quality) else { return nil }
    case .email: guard [.exact, .fuzzy].contains(hit.quality) else { return nil }
    case .name: guard hit.quality != .suffix, hit.quality != .partial else { return nil }
    }
    self.field = field
    quality = hit.quality
    let name = hit.customer.name.displayed(language: hit.customer.language) ?? ""
    let isWholeName = name.split(separator: " ").count == typed.split(separator: " ").count
    isWhole = field == .name ? isWholeName : quality == .exact
  }

  /// The lower, the surer it is the same person.
  fileprivate var rank: Int {
    switch (field, quality) {
    case (.phone, .exact), (.email, .exact): 0
    case (.name, .exact): isWhole ? 1 : 4
    case (.phone, _), (.email, _): 2
    case (.name, .prefix): isWhole ? 4 : 5
    default: 3
    }
  }
}

extension Substring {
  fileprivate var nonBlank: String? { String(self).nonBlank }
}

extension Character {
  /// One of these may be a whole name.
  fileprivate var isIdeograph: Bool { unicodeScalars.first?.properties.isIdeographic ?? false }
}
