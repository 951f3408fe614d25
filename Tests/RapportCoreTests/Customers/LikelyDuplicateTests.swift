import JSONLogic
import RapportCore
import Testing

struct LikelyDuplicateTests {
  private func hit(
    _ id: Customer.ID,
    _ name: String,
    _ field: String,
    _ quality: Hit.Quality,
    missing: [String] = []
  ) -> Hit {
    Hit(
      customer: Customer(
        id: id,
        record: ["id": .string(id.rawValue), "name": ["full": .string(name)]]
      ),
      words: [Hit.Word(word: "x", field: field, quality: quality, text: "x")],
      missing: missing,
      matched: field,
      quality: quality
    )
  }

  private func caller(name: String = "", phone: String = "", email: String = "") -> NewCaller {
    var caller = NewCaller(id: "1", agent: "mk", openedAt: Instant(seconds: 0))
    caller.name = name
    caller.phone = phone
    caller.email = email
    return caller
  }

  @Test func `what is too short to tell anybody is not looked for`() {
    func fields(_ caller: NewCaller) -> [LikelyDuplicate.Field] {
      LikelyDuplicate.queries(for: caller).map(\.field)
    }
    #expect(fields(caller()) == [])
    #expect(fields(caller(name: "J", phone: "12345", email: "jo@")) == [])
    #expect(fields(caller(name: "王", phone: "123456", email: "a@b")) == [.phone, .email, .name])
  }

  @Test func `the same number or address comes first, then whole names, then guesses`() {
    let found = LikelyDuplicate.among([
      (.phone, "030901820", [hit("1", "Ana Lim", "phone", .exact)]),
      (.email, "jo@x.org", [hit("2", "Jo L", "email", .fuzzy)]),
      (
        .name, "Jo Lim",
        [
          hit("3", "Jo Lim", "name", .exact), hit("4", "Jo Lim Park", "name", .exact),
          hit("5", "Joe Lim", "name", .fuzzy), hit("1", "Ana Lim", "name", .prefix),
        ]
      ),
    ])
    #expect(found.map(\.id) == ["1", "3", "2", "5", "4"])
    #expect(found[0].reasons.map(\.field) == [.phone, .name])
  }

  @Test func `a hit by something else, or by a part of the words, is none`() {
    let found = LikelyDuplicate.among([
      (.phone, "101150", [hit("1", "A", "geographic.postcode", .exact)]),
      (.phone, "101150", [hit("2", "B", "phone", .prefix)]),
      (.name, "Jo Lim", [hit("3", "Jo", "name", .partial, missing: ["Lim"])]),
      (.name, "Berlin", [hit("4", "Zoë", "geographic.city", .exact)]),
    ])
    #expect(found.isEmpty)
  }
}
