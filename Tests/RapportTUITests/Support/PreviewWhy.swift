import JSONLogic
import RapportCore

/// Explanations made by hand, of every shape that a rule can have.
enum PreviewWhy {
  static func tree(of segment: Segment.ID, for customer: Customer?) -> ExplanationTree? {
    switch segment {
    case "key-accounts": keyAccounts
    case "green-minded": greenMinded(customer)
    case "loyal-advocates": loyal(customer)
    default: nil
    }
  }

  /// A group in a group, what is nearly so, another segment, and a way that does not decide.
  private static var keyAccounts: ExplanationTree {
    var people = node(.out, "38 employees", "50 or more", "/and/0")
    people.near = "nearly: 12 employees short"
    var bikes = node(.in, "26 bikes in the fleet", "25 or more", "/and/1")
    bikes.decides = false
    let role = node(.out, "role in the company is rides a company bike", "owner", "/and/2/or/0")
    let title = node(.out, "job title: Optikerin", "with fleet", "/and/2/or/1")
    var member = node(.unknown, "Green-minded", "member", "/and/3")
    member.segment = "green-minded"
    member.decides = false
    let any = group(.out, "any of", "/and/2", [role, title])
    return group(.out, "all of", "", [people, bikes, any, member])
  }

  private static func greenMinded(_ customer: Customer?) -> ExplanationTree {
    let values = customer?.value(at: "psychographic.values")?.arrayValue
    let answer: Membership.Answer =
      values.map { $0.contains("sustainability") ? .in : .out } ?? .unknown
    var leaf = node(answer, "values", "with sustainability", "")
    leaf.path = "psychographic.values"
    return leaf
  }

  private static func loyal(_ customer: Customer?) -> ExplanationTree {
    let orders = customer?.value(at: "behavioral.orders")?.intValue
    let answer: Membership.Answer = orders.map { $0 >= 12 ? .in : .out } ?? .unknown
    var leaf = node(answer, orders.map { "\($0) orders" } ?? "orders", "12 or more", "")
    leaf.path = "behavioral.orders"
    if let orders, orders == 11 { leaf.near = "nearly: 1 order short" }
    return leaf
  }

  private static func node(
    _ answer: Membership.Answer,
    _ found: String,
    _ wanted: String?,
    _ pointer: String
  ) -> ExplanationTree {
    let tokens = pointer.split(separator: "/").map(String.init)
    return ExplanationTree(
      answer: answer,
      found: found,
      wanted: wanted,
      pointer: JSONPointer(tokens)
    )
  }

  private static func group(
    _ answer: Membership.Answer,
    _ title: String,
    _ pointer: String,
    _ children: [ExplanationTree]
  ) -> ExplanationTree {
    var node = node(answer, title, nil, pointer)
    node.children = children
    return node
  }
}
