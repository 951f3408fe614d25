import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

struct FindingTests {
  private static let attributes = ["geographic.city", "geographic.postcode"]
  #if DEBUG
  private let queries = 600
  #else
  private let queries = 10_000
  #endif

  @Test func `finding agrees with looking at everybody, for many queries`() async throws {
    let seed: UInt64 = 42
    var drawn = DrawnFinding(seed: seed)
    let people = drawn.people(90)
    let folder = try TemporaryFolder()
    try folder.write(RecordFile.lines(of: people), to: "customers.jsonl")
    let directory = ScanDirectory(
      StoreLocation(folder.path),
      fields: SearchedFields(attributes: Self.attributes),
      country: "DE"
    )
    await directory.finishReading()
    let naive = NaiveFinder(people, attributes: Self.attributes)
    let plan = DialingPlan(country: "DE")
    var different: [String] = []
    var guessed = 0
    for _ in 0..<queries {
      let query = drawn.query(people)
      let expected = naive.find(query, plan: plan, limit: 20)
      let result = await directory.find(query, limit: 20)
      let found = result.hits.map(\.id.rawValue)
      if result.count > result.certain { guessed += 1 }
      guard
        found != expected.ids || result.count != expected.count
          || result.certain != expected.certain
      else { continue }
      different.append(
        "\(query): \(found) \(result.count) \(result.certain), not \(expected)"
      )
    }
    #expect(different.isEmpty, "seed \(seed): \(different.count), \(different.prefix(3))")
    #expect(guessed * 3 > queries, "\(guessed)")
  }
}
