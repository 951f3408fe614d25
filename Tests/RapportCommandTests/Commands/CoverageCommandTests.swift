import JSONLogic
import TestSupport
import Testing

/// `rapport script coverage`.
struct CoverageCommandTests {
  @Test func `the matrix comes first, then what is missing`() throws {
    let place = try Workplace.harbour()
    let shown = try place.run("script", "coverage")
    #expect(shown.status == 1 && shown.message == "")
    #expect(
      shown.text == """
        reason       channel  en (3)
        late-parcel  all      everybody's
        praise       all      none

        English in every channel: no script for 1 of 2 reasons: praise; 3 customers, 0 contacts

        """
    )
    let own = try place.run("script", "coverage", "--segment", "regulars", "--channel", "phone")
    #expect(
      own.text.contains(
        "English by phone: no script for 1 of 2 reasons: praise; 1 customer, 0 contacts"
      )
    )
    let foreign = try place.run("script", "coverage", "--language", "es", "--channel", "phone")
    #expect(foreign.text.contains("late-parcel  phone    in English"), "\(foreign.text)")
  }

  @Test func `as JSON every place has its answer`() throws {
    let place = try Workplace.harbour()
    let json = try JSON(parsing: place.run("script", "coverage", "--format", "json").output)
    #expect(json["languages"] == ["en"] && json["channels"] == ["phone", "email"])
    #expect(json["cells"]?.arrayValue?.count == 4)
    #expect(
      json["cells"]?.arrayValue?.first == [
        "intent": "late-parcel", "channel": "phone", "language": "en", "answer": "everybody",
        "script": "late-parcel", "contacts": 0,
      ]
    )
    #expect(json["gaps"]?.arrayValue?.first?["missing"]?.arrayValue?.first?["intent"] == "praise")
  }

  @Test func `what is not there is said with what is`() throws {
    let place = try Workplace.harbour()
    let segment = try place.run("script", "coverage", "--segment", "regular")
    #expect(segment.status == 2 && segment.message.contains("did you mean \"regulars\"?"))
    #expect(try place.run("script", "coverage", "--channel", "fax").status == 64)
    #expect(try place.run("script", "coverage", "--language", "english").status == 64)
    // A reason may be called like the command.
    #expect(try place.run("script", "say", "coverage").message.contains("no reason is called"))
  }
}
