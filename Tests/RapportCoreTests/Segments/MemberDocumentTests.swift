import JSONLogic
import Testing

@testable import RapportCore

struct MemberDocumentTests {
  private func row(_ id: String, _ name: String, _ values: [JSON?]) -> MemberPage.Row {
    let record: JSONObject = ["id": .string(id), "name": ["full": .string(name)]]
    return MemberPage.Row(
      customer: Customer(id: Customer.ID(id), record: record),
      account: nil,
      values: values
    )
  }

  private func text(_ form: MemberDocument.Form, _ rows: [MemberPage.Row]) -> String {
    let document = MemberDocument(form, columns: ["a", "b"])
    let texts = rows.enumerated().map { document.text(of: $1, isFirst: $0 == 0) }
    return document.head + texts.joined() + document.end(isEmpty: rows.isEmpty)
  }

  @Test func `CSV is no formula anywhere, and what has commas, quotes and lines stays one cell`() {
    let rows = [
      row("C-1", "=HYPERLINK(1)", [.string("a,b"), ["x", "y"]]),
      row("C-2", "Ann \"A\" Lee", [nil, -5]),
      row("+3", "@b", [.string("-1"), .string("one\ntwo")]),
    ]
    #expect(
      text(.csv, rows)
        == "id,name,a,b\r\nC-1,'=HYPERLINK(1),\"a,b\",x; y\r\n"
        + "C-2,\"Ann \"\"A\"\" Lee\",,-5\r\n'+3,'@b,-1,\"one\ntwo\"\r\n"
    )
  }

  @Test func `JSON is one array, of nobody an empty one; JSON lines are an object each`() throws {
    let rows = [row("C-1", "Ann", [1, nil]), row("C-2", "Bo", [2, "x"])]
    let array = try JSON(parsing: text(.json, rows))
    #expect(
      array == [
        ["id": "C-1", "name": "Ann", "a": 1, "b": .null],
        ["id": "C-2", "name": "Bo", "a": 2, "b": "x"],
      ]
    )
    #expect(try JSON(parsing: text(.json, [])) == [])
    let lines = text(.jsonl, rows).split(separator: "\n").map(String.init)
    #expect(try lines.map { try JSON(parsing: $0) } == array.arrayValue)
  }

  @Test func `whoever has no name has an empty cell, and null in JSON`() throws {
    let nobody = MemberPage.Row(
      customer: Customer(id: "C-1", record: ["id": "C-1"]),
      account: nil,
      values: [1, 2]
    )
    #expect(text(.csv, [nobody]) == "id,name,a,b\r\nC-1,,1,2\r\n")
    #expect(try JSON(parsing: text(.json, [nobody]))[0]?["name"] == .null)
  }

  @Test(arguments: [
    ("a.json", MemberDocument.Form.json), ("a.JSONL", .jsonl), ("a.csv", .csv), ("a", .csv),
  ])
  func `the end of a name says how it is written`(_ name: String, _ form: MemberDocument.Form) {
    #expect(MemberDocument.Form(path: name) == form)
  }
}
