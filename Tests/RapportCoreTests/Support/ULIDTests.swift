import Testing

@testable import RapportCore

struct ULIDTests {
  @Test func `it is 26 characters that begin with the time`() throws {
    var generator = SplitMix64(seed: 1)
    let at = Instant(milliseconds: 1_469_918_176_385)
    let id = ULID(at: at, using: &generator)
    #expect(id.description.hasPrefix("01ARYZ6S41"))
    #expect(id.description.utf8.count == 26)
    #expect(id.instant == at)
    #expect(ULID(parsing: id.description.lowercased()) == id)
  }

  @Test func `later ids sort after earlier ones, and none comes twice`() {
    var generator = SplitMix64(seed: 2)
    let ids = (0..<5000).map { ULID(at: Instant(milliseconds: Int64($0)), using: &generator) }
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: ["", "01ARYZ6S41", "81ARYZ6S41TSV4RRFFQ69G5FAV", "01ARYZ6S41TSV4RRFFQ69G5FAU"])
  func `what is no ULID is refused`(text: String) {
    #expect(ULID(parsing: text) == nil)
  }
}
