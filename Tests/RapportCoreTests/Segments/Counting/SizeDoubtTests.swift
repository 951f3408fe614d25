import JSONLogic
import Testing

@testable import RapportCore

struct SizeDoubtTests {
  private let settings = StoreSettings(name: "x", company: "x")

  private func words(_ isIn: Int, _ unknown: Int, _ all: Int, broken: Int = 0) -> String? {
    let counts = AnswerCounts(isIn: isIn, unknown: unknown, broken: broken, all: all)
    return SizeDoubt(counts, settings)?.words
  }

  @Test func `a segment of nobody says of how many, and of whom it is not known`() {
    #expect(words(0, 0, 20_000) == "nobody of 20,000 customers belongs")
    #expect(words(0, 31, 200) == "nobody of 200 customers belongs; of 31 it is not known")
    #expect(words(0, 0, 0) == nil)
    // What fails for some is told as that.
    #expect(words(0, 0, 200, broken: 3) == nil)
  }

  @Test func `a segment of everybody tells nobody apart, also where only values are missing`() {
    #expect(words(200, 0, 200) == "everybody of 200 customers belongs: it tells nobody apart")
    #expect(words(199, 0, 200) == "199 of 200 customers belong: it tells hardly anybody apart")
    #expect(
      words(170, 30, 200)
        == "170 of 200 customers belong, of 30 it is not known, and nobody is kept out"
    )
    #expect(words(170, 29, 200) == nil && words(1, 0, 1) == nil && words(2, 1, 3) == nil)
  }

  @Test func `what is not known of many is no answer, neither of nobody nor of everybody`() {
    #expect(words(0, 200, 200) == nil && words(0, 199, 200) != nil)
    #expect(words(1, 199, 200) == nil && words(150, 50, 200) == nil)
  }

  @Test func `a sample says that it is one`() {
    let doubt = SizeDoubt(AnswerCounts(all: 100), settings, isSample: true)
    #expect(doubt?.words == "nobody of a sample of 100 customers belongs")
  }
}
