import JSONLogic
import TestSupport
import Testing

/// `rapport segment`: what a supervisor asks of segments.
struct SegmentCommandTests {
  /// With a second segment.
  private func place() throws -> Workplace {
    let place = try Workplace.harbour()
    try place.write(
      #"""
      {"id": "adas", "name": "Adas", "status": "draft", "priority": 20,
       "rule": {"starts_with": [{"var": "name.given"}, "Ada"]}}
      """#,
      to: "segments/adas.json"
    )
    return place
  }

  @Test func `the list has sizes and how the customers spread`() throws {
    let list = try place().run("segment", "list")
    #expect(list.status == 0 && list.message == "")
    #expect(list.text.contains("segment   status  priority  belong  share   not known"))
    #expect(list.text.contains("regulars  active  10        1       33.3 %  33.3 %"))
    #expect(list.text.contains("3 customers: 2 in none (66.7 %), 0 in two or more (0 %)"))
    #expect(list.text.contains("3 identified, 0 may be double, 0 contacts with nobody known"))
    let json = try JSON(parsing: place().run("segment", "list", "--format", "json").output)
    #expect(json.arrayValue?.map { $0["segment"] } == ["regulars", "adas"])
    #expect(json.arrayValue?.first?["in"] == 1 && json.arrayValue?.first?["unknown"] == 1)
  }

  @Test func `the profile says what is empty, what sets apart and how good a segment it is`() throws
  {
    let shown = try place().run("segment", "show", "Regulars")
    #expect(shown.status == 0)
    #expect(shown.text.contains("Regulars (regulars): active, priority 10, version 3"))
    #expect(shown.text.contains("needs        none yet") && shown.text.contains("nobody yet"))
    #expect(shown.text.contains("1 of members beside 2 of the others"))
    #expect(shown.text.contains("substantial     not met"))
    #expect(shown.text.contains("stable          "))
    let json = try JSON(
      parsing: place().run("segment", "show", "regulars", "--format", "json").output
    )
    #expect(json["segment"]?["id"] == "regulars" && json["size"]?["in"] == 1)
    #expect(json["criteria"]?.arrayValue?.count == 6)
  }

  @Test func `members come as a table, CSV and JSON, and as many as are counted`() throws {
    let place = try place()
    let text = try place.run("segment", "members", "adas")
    #expect(text.text == "T-1  Ada Brook\nT-3  Ada Marsh\n" && text.status == 0)
    let csv = try place.run(
      "segment",
      "members",
      "adas",
      "--format",
      "csv",
      "--columns",
      "behavioral.orders,company"
    )
    #expect(
      csv.text == "id,name,behavioral.orders,company\r\nT-1,Ada Brook,7,Brook & Sons\r\n"
        + "T-3,Ada Marsh,1,\r\n"
    )
    let json = try JSON(
      parsing: place.run("segment", "members", "adas", "--format", "json").output
    )
    #expect(json.arrayValue?.map { $0["id"] } == ["T-1", "T-3"])
    let lines = try place.run(
      "segment",
      "members",
      "adas",
      "--format",
      "jsonl",
      "--filter",
      "marsh"
    )
    #expect(lines.text == #"{"id":"T-3","name":"Ada Marsh"}"# + "\n")
    #expect(try place.run("segment", "members", "adas", "--limit", "1").text == "T-1  Ada Brook\n")
    let open = try place.run("segment", "members", "regulars", "--not-known")
    #expect(open.text == "T-2  Bo Lind\n")
    let nobody = try place.run("segment", "members", "adas", "--filter", "zz", "--format", "json")
    #expect(nobody.status == 1 && nobody.text == "[]\n" && nobody.message.isEmpty)
    let named = try place.run("segment", "members", "adas", "--filter", "zz")
    #expect(named.status == 1 && named.text.isEmpty)
    #expect(named.message.contains("nobody in it is called \"zz\""))
    let known = try place.run("segment", "members", "adas", "--not-known")
    #expect(known.message.contains("nobody is left of whom it is not known"))
  }

  @Test func `a list of more than is read at a time has everybody once`() throws {
    let place = try Workplace.harbour()
    let more = (0..<1_500).map { #"{"id": "M-\#($0)", "behavioral": {"orders": 9}}"# }
    try place.append(more.joined(separator: "\n") + "\n", to: "customers.jsonl")
    func ids(_ options: String...) throws -> [Substring] {
      try place.runBare(
        ["segment", "members", "regulars", "--format", "csv", "--store", place.store] + options
      ).text.split(separator: "\r\n").dropFirst().map { $0.prefix { $0 != "," } }
    }
    let all = try ids()
    #expect(all.count == 1_501 && Set(all).count == 1_501)
    #expect(try ids("--limit", "1200") == Array(all.prefix(1_200)))
  }

  @Test func `a field that means nothing is refused, with the nearest and all there are`() throws {
    let place = try place()
    func set(_ text: String) throws -> Program.Outcome {
      try place.run("segment", "edit", "regulars", "--set", text, "--dry-run")
    }
    let wrong = try set("prioritiy=3")
    #expect(wrong.status == 2)
    #expect(wrong.message.contains("there is no field \"prioritiy\"; did you mean \"priority\"?"))
    #expect(wrong.message.contains("adjust, behaviors, goal, golden,"))
    #expect(try set("foo=1").message.contains("there is no field \"foo\". There are adjust"))
    #expect(try set("goal/metrik=csat").message.contains("did you mean \"metric\"?"))
    #expect(try set("goal/metric=csat").status == 0 && set("x-team=blue").status == 0)
    #expect(try set("golden/members=[\"T-1\"]").status == 0)
  }

  @Test func `of a version that is not there it says which there are`() throws {
    let diff = try place().run("segment", "diff", "regulars", "1", "3")
    #expect(diff.status == 2)
    #expect(diff.message.contains("there is no version 1 of regulars: there is version 3 only"))
  }

  @Test func `cells of CSV are never formulas`() throws {
    let place = try place()
    try place.write(
      #"{"id":"T-9","name":"=1+1, \"Ada\"","behavioral":{"orders":-4},"tags":["@a","b"]}"# + "\n",
      to: "customers.jsonl"
    )
    try place.write(
      #"{"id":"all","name":"All","priority":1,"rule":{"<":[{"var":"behavioral.orders"},9]}}"#,
      to: "segments/all.json"
    )
    let csv = try place.run(
      "segment",
      "members",
      "all",
      "--format",
      "csv",
      "--columns",
      "behavioral.orders,tags"
    )
    #expect(csv.text.contains("T-9,\"'=1+1, \"\"Ada\"\"\",-4,'@a; b\r\n"), "\(csv.text)")
  }

  @Test func `two segments are compared, and all pairs overlap`() throws {
    let place = try place()
    let compared = try place.run("segment", "compare", "regulars", "adas")
    #expect(compared.text.contains("1 in both: 50 % of all in either; 100 % of Regulars"))
    let json = try JSON(
      parsing: place.run("segment", "compare", "regulars", "adas", "--format", "json").output
    )
    #expect(json["overlap"]?["both"] == 1 && json["overlap"]?["ofSecond"] == 0.5)
    let overlap = try place.run("segment", "overlap")
    #expect(overlap.status == 0)
    #expect(overlap.text.contains("regulars and adas: 1 in both"))
    #expect(overlap.text.contains("of 3 customers 2 are in no active segment (66.7 %)"))
  }

  @Test func `an export has what the segment refers to`() throws {
    let json = try JSON(parsing: place().run("segment", "export", "regulars").output)
    #expect(json["segment"]?["id"] == "regulars")
    #expect(json["tones"]?.arrayValue?.first?["id"] == "plain")
    #expect(json["services"]?.arrayValue?.first?["id"] == "tasting")
    #expect(json["attributes"]?.arrayValue?.first?["path"] == "behavioral.orders")
  }

  @Test func `what is not there is said with what is`() throws {
    let place = try place()
    let segment = try place.run("segment", "show", "regular")
    #expect(segment.status == 2 && segment.message.contains("did you mean \"regulars\"?"))
    let column = try place.run("segment", "members", "adas", "--columns", "behavioral.order")
    #expect(column.status == 2 && column.message.contains("did you mean \"behavioral.orders\"?"))
    let same = try place.run("segment", "compare", "adas", "Adas")
    #expect(same.status == 2 && same.message.contains("the same segment"))
    #expect(try place.run("segment", "members", "adas", "--limit", "-1").status == 64)
    #expect(try place.run("segment", "members", "adas", "--format", "xml").status == 64)
  }
}
