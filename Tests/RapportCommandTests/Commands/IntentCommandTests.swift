import TestSupport
import Testing

/// `rapport intent rank`.
struct IntentCommandTests {
  @Test func `reasons come with the words that speak for them`() throws {
    let ranked = try Workplace.demo().run(
      "intent",
      "rank",
      "My card was charged twice and nobody answers"
    )
    #expect(ranked.status == 0 && ranked.message == "")
    let first = ranked.text.split(separator: "\n").first ?? ""
    #expect(first.contains("Billing dispute") && first.contains("charged, twice"))
    #expect(ranked.text.hasSuffix("Sounds upset: “nobody answers”\n"))
  }

  @Test func `any language that has examples is understood`() throws {
    let place = try Workplace.demo()
    for (text, intent) in [
      ("letzte Nacht wurde mein Rad gestohlen", "stolen-bike"),
      ("ich will kündigen", "cancellation"),
      ("i cant log in anymroe", "account-access"),
    ] {
      let ranked = try place.run("intent", "rank", text, "--limit", "1", "--format", "jsonl")
      #expect(ranked.text.hasPrefix("{\"intent\":\"\(intent)\""), "\(ranked.text)")
    }
  }

  @Test func `json has the ranking, and the mood as a proposal or null`() throws {
    let place = try Workplace.demo()
    let calm = try place.run("intent", "rank", "where is my parcel", "--format", "json")
    #expect(calm.status == 0)
    #expect(calm.text.contains("\"mood\": null"))
    #expect(calm.text.contains("\"intent\": \"order-status\""))
    let upset = try place.run("intent", "rank", "my parcel, outrageous", "--format", "json")
    #expect(upset.text.contains("\"proposed\": \"upset\""))
    #expect(upset.text.contains("\"outrageous\""))
  }

  @Test func `words that no reason has are a no`() throws {
    let ranked = try Workplace.demo().run("intent", "rank", "qqq zzz")
    #expect(ranked.status == 1 && ranked.text == "")
    #expect(ranked.message.contains("no reason has these words"))
    let nothing = try Workplace.demo().run("intent", "rank", "", "--format", "json")
    #expect(nothing.status == 1 && nothing.text.contains("\"intents\": []"))
  }

  @Test func `a limit below one is refused`() throws {
    let ranked = try Workplace.demo().run("intent", "rank", "parcel", "--limit", "0")
    #expect(ranked.status == 64)
  }
}
