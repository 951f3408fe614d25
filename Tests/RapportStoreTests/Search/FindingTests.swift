import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

struct FindingTests {
  private static let attributes = ["geographic.city", "geographic.postcode"]
  #if DEBUG
  private let queries = 80
  #else
  private let queries = 10_000
  #endif

  /// How the customers come to be found.
  enum Way: String, CaseIterable {
    /// All are in the snapshot.
    case indexed
    /// All are, and what more than a few begin with is counted beforehand.
    case headed
    /// Half of them stand behind it, and some of those in it are replaced or deleted.
    case appended
  }

  @Test(arguments: Way.allCases)
  func `finding agrees with looking at everybody, for many queries`(way: Way) async throws {
    let seed: UInt64 = 42
    var drawn = DrawnFinding(seed: seed)
    let people = drawn.people(90)
    let folder = try TemporaryFolder()
    let directory = try await Self.directory(folder, people, way)
    // Those who are replaced come last, as in the file.
    let order = way == .appended ? Self.order(people) : people
    let naive = NaiveFinder(order, attributes: Self.attributes)
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

  private static func directory(
    _ folder: TemporaryFolder,
    _ people: [JSON],
    _ way: Way
  ) async throws -> JSONDirectory {
    var contents = SnapshotContents(SearchedFields(attributes: attributes))
    if way == .headed { contents.headsFrom = 3 }
    let first = way == .appended ? before(people) : people
    try folder.write(RecordFile.lines(of: first), to: "customers.jsonl")
    let directory = JSONDirectory(StoreLocation(folder.path), contents, country: "DE")
    await directory.finishReading()
    if way == .appended {
      try RecordFile(folder("customers.jsonl")).append(
        after(people) + [["id": "gone", "deleted": true]]
      )
      await directory.finishReading()
    }
    return directory
  }

  /// Every third is another person first, and somebody goes.
  private static func before(_ people: [JSON]) -> [JSON] {
    people.indices.filter { $0 % 2 == 0 || $0 % 3 == 0 }.map { index -> JSON in
      guard index % 3 == 0 else { return people[index] }
      return ["id": people[index]["id"] ?? .null, "name": ["full": "Anna Berlin Schmidt"]]
    } + [["id": "gone", "name": ["full": "Anna Schmidt"]]]
  }

  private static func after(_ people: [JSON]) -> [JSON] {
    people.indices.filter { $0 % 2 == 1 || $0 % 3 == 0 }.map { people[$0] }
  }

  private static func order(_ people: [JSON]) -> [JSON] {
    people.indices.filter { $0 % 2 == 0 && $0 % 3 != 0 }.map { people[$0] } + after(people)
  }
}
