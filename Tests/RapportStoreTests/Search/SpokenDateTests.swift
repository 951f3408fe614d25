import JSONLogic
import RapportCore
import TestSupport
import Testing

@testable import RapportStore

struct SpokenDateTests {
  private static let people: [JSON] = [
    person("1980-05-04", "C-1"), person("1980-04-05", "C-2"), person("1980-05-14", "C-3"),
    person("1981-05-04", "C-4"), person("2004-02-29", "C-5"), person("1999-12-31", "C-6"),
    ["id": "C-7", "name": ["full": "Jan Kowalski"], "phones": ["+49 30 55512 34"]],
    ["id": "C-8", "name": ["full": "May Lin"], "phones": ["+49 4051980"]],
    ["id": "DE-12-10-1980", "name": ["full": "Mai Thi"]], ["id": "MAR-12-1980"],
  ]

  private static func person(_ birth: String, _ id: String) -> JSON {
    ["id": .string(id), "demographic": ["birthDate": .string(birth)]]
  }

  private func found(_ query: String) async throws -> Set<String> {
    let folder = try TemporaryFolder()
    try folder.write(RecordFile.lines(of: Self.people), to: "customers.jsonl")
    let directory = JSONDirectory(
      StoreLocation(folder.path),
      SnapshotContents(SearchedFields(attributes: ["demographic.birthDate"])),
      country: "DE"
    )
    await directory.finishReading()
    let result = await directory.find(query, limit: 20)
    return Set(result.hits.filter { !$0.quality.isDoubtful }.map(\.id.rawValue))
  }

  @Test(arguments: [
    "1980-05-14", "1980-5-14", "1980/05/14", "1980.5.14", "14.5.1980", "14.05.1980", "14/5/1980",
    "5/14/1980", "14-05-1980", "14.5.80", "14051980", "05141980", "19800514", "14 05 1980",
    "14. 5. 1980",
    "14. Mai 1980", "14. mai 80", "14 May 1980", "May 14, 1980", "May 14th, 1980",
    "the 14th of May 1980", "14-MAY-1980", "14MAY1980", "14 mai 1980", "le 14 mai 1980",
    "14 de mayo de 1980", "14 maggio 1980", "14 de maio de 1980", "14 mei 1980", "14 maj 1980",
    "14 maja 1980", "1980年5月14日", "1980년 5월 14일", "1980 May 14",
  ])
  func `a birth date is found however it is said`(said: String) async throws {
    #expect(try await found(said) == ["C-3"])
  }

  @Test(arguments: [
    "4.5.1980", "04.05.1980", "4/5/1980", "5/4/1980", "04 05 1980", "5.4.80",
  ])
  func `the day may stand before the month or behind it`(said: String) async throws {
    // That of C-8 ends like the digits of some.
    #expect(try await found(said).subtracting(["C-8"]) == ["C-1", "C-2"])
  }

  @Test func `eight digits are a day and the beginning or end of a number`() async throws {
    #expect(try await found("04051980") == ["C-1", "C-2", "C-8"])
  }

  @Test(arguments: [
    ("Jänner 31, 1999", 0), ("31 déc. 1999", 1), ("31 Dezember 1999", 1), ("31 dic 1999", 1),
    ("31 grudnia 1999", 1), ("31 ARALIK 1999", 1), ("29 Feb 2004", 1), ("29 Feb 2003", 0),
    ("29.2.04", 1), ("31.13.1999", 0), ("31.12.99", 1), ("0.12.1999", 0),
  ])
  func `only days that there are count`(said: String, count: Int) async throws {
    #expect(try await found(said).intersection(["C-5", "C-6"]).count == count)
  }

  @Test func `a date stands beside other words`() async throws {
    let query = SearchQuery("müller 10115 4. Mai 1980 berlin", plan: DialingPlan(country: "DE"))
    #expect(query.terms.map(\.text) == ["müller", "10115", "4. Mai 1980", "berlin"])
    let numbers = SearchQuery("10115 14.5.1980", plan: DialingPlan(country: "DE"))
    #expect(numbers.terms.count == 1)
    #expect(numbers.terms.first?.words.count == 2)
  }

  @Test func `names of months stay names, and ids ids`() async throws {
    #expect(try await found("jan 12 34") == ["C-7"])
    #expect(try await found("may") == ["C-8"])
    #expect(try await found("mai thi") == ["DE-12-10-1980"])
    #expect(try await found("DE-12-10-1980") == ["DE-12-10-1980"])
    #expect(try await found("mar-12-1980") == ["MAR-12-1980"])
  }

  @Test(arguments: [
    "4.5", "4. Mai", "1980", "4.5.198", "mai 1980", "jui", "..", "4..", "de de de", "4 de", "年月日",
    "12 10 80", "999999999999999999999.1.1980", "4 mai 99999999999999999999",
  ])
  func `what is no date in full is none`(said: String) {
    #expect(SpokenDate(said.split(separator: " ")) == nil)
  }

  @Test func `first letters may begin two months`() {
    let days = SpokenDate(["4", "jui", "1980"])?.days.map(\.description)
    #expect(days == ["1980-06-04", "1980-07-04"])
  }
}
