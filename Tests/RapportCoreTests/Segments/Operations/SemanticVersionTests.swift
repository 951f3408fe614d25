import Testing

@testable import RapportCore

struct SemanticVersionTests {
  @Test func `the order is that of the specification's clause 11`() throws {
    let ordered = [
      "0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2",
      "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1", "1.2.0", "1.10.0", "2.0.0",
      "2.0.99999999999999999999999",
    ]
    let versions = try ordered.map { try #require(SemanticVersion($0)) }
    for (left, a) in versions.enumerated() {
      for (right, b) in versions.enumerated() {
        #expect((a < b) == (left < right), "\(ordered[left]) \(ordered[right])")
      }
    }
  }

  @Test(arguments: [
    "1", "1.2", "1.2.3.4", "01.1.1", "1.1.01", "1.2.3-01", "1.2.3-", "1.2.3+", "v1.2.3",
    "1.2.3-a..b",
    "", "1.2.-3", "1.2.3-é", "-1.2.3",
  ])
  func `what is no version is refused`(text: String) {
    #expect(SemanticVersion(text) == nil)
  }

  @Test(arguments: [("v4.2", "4.2.0"), ("4", "4.0.0"), ("4.2.1", "4.2.1")])
  func `what people write is read`(text: String, meant: String) {
    #expect(SemanticVersion(lenient: text) == SemanticVersion(meant))
  }

  @Test func `build metadata does not count`() {
    #expect(SemanticVersion("1.0.0+20130313144700") == SemanticVersion("1.0.0+exp.sha.5114f85"))
  }
}
