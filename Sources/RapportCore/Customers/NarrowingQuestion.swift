import Glibc
import JSONLogic

/// What to ask a caller so that of many hits as few as possible remain.
package struct NarrowingQuestion: Sendable, Hashable {
  /// The path of an attribute, or company, email, phone.
  package var field: String
  /// How much the answer tells: 1 halves the hits, 2 leaves a quarter.
  package var bits: Double

  /// Less is not worth a question.
  private static let least = 1.0
  /// An earlier field is asked for rather than a later one that tells so much more.
  private static let tolerance = 1.5

  /// The best question about these hits; nil where none would tell much.
  ///
  /// It is the first of the attributes, then company, e-mail and phone, whose entropy among the hits
  /// is within one and a half bits of the greatest: Shannon, "A Mathematical Theory of Communication" (1948). Hits
  /// without a value tell nothing, as they stay whatever the answer is. What most hits were found by
  /// is known already.
  ///
  /// - Parameters:
  ///   - hits: as they were found; a hundred are enough.
  ///   - attributes: those that callers can be asked for, the preferred ones first.
  package init?(_ hits: [Hit], attributes: [Attribute]) {
    let said = hits.reduce(into: [String: Int]()) { counts, hit in
      for field in Set(hit.words.map(\.field)) { counts[field, default: 0] += 1 }
    }
    let fields = attributes.map(\.path) + ["company", "email", "phone"]
    let questions = fields.filter { (said[$0] ?? 0) * 2 < hits.count }.map { field in
      (field, Self.bits(hits.map { Self.value(field, $0.customer) }))
    }
    guard let most = questions.map(\.1).max(), most >= Self.least,
      let question = questions.first(where: { $0.1 >= max(Self.least, most - Self.tolerance) })
    else { return nil }
    (field, bits) = question
  }

  private static func value(_ field: String, _ customer: Customer) -> String? {
    switch field {
    case "company": customer.company
    case "email": customer.emails.first
    case "phone": customer.phones.first
    default: customer.value(at: field)?.compact()
    }
  }

  private static func bits(_ values: [String?]) -> Double {
    let counts = Dictionary(grouping: values.compactMap(\.self)) { $0 }.values.map(\.count).sorted()
    let all = Double(values.count)
    return counts.reduce(0) { $0 + Double($1) / all * log2(all / Double($1)) }
  }
}
