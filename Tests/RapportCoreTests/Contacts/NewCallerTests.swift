import JSONLogic
import RapportCore
import Testing

struct NewCallerTests {
  private func caller() throws -> NewCaller {
    let now = try #require(Instant(parsing: "2026-11-22T09:00:00Z"))
    return NewCaller(id: "01JD", agent: "mk", openedAt: now)
  }

  private let day = CalendarDate(parsing: "2026-11-22") ?? CalendarDate(daysSinceEpoch: 0)

  @Test func `what was said becomes the record, and nothing else`() throws {
    var caller = try caller()
    #expect(caller.isEmpty && !caller.canBeSaved)
    caller.name = " Jo Lim "
    caller.email = "  "
    caller.answers["technographic.device"] = "ios"
    let record = caller.record(on: day).record
    #expect(record["name"] == ["full": "Jo Lim"])
    #expect(record["emails"] == nil && record["phones"] == nil)
    #expect(record["technographic"] == ["device": "ios"])
    #expect(record["observed"] == ["technographic.device": "2026-11-22"])
  }

  @Test func `saving twice makes one customer`() throws {
    var caller = try caller()
    caller.phone = "+49 30 901820"
    let patch = caller.patch(at: caller.openedAt, on: day)
    let nobody = Customer(id: caller.customer, record: ["id": "01JD"])
    let made = try patch.applied(to: nobody)
    #expect(made.id == "01JD" && made.phones == ["+49 30 901820"])
    let again = try patch.applied(to: made)
    #expect(again.phones == made.phones)
  }

  @Test(arguments: [
    ("", "", nil), ("030 901820", "jo@example.org", nil), ("", " jo@example.org ", nil),
    ("none", "", NewCaller.Fault.phone), ("", "jo", .email), ("", "jo@", .email),
    ("", "jo lim@example.org", .email), ("", "a@b@c", .email),
  ])
  func `what is no number or address is named`(
    phone: String,
    email: String,
    fault: NewCaller.Fault?
  ) throws {
    var caller = try caller()
    caller.phone = phone
    caller.email = email
    #expect(caller.fault == fault)
  }

  @Test func `whoever was found by another name than the typed one is to be confirmed`() {
    let marked = Hit.Quality.allCases.filter(\.needsConfirming)
    #expect(marked == [.nickname, .fuzzy, .sound, .partial])
  }

  @Test func `a draft is read as it was written`() throws {
    var caller = try caller()
    #expect(NewCaller(draft: .object(caller.draft)) == caller)
    caller.name = "Jo"
    caller.phone = "1"
    caller.email = "j@"
    caller.answers = ["behavioral.orders": 3]
    caller.skipped = ["psychographic.values"]
    #expect(NewCaller(draft: .object(caller.draft)) == caller)
    #expect(Contact(draft: .object(caller.draft)) == nil)
    var other = caller.draft
    other["kind"] = "contact"
    #expect(NewCaller(draft: .object(other)) == nil)
  }
}
