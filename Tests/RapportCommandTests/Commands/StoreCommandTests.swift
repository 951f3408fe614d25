import Glibc
import JSONLogic
import TestSupport
import Testing

/// `rapport init`, `check`, `import` and `doctor`.
struct StoreCommandTests {
  // MARK: init

  @Test func `init makes a private store that has no problem`() throws {
    let place = try Workplace()
    let made = try place.runBare(["init", place.store, "--goal", "Keep them", "--company", "Tea"])
    #expect(made.status == 0 && made.message == "")
    #expect(
      made.text == "made \(place.store)\nopen it with: rapport --store \(place.store)\n"
    )
    var status = stat()
    #expect(stat(place.store, &status) == 0 && status.st_mode & 0o777 == 0o700)
    #expect(stat(place.file("store.json"), &status) == 0 && status.st_mode & 0o777 == 0o600)
    let checked = try place.run("check")
    #expect(checked.status == 0, "\(checked.text)")
  }

  @Test func `init asks for the goal, and touches nothing that is there`() throws {
    let place = try Workplace()
    let asked = try place.runBare(["init", place.store])
    #expect(asked.status == 2 && asked.message.contains("--goal"))
    #expect(access(place.store, F_OK) != 0)
    let terminal = try PseudoTerminal(
      Workplace.rapport,
      ["init", place.store],
      environment: place.environment
    )
    try terminal.wait(forText: "What do you want to reach, for whom?")
    terminal.send("Keep new riders\n")
    #expect(try terminal.waitForExit() == 0)
    #expect(place.text("store.json")?.contains("Keep new riders") == true)
    let before = place.text("store.json")
    let taken = try place.runBare(["init", place.store, "--goal", "Another"])
    #expect(taken.status == 2 && taken.message.contains("is not empty"))
    #expect(place.text("store.json") == before)
  }

  @Test func `the demo store has no problem, and is the same for the same seed`() throws {
    let place = try Workplace.demo()
    let checked = try place.run("check", "--strict")
    #expect(
      checked.status == 0 && checked.text.contains("\n0 errors, 0 warnings, "),
      "\(checked.text)"
    )
    let found = try JSON(parsing: place.run("check", "--format", "json").output).arrayValue
    #expect(found?.isEmpty == false && found?.allSatisfy { $0["severity"] == "hint" } == true)
    for count in ["0", "1000001", "some"] {
      let refused = try place.runBare([
        "init", "\(place.home.path)/x", "--demo", "--customers", count,
      ])
      #expect(refused.status == 64, "\(count)")
    }
  }

  // MARK: check

  @Test func `a warning fails only the strict`() throws {
    let place = try Workplace.harbour()
    let checked = try place.run("check")
    #expect(checked.status == 0)
    #expect(
      checked.text == """
        warning: intents.json#/1: no script serves the reason "praise"
        hint: scripts: English in every channel: no script for 1 of 2 reasons: praise; 3 customers, 0 \
        contacts
        warning: scripts/late-parcel.json#/steps: it never says goodbye (en); put {{> closing}} where it \
        belongs
        0 errors, 2 warnings, 1 hints

        """
    )
    #expect(try place.run("check", "--strict").status == 1)
    let json = try place.run("check", "--format", "jsonl")
    #expect(
      json.text == """
        {"severity":"warning","file":"intents.json","line":null,"pointer":"/1",\
        "message":"no script serves the reason \\"praise\\"","remedy":null}
        {"severity":"hint","file":"scripts","line":null,"pointer":null,"message":"English in every \
        channel: no script for 1 of 2 reasons: praise; 3 customers, 0 contacts","remedy":null,\
        "finding":"gap"}
        {"severity":"warning","file":"scripts/late-parcel.json","line":null,"pointer":"/steps",\
        "message":"it never says goodbye (en)","remedy":"put {{> closing}} where it belongs",\
        "finding":"no-closing"}

        """
    )
  }

  @Test func `words are judged, and what is accepted is counted with its reason`() throws {
    let place = try Workplace.harbour()
    let script = try #require(place.text("scripts/late-parcel.json"))
    let spoilt = script.replacing(
      "Parcel {{ask.parcel}} is on its way.",
      with: "Unfortunately you have to wait; we guarantee it comes soon!! {{> closing}}"
    )
    try place.write(spoilt, to: "scripts/late-parcel.json")
    let bad = try place.run("check")
    #expect(bad.status == 1)
    #expect(
      bad.text == """
        warning: intents.json#/1: no script serves the reason "praise"
        hint: scripts: English in every channel: no script for 1 of 2 reasons: praise; 3 customers, 0 \
        contacts
        warning: scripts/late-parcel.json#/asks/0: the agent is asked for "parcel", and no text says it; \
        write {{ask.parcel}} where it belongs, or do not ask
        error: scripts/late-parcel.json#/steps/1/text/en: "Unfortunately" is banned in the tone plain; say \
        it in other words
        warning: scripts/late-parcel.json#/steps/1/text/en: "guarantee" promises what nobody can be sure \
        of; say what will be done
        warning: scripts/late-parcel.json#/steps/1/text/en: "soon" does not say when; name a day, or how \
        long it takes
        warning: scripts/late-parcel.json#/steps/1/text/en: "you have to" puts customers off; say what \
        will happen, or what you can do
        warning: scripts/late-parcel.json#/steps/1/text/en: 2 exclamation marks: "Unfortunately you have \
        to wait; we guarantee it comes soon!!"; one is enough
        1 errors, 6 warnings, 1 hints

        """
    )
    let accepted =
      #"{"waive": [{"finding": "banned-word", "reason": "it is so"},"#
      + #" {"pointer": "/steps/1/text/en", "reason": "a joke"}, {"finding": "humor", "reason": "old"}],"#
    try place.write(
      accepted + spoilt.drop { $0 != "{" }.dropFirst(),
      to: "scripts/late-parcel.json"
    )
    let waived = try place.run("check")
    #expect(waived.status == 0)
    #expect(waived.text.hasSuffix("\n0 errors, 3 warnings, 1 hints, 5 waived\n"), "\(waived.text)")
    #expect(
      waived.text.contains("late-parcel.json#/waive/2: it accepts what is no longer found: \"old\"")
    )
    let shown = try place.run("check", "--waived")
    #expect(shown.status == 0 && shown.text.hasSuffix("\n5 waived\n"))
    #expect(
      shown.text.contains("\"Unfortunately\" is banned in the tone plain\n  because: it is so\n")
    )
    let json = try JSON(parsing: place.run("check", "--waived", "--format", "json").output)
    #expect(json.arrayValue?.first?["quote"] == "Unfortunately")
    #expect(json.arrayValue?.first?["reason"] == "it is so")
  }

  @Test func `all problems come at once, with their places`() throws {
    let place = try Workplace.harbour()
    try place.write("{\"id\": \"plain\",", to: "tones/plain.json")
    try place.append("{\"id\": \"T-4\"\n[1]\nnot json\n{\"name\": 1}\n", to: "customers.jsonl")
    let script = try #require(place.text("scripts/late-parcel.json"))
    try place.write(
      script.replacing("{{> greeting}}", with: "{{> greting}} {{customer.nam}}"),
      to: "scripts/late-parcel.json"
    )
    let checked = try place.run("check")
    #expect(checked.status == 1)
    for part in [
      "error: tones/plain.json:1", "error: customers.jsonl:4", "error: customers.jsonl:5",
      "error: customers.jsonl:6", "error: customers.jsonl:7", "scripts/late-parcel.json",
      "greting", "did you mean",
    ] {
      #expect(checked.text.contains(part), "\(part) in:\n\(checked.text)")
    }
    let found = try place.run("find", "lind")
    #expect(found.status == 0, "the good part works")
  }

  // MARK: import

  @Test func `import accounts for every row`() throws {
    let place = try Workplace.harbour()
    let rows = "\u{FEFF}nr;name;mail;orders\nX-1;Eve Ash;eve@example.org;3\nX-2;Ian Oak;;many\n"
    let (csv, map) = ("\(place.home.path)/rows.csv", "\(place.home.path)/map.json")
    try TextFile.write(Array(rows.utf8), to: csv)
    let columns = """
      {"id": "nr", "name": {"full": "name"}, "emails": ["mail"],
       "set": {"behavioral.orders": {"column": "orders", "type": "integer"}}}
      """
    try TextFile.write(Array(columns.utf8), to: map)
    let before = place.text("customers.jsonl")
    let dry = try place.run("import", csv, "--map", map, "--dry-run")
    #expect(dry.status == 1, "\(dry.message)")
    #expect(dry.text.contains("\(csv):3: "))
    #expect(dry.text.contains("2 rows (UTF-8, ;): 1 would be created, 0 updated, "))
    #expect(place.text("customers.jsonl") == before)
    let done = try place.run("import", csv, "--map", map, "--format", "json")
    #expect(done.status == 1)
    let report = try JSON(parsing: done.output)
    #expect(report["created"] == 1)
    #expect(try place.run("find", "eve ash").status == 0)
    let again = try place.run("import", csv, "--map", map)
    #expect(again.text.contains("0 were created, 0 updated, 1 unchanged, 1 rejected"))
  }

  @Test func `an import without sense changes nothing and says why`() throws {
    let place = try Workplace.harbour()
    let csv = try TextFile.write(Array("a,b\n1,2\n".utf8), to: "\(place.home.path)/rows.csv")
    let before = place.text("customers.jsonl")
    for (map, words) in [
      ("{}", "import"), ("[", "map.json"), (#"{"id": "zzz", "ignore": ["a"]}"#, "zzz"),
    ] {
      let path = try TextFile.write(Array(map.utf8), to: "\(place.home.path)/map.json")
      let refused = try place.run("import", csv, "--map", path, "--format", "json")
      #expect(refused.status == 2 && refused.text == "", "\(map)")
      #expect(refused.message.contains(words), "\(refused.message)")
      #expect(try JSON(parsing: refused.errors)["error"] != nil)
    }
    let missing = try place.run("import", "/nowhere.csv", "--map", "/nowhere.json")
    #expect(missing.status == 2 && missing.message.contains("/nowhere.json"))
    let unmapped = try place.run("import", csv)
    #expect(unmapped.status == 64 && unmapped.message.contains("--draft-map"))
    #expect(place.text("customers.jsonl") == before)
  }

  @Test func `a map to begin with works as it is, and what is not declared is said`() throws {
    let place = try Workplace.harbour()
    let rows = "\u{FEFF}Town;E-Mail;Customer ID;Orders\r\nBath;a@x.org;7;3\r\nBath;b@x.org;8;4\r\n"
    let csv = try TextFile.write(Array(rows.utf8), to: "\(place.home.path)/rows.csv")
    let draft = try place.run("import", csv, "--draft-map")
    #expect(draft.status == 0 && draft.message.contains("3 of 4 columns are mapped"))
    #expect(draft.message.contains("it has another value in each of the 2 rows read"))
    var map = try JSON(parsing: draft.output)
    #expect(map["id"] == ["column": "Customer ID"] && map["emails"] == [["column": "E-Mail"]])
    #expect(map["set"] == ["behavioral.orders": ["column": "Orders"]] && map["ignore"] == ["Town"])
    let path = try TextFile.write(draft.output, to: "\(place.home.path)/map.json")
    let known = try place.run("import", csv, "--map", path)
    #expect(known.status == 0 && known.text.contains("2 were created"))
    #expect(!known.text.contains("declares"))
    (map["set"], map["ignore"]) = (["geographic.town": "Town", "behavioral.orders": "Orders"], [])
    try TextFile.write(Array(map.compact().utf8), to: path)
    let town = try place.run("import", csv, "--map", path, "--dry-run")
    #expect(
      town.text.contains(#"{"path":"geographic.town","type":"text","label":{"en":"Town"}}"#)
        || town.text.contains(#"{"label":{"en":"Town"},"path":"geographic.town","type":"text"}"#)
    )
  }

  @Test func `a map without a column that tells customers apart says so`() throws {
    let place = try Workplace.harbour()
    let csv = try TextFile.write(
      Array("Name;Town\nAda;Bath\nBen;Bath\n".utf8),
      to: "\(place.home.path)/rows.csv"
    )
    let draft = try place.run("import", csv, "--draft-map")
    let map = try JSON(parsing: draft.output)
    #expect(draft.status == 0 && map["id"] == nil)
    #expect(draft.message.contains("no column tells customers apart: none"))
    let path = try TextFile.write(draft.output, to: "\(place.home.path)/map.json")
    let refused = try place.run("import", csv, "--map", path)
    #expect(refused.status == 2)
    #expect(refused.message.contains("name the column that tells customers apart"))
  }

  @Test func `arguments that make no command end with 64, told in the form asked for`() throws {
    let place = try Workplace.harbour()
    for arguments in [
      ["segment", "bogus"], ["segment", "edit"], ["--bogus"], ["find", "ada", "--format", "xml"],
      ["segment", "edit", "regulars", "--rule", "true"],
    ] {
      let outcome = try place.runBare(arguments + ["--store", place.store])
      #expect(
        outcome.status == 64 && outcome.text == "" && !outcome.message.isEmpty,
        "\(arguments)"
      )
    }
    let bogus = try place.runBare(["segment", "edt", "--store", place.store])
    #expect(bogus.message.contains("there is no \"segment edt\"; did you mean \"edit\"?"))
    let json = try place.run("segment", "edit", "--format", "json")
    let error = try JSON(parsing: json.errors)["error"]
    #expect(json.status == 64 && error?["code"] == "usage")
    #expect(try place.runBare(["segment", "--help"]).status == 0)
    #expect(try place.runBare(["--version"]).status == 0)
  }

  // MARK: doctor

  @Test func `doctor tells the facts, also of a store that is not there`() throws {
    let place = try Workplace.harbour()
    let facts = try JSON(parsing: place.run("doctor", "--format", "json").output)
    func value(_ name: String) -> JSON? {
      facts.arrayValue?.first { $0["name"] == .string(name) }?["value"]
    }
    #expect(value("TERM") == "xterm-256color")
    #expect(value("customers") == "3, 0 damaged lines")
    #expect(value("definitions") == "1 segments, 1 tones, 1 services, 1 scripts")
    #expect(value("locale")?.stringValue?.contains("UTF-8") == true)
    let text = try place.run("doctor")
    #expect(text.status == 0 && text.message == "")
    #expect(!text.text.contains("Ada"), "it names no customer")
    let missing = try place.runBare(["doctor", "--store", "/nowhere"])
    #expect(missing.status == 0)
    #expect(missing.text.contains("there is no store at /nowhere"))
  }
}
