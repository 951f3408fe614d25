import Testing

@testable import RapportCore

struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-11-21T14:03:11Z", 1_795_269_791_000),
    ("2026-11-21t15:03:11.25+01:00", 1_795_269_791_250),
    ("2026-11-21T14:03:11.2509999z", 1_795_269_791_250),
    ("1969-12-31T23:59:59.999Z", -1), ("2016-12-31T23:59:60Z", 1_483_228_800_000),
    ("2017-01-01T00:59:60+01:00", 1_483_228_800_000), ("1985-04-12T23:20:50.52Z", 482_196_050_520),
  ])
  func `RFC 3339 is read`(text: String, milliseconds: Int64) {
    #expect(Instant(parsing: text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "2026-11-21", "2026-11-21T14:03Z", "2026-11-21 14:03:11Z", "2026-11-21T14:03:11",
    "2026-11-21T24:00:00Z", "2026-11-21T14:60:00Z", "2026-11-21T14:03:61Z", "2026-11-21T12:00:60Z",
    "2026-11-21T14:03:11.Z", "2026-11-21T14:03:11+1:00", "2026-11-21T14:03:11+24:00",
    "2026-11-21T14:03:11Z!", "2026-02-30T14:03:11Z",
  ])
  func `what is not RFC 3339 is refused`(text: String) {
    #expect(Instant(parsing: text) == nil)
  }

  @Test func `what is written is read back`() {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<2000 {
      let instant = Instant(
        milliseconds: .random(in: -60_000_000_000_000...250_000_000_000_000, using: &generator)
      )
      let minutes = Int.random(in: -900...900, using: &generator)
      #expect(Instant(parsing: instant.description) == instant, "seed 7: \(instant)")
      #expect(Instant(parsing: instant.text(offsetSeconds: minutes * 60)) == instant)
    }
  }

  @Test func `milliseconds are shown only where there are any`() {
    #expect(Instant(milliseconds: 1_795_269_791_000).description == "2026-11-21T14:03:11Z")
    #expect(Instant(milliseconds: 1_795_269_791_050).description == "2026-11-21T14:03:11.050Z")
    #expect(Instant(milliseconds: -1).description == "1969-12-31T23:59:59.999Z")
    #expect(
      Instant(milliseconds: 1_795_269_791_000).text(offsetSeconds: -12_600)
        == "2026-11-21T10:33:11-03:30"
    )
  }
}
