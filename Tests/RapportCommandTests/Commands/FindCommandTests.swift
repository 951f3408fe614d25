import TestSupport
import Testing

/// `rapport find`, to the byte.
struct FindCommandTests {
  @Test func `text is for people`() throws {
    let place = try Workplace.harbour()
    let found = try place.run("find", "ada", "br")
    #expect(found.status == 0 && found.message == "")
    #expect(found.text == "T-1  Ada Brook    name, prefix\n")
    let company = try place.run("find", "sons")
    #expect(company.text == "T-1  Ada Brook    company, exact\n")
  }

  @Test func `jsonl is one hit a line`() throws {
    let found = try Workplace.harbour().run("find", "7946 0001", "--format", "jsonl")
    #expect(found.status == 0)
    #expect(
      found.text == """
        {"id":"T-1","name":"Ada Brook","matched":"phone","quality":"suffix","fields":\
        [{"word":"7946 0001","field":"phone","quality":"suffix"}]}

        """
    )
  }

  @Test func `json is one document in the canonical form`() throws {
    let found = try Workplace.harbour().run("find", "bo@example.org", "--format", "json")
    #expect(found.status == 0)
    #expect(
      found.text == """
        [
          {
            "fields": [
              {
                "field": "email",
                "quality": "exact",
                "word": "bo@example.org"
              }
            ],
            "id": "T-2",
            "matched": "email",
            "name": "Bo Lind",
            "quality": "exact"
          }
        ]

        """
    )
  }

  @Test func `the store may be named before help, and no default is a number that nobody means`()
    throws
  {
    let place = try Workplace.harbour()
    let help = try place.runBare(["--store", place.store, "help", "segment"])
    #expect(help.status == 0 && help.text.contains("USAGE: rapport segment"))
    let history = try place.runBare(["help", "history"])
    #expect(!history.text.contains("922337"))
  }

  @Test func `a limit says how many there are`() throws {
    let found = try Workplace.harbour().run("find", "ada", "--limit", "1")
    #expect(found.status == 0 && found.message == "1 of 2\n")
    #expect(found.text.split(separator: "\n").count == 1)
  }

  @Test(arguments: [("text", ""), ("json", "[]\n"), ("jsonl", "")])
  func `nobody is an answer, and the status says no`(format: String, output: String) throws {
    let found = try Workplace.harbour().run("find", "xyzzyq", "--format", format)
    #expect(found.status == 1 && found.text == output)
    #expect(found.message == "nobody of 3 customers matches \"xyzzyq\"\n")
  }

  @Test(arguments: [
    ["find"], ["find", "ada", "--limit", "many"], ["find", "ada", "--format", "yaml"],
    ["find", "ada", "--frobnicate"],
  ])
  func `what makes no sense is usage`(arguments: [String]) throws {
    let place = try Workplace.harbour()
    let refused = try place.runBare(arguments + ["--store", place.store])
    #expect(refused.status == 64 && refused.text == "")
    #expect(refused.message.contains("Usage: rapport find"))
  }

  @Test func `the common options may stand before the command`() throws {
    let place = try Workplace.harbour()
    for leading in [["--store", place.store], ["--store=\(place.store)"]] {
      let found = try place.runBare(
        leading + ["--agent", "mk", "--format=jsonl", "--as-of=2026-03-02", "find", "lind"]
      )
      #expect(found.status == 0)
      #expect(found.text.hasPrefix(#"{"id":"T-2","name":"Bo Lind""#))
    }
    let behind = try place.runBare(["--store", place.store, "find", "--", "--store"])
    #expect(behind.status == 1)
  }

  @Test func `a store is named, or in the environment, or at home`() throws {
    let place = try Workplace.harbour()
    let found = try place.runBare(["find", "lind"], environment: ["RAPPORT_STORE": place.store])
    #expect(found.status == 0)
    let missing = try place.runBare(["find", "lind"])
    #expect(missing.status == 2 && missing.text == "")
    let standard = "\(place.home.path)/.local/share/rapport"
    #expect(
      missing.message
        == "rapport: there is no store at \(standard): make one with `rapport init \(standard)`, or "
        + "look at `rapport demo`\n"
    )
  }

  @Test func `a failure is JSON where JSON was asked for, and only there`() throws {
    let place = try Workplace.harbour()
    let asked = [["--format", "json"], ["--format=jsonl"], ["--format", "text", "--format=json"]]
    for format in asked {
      let failed = try place.runBare(["find", "x", "--store", "/nowhere/at/all"] + format)
      #expect(failed.status == 2 && failed.text == "")
      #expect(
        failed.message == """
          {"error":{"code":"no-store","message":"there is no store at /nowhere/at/all: make one \
          with `rapport init /nowhere/at/all`, or look at `rapport demo`","place":null}}

          """
      )
    }
    let plain = try place.runBare(["find", "json", "--store", "/nowhere"])
    #expect(plain.message.hasPrefix("rapport: there is no store at /nowhere"))
  }
}
