import JSONLogic
import RapportCore

@testable import RapportTUI

/// The small store with numbered customers: the n-th has 2n orders, every second one is in Berlin.
enum CountedDefinitions {
  static let documents: [String: JSON] = {
    var documents = WorkbenchDefinitions.documents
    documents["segments/berliners.json"] = WorkbenchDefinitions.json(
      """
      {"id": "berliners", "name": "Berliners", "priority": 25,
       "rule": {"===": [{"var": "geographic.city"}, "Berlin"]}}
      """
    )
    documents["attributes.json"] = WorkbenchDefinitions.json(
      """
      [{"path": "behavioral.orders", "label": {"en": "orders"}, "type": "integer"},
       {"path": "geographic.city", "label": {"en": "city"}, "type": "text"},
       {"path": "geographic.country", "label": {"en": "country"}, "type": "text"},
       {"path": "geographic.postcode", "label": {"en": "postcode"}, "type": "text"}]
      """
    )
    return documents
  }()

  static let definitions = Definitions(decoding: DefinitionDocuments(files: documents))

  static func bench(_ columns: Int = 80, _ rows: Int = 24, customers: Int = 10) -> Bench {
    var knowledge = PreviewGuide.knowledge
    knowledge.definitions = definitions
    knowledge.evaluate = { known, now in
      MembershipEvaluator(definitions, at: now)
        .memberships(of: CustomerFacts(known.customer, account: known.account))
    }
    knowledge.explain = { known, id, now in
      guard let known, let segment = definitions.segments.first(where: { $0.id == id }) else {
        return nil
      }
      let facts = CustomerFacts(known.customer, account: known.account)
      return MembershipEvaluator(definitions, at: now).tree(of: facts, in: segment)
    }
    var bench = Bench(columns, rows, knowledge: knowledge)
    bench.app.agent.role = .supervisor
    bench.definitions.documents = definitions.documents
    bench.store.customers = [:]
    // Of ten customers three have 12 orders or more.
    for number in 1...customers {
      let orders = customers == 10 ? (number > 6 ? 2 * number : number) : 20
      let record: JSONObject = [
        "id": .string("C-\(number)"), "name": .string("Person \(number)"),
        "behavioral": ["orders": JSON(number == 10 ? 1 : orders)],
        "geographic": ["city": .string(number.isMultiple(of: 2) ? "Bonn" : "Berlin")],
      ]
      if let customer = Customer(record: record) { bench.store.put(customer) }
    }
    bench.press("F4")
    return bench
  }
}
