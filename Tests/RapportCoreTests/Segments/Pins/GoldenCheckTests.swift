import JSONLogic
import Testing

@testable import RapportCore

struct GoldenCheckTests {
  private let moment = Instant(seconds: 1_800_000_000)
  private let reference = DefinitionReference(.segment, "loyal")
  private let segment: JSON = [
    "id": "loyal", "name": "Loyal", "priority": 1, "goal": ["text": "Keep them."],
    "rule": [">=": [["var": "behavioral.orders"], 10]],
    "golden": ["members": ["C-1"], "nonmembers": ["C-2"]],
  ]

  private var trial: DefinitionTrial {
    let files: [String: JSON] = [
      "store.json": ["name": "test", "format": 1],
      "attributes.json": MembershipEvaluatorTests.catalog, "segments/loyal.json": segment,
    ]
    return DefinitionTrial(Definitions(decoding: DefinitionDocuments(files: files)), at: moment)
  }

  private let known: [Customer.ID: KnownCustomer] = {
    let orders: [(Customer.ID, JSON)] = [
      ("C-1", ["orders": 11]), ("C-2", ["orders": 3]), ("C-3", ["orders": 2]), ("C-4", [:]),
    ]
    return Dictionary(
      uniqueKeysWithValues: orders.map { id, behavior in
        (
          id,
          KnownCustomer(
            Customer(id: id, record: ["id": .string(id.rawValue), "behavioral": behavior])
          )
        )
      }
    )
  }()

  private func change(_ body: (inout JSON) -> Void) -> DefinitionChange {
    var after = segment
    body(&after)
    return DefinitionChange(
      id: "1",
      at: moment,
      by: "mk",
      reason: "",
      edits: [.init(reference, before: segment, after: after)]
    )
  }

  private func atLeast(_ orders: Int) -> JSON {
    [">=": [["var": "behavioral.orders"], JSON(orders)]]
  }

  @Test func `a rule that loses who must belong tells the value that decided`() {
    let outcome = trial.outcome(of: change { $0["rule"] = atLeast(12) }).knowing(known)
    #expect(outcome.brokenPins.map(\.customer) == ["C-1"])
    #expect(
      outcome.brokenPins.first?.words == "must belong and does not: 11 orders (12 or more)"
    )
    #expect(outcome.brokenPins.first?.pointer == ["golden", "members", "0"])
    #expect(!outcome.isRefused)
  }

  @Test func `a rule that takes who must not belong is told too`() {
    let outcome = trial.outcome(of: change { $0["rule"] = atLeast(3) }).knowing(known)
    #expect(outcome.brokenPins.map(\.words) == ["must not belong and does: 3 orders (3 or more)"])
  }

  @Test func `what changes nothing for them breaks nothing`() {
    #expect(trial.outcome(of: change { $0["rule"] = atLeast(11) }).knowing(known).brokenPins == [])
    #expect(trial.outcome(of: change { $0["name"] = "Other" }).knowing(known).brokenPins == [])
    #expect(trial.outcome(of: change { $0["rule"] = atLeast(12) }).brokenPins == [])
  }

  @Test func `what is broken already stops no other change, a new pin of it does`() {
    var broken = segment
    broken["golden"] = ["members": ["C-1", "C-3"]]
    let files: [String: JSON] = [
      "store.json": ["name": "test", "format": 1],
      "attributes.json": MembershipEvaluatorTests.catalog, "segments/loyal.json": broken,
    ]
    let before = DefinitionTrial(
      Definitions(decoding: DefinitionDocuments(files: files)),
      at: moment
    )
    var renamed = broken
    renamed["name"] = "Other"
    let edit = DefinitionChange.Edit(reference, before: broken, after: renamed)
    let rename = DefinitionChange(id: "1", at: moment, by: "mk", reason: "", edits: [edit])
    #expect(before.outcome(of: rename).knowing(known).brokenPins == [])
    let pin = change { $0 = CustomerPin(.must, "C-3", in: "loyal").applied(to: $0) }
    #expect(trial.outcome(of: pin).reading.customers == ["C-1", "C-2", "C-3"])
    #expect(trial.outcome(of: pin).knowing(known).brokenPins.map(\.customer) == ["C-3"])
  }

  @Test func `who is not known yet does not belong, and may be one who must not`() {
    let must = change { $0 = CustomerPin(.must, "C-4", in: "loyal").applied(to: $0) }
    let words = trial.outcome(of: must).knowing(known).brokenPins.map(\.words)
    #expect(words == ["must belong and is not known yet: not known: orders"])
    let not = change { $0 = CustomerPin(.mustNot, "C-4", in: "loyal").applied(to: $0) }
    #expect(trial.outcome(of: not).knowing(known).brokenPins == [])
  }

  @Test func `a draft and a retired segment hold nobody to anything`() {
    let outcome = trial.outcome(
      of: change {
        $0["rule"] = atLeast(99)
        $0["status"] = "retired"
      }
    )
    #expect(outcome.knowing(known).brokenPins == [])
  }

  @Test func `an attribute that others are derived from is judged as it was and as it would be`() {
    let rule: JSON = ["<=": [["var": "behavioral.lastOrderDays"], 30]]
    let recent: JSON = [
      "id": "recent", "name": "Recent", "priority": 1, "goal": ["text": "Keep them."], "rule": rule,
      "golden": ["members": ["C-1"]],
    ]
    let catalog = MembershipEvaluatorTests.catalog
    let files: [String: JSON] = [
      "store.json": ["name": "test", "format": 1], "attributes.json": catalog,
      "segments/recent.json": recent,
    ]
    let record: JSONObject = ["id": "C-1", "behavioral": ["lastOrder": "2027-01-10"]]
    let known = [Customer.ID("C-1"): KnownCustomer(Customer(id: "C-1", record: record))]
    var lastOrder = catalog[1]
    lastOrder?["type"] = "text"
    let trial = DefinitionTrial(
      Definitions(decoding: DefinitionDocuments(files: files)),
      at: moment
    )
    func breaking(_ after: JSON?) -> [String] {
      let reference = DefinitionReference(.attribute, "behavioral.lastOrder")
      let edit = DefinitionChange.Edit(reference, before: catalog[1], after: after)
      let change = DefinitionChange(id: "1", at: moment, by: "mk", reason: "", edits: [edit])
      return trial.outcome(of: change).knowing(known).brokenPins.map(\.words)
    }
    #expect(breaking(catalog[1]) == [])
    let words = breaking(lastOrder)
    #expect(words.count == 1 && words[0].hasPrefix("must belong and is not known yet"), "\(words)")
  }

  @Test func `a pin stands in one list, sorted, and goes without leaving anything behind`() {
    let both = CustomerPin(.must, "C-0", in: "loyal").applied(to: segment)
    #expect(both["golden"]?["members"] == ["C-0", "C-1"])
    let moved = CustomerPin(.mustNot, "C-1", in: "loyal").applied(to: segment)
    #expect(moved["golden"] == ["nonmembers": ["C-1", "C-2"]])
    let one = CustomerPin(.none, "C-1", in: "loyal").applied(to: segment)
    let none = CustomerPin(.none, "C-2", in: "loyal").applied(to: one)
    #expect(one["golden"] == ["nonmembers": ["C-2"]] && none["golden"] == nil)
    #expect(CustomerPin(.must, "C-1", in: "loyal").applied(to: segment) == segment)
  }
}
