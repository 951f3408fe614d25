import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

struct CustomerImportTests {
  private static let at = Instant(seconds: 1_795_000_000)
  private static let asOf = CalendarDate(daysSinceEpoch: 20_779)

  private func run(
    _ path: String,
    _ map: JSON,
    into folder: TemporaryFolder,
    isDryRun: Bool = false
  ) throws -> ImportReport {
    let map = try ImportMap(map, file: "map.json", catalog: AttributeCatalog([]))
    let location = StoreLocation(folder.path)
    return try CustomerImport(
      location,
      map: map,
      at: Self.at,
      asOf: Self.asOf,
      isDryRun: isDryRun
    ).run(path)
  }

  private static let yesNo: JSON = ["Yes": true, "No": false]

  private static let telco: JSON = {
    var set: JSONObject = [
      "demographic.senior": [
        "column": "SeniorCitizen", "type": "boolean", "values": ["0": false, "1": true],
      ],
      "behavioral.totalCharges": ["column": "TotalCharges", "type": "number"],
      "behavioral.monthlyCharges": ["column": "MonthlyCharges", "type": "number"],
      "behavioral.tenure": ["column": "tenure", "type": "integer"],
      "geographic.country": ["value": "US"],
    ]
    for column in ["Partner", "Dependents", "PhoneService", "PaperlessBilling", "Churn"] {
      set["behavioral." + column] = ["column": .string(column), "type": "boolean", "values": yesNo]
    }
    for column in [
      "gender", "MultipleLines", "InternetService", "OnlineSecurity", "OnlineBackup",
      "DeviceProtection", "TechSupport", "StreamingTV", "StreamingMovies", "Contract",
      "PaymentMethod",
    ] {
      set["technographic." + column] = ["column": .string(column), "type": "choice"]
    }
    return ["id": ["column": "customerID"], "set": .object(set)]
  }()

  @Test(.enabled(if: SharedData.has("telco")))
  func `the telecom customers come in once, and a re-saved copy changes none`() throws {
    let folder = try TemporaryFolder()
    let file = SharedData.folder + "/telco/Telco-Customer-Churn.csv"
    let dry = try run(file, Self.telco, into: folder, isDryRun: true)
    #expect(try !Folder.names(in: folder.path).contains("customers.jsonl"))
    let first = try run(file, Self.telco, into: folder)
    #expect((first.created, first.rows, first.rejected.count) == (7043, 7043, 0))
    #expect((dry.created, dry.rejected) == (first.created, first.rejected))
    let records = try folder.lines("customers.jsonl").map { try JSON(parsing: $0) }
    #expect(records.filter { $0["behavioral"]?["totalCharges"] == nil }.count == 11)
    #expect(records.filter { $0["behavioral"]?["Churn"] == true }.count == 1869)
    #expect(records.allSatisfy { $0["geographic"]?["country"] == "US" })
    let copy = SharedData.folder + "/telco/second-copy-WA_Fn-UseC_-Telco-Customer-Churn.csv"
    let second = try run(copy, Self.telco, into: folder)
    #expect((second.unchanged, second.rows) == (7043, 7043))
    #expect(try folder.lines("customers.jsonl").count == 7043)
    let marks = try folder.lines("journal/imports.jsonl").map { try JSON(parsing: $0)["state"] }
    #expect(marks == ["begin", "commit", "begin", "commit"])
  }

  @Test(.enabled(if: SharedData.has("marketing")))
  func `the marketing customers come in with their blanks`() throws {
    let folder = try TemporaryFolder()
    let file = SharedData.folder + "/marketing/marketing_campaign.csv"
    var reader = try CSVReader(file)
    let header = try #require(try reader.next()?.fields)
    var set: JSONObject = [:]
    for column in header where column != "ID" {
      let type: JSON =
        switch column {
        case "Education", "Marital_Status": "choice"
        case "Dt_Customer": "date"
        default: "integer"
        }
      set["behavioral." + column] = ["column": .string(column), "type": type]
    }
    let map: JSON = ["id": "ID", "set": .object(set)]
    let report = try run(file, map, into: folder)
    #expect((report.created, report.rows, report.delimiter) == (2240, 2240, .semicolon))
    let records = try folder.lines("customers.jsonl").map { try JSON(parsing: $0) }
    #expect(records.filter { $0["behavioral"]?["Income"] == nil }.count == 24)
    #expect(records.first?["behavioral"]?["Dt_Customer"] == "2012-09-04")
  }

  @Test(.enabled(if: SharedData.has("crm")))
  func `rows shorter than the header lack their last columns, and nothing is shifted`() throws {
    let folder = try TemporaryFolder()
    let map: JSON = [
      "id": "id", "name": ["given": "first_name", "family": "last_name"], "emails": ["email"],
      "phones": ["phone_number"], "company": "company",
      "ignore": ["gender", "ip_address", "identifier"],
    ]
    let report = try run(SharedData.folder + "/crm/chatwoot/contacts.csv", map, into: folder)
    #expect((report.created, report.short.count) == (25, 24))
    let records = try folder.lines("customers.jsonl").map { try JSON(parsing: $0) }
    #expect(records.filter { $0["company"] == nil }.count == 24)
    #expect(records.allSatisfy { $0["emails"]?[0]?.stringValue?.contains("@") == true })
    #expect(records[1]["phones"] == ["+918080808081"])
  }

  @Test func `every row is accounted for, with its line and the reason`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      id,spend,on,vip\r
      1,12.50,2026-01-31,yes\r
      2,abc,2026-01-31,no\r
      3, ,2026-02-30,no\r
      ,1,,\r
      4,1,,,,\r
      5,1,,,extra\r
      "6
      7",1,,\r
      1,3,,\r
      8,1,,maybe\r
      9,1,a "b",\r
      \r
      10,007
      """,
      to: "a.csv"
    )
    let map: JSON = [
      "id": "id",
      "set": [
        "behavioral.spend": ["column": "spend", "type": "number"],
        "behavioral.on": ["column": "on", "type": "date"],
        "behavioral.vip": ["column": "vip", "type": "boolean"],
      ],
    ]
    let report = try run(folder("a.csv"), map, into: folder)
    #expect(report.created == 4)
    #expect(
      report.rejected.map { "\($0.line): \($0.reason)" } == [
        #"3: column "spend": "abc" is no number"#,
        #"4: column "on": "2026-02-30" is no date; dates are yyyy-MM-dd"#,
        #"5: no id in the column "id""#,
        "7: 5 fields where the header has 4",
        "10: line 2 has the same id",
        #"11: column "vip": "maybe" is neither yes nor no; give its "values""#,
        "12: a quote within a field that does not begin with one",
      ]
    )
    #expect(report.short == [14])
    let last = try JSON(parsing: #require(try folder.lines("customers.jsonl").last))
    #expect(last["behavioral"] == ["spend": 7])
  }

  @Test func `an update sets the paths of the map and keeps all others`() throws {
    let folder = try TemporaryFolder()
    try RecordFile(folder("customers.jsonl")).append([
      ["id": "1", "emails": ["old@x.example"], "behavioral": ["a": 1, "b": 2], "own": [1, 2]]
    ])
    try folder.write("id;a;mail\n1;5;new@x.example\n", to: "a.csv")
    let map: JSON = [
      "id": "id", "emails": ["mail"], "set": ["behavioral.a": ["column": "a", "type": "integer"]],
    ]
    let report = try run(folder("a.csv"), map, into: folder)
    #expect((report.updated, report.created) == (1, 0))
    let record = try JSON(parsing: #require(try folder.lines("customers.jsonl").last))
    #expect(record["behavioral"] == ["a": 5, "b": 2])
    #expect(record["emails"] == ["old@x.example", "new@x.example"])
    #expect(record["own"] == [1, 2] && record["rev"] == 1 && record["asOf"] == "2026-11-22")
  }

  @Test func `a map and a header that do not fit say all at once`() throws {
    let folder = try TemporaryFolder()
    try folder.write("id,name,extra,name\n1,2,3,4\n", to: "a.csv")
    let failure = #expect(throws: ImportFailure.self) {
      try run(folder("a.csv"), ["id": "idd", "name": ["full": "name"]], into: folder)
    }
    #expect(
      failure?.problems.map(\.description) == [
        #"a.csv:1: two columns are called "name""#,
        #"a.csv:1: there is no column "idd"; did you mean "id"?"#,
        #"a.csv:1: the map does not name the column "id"; map it, or name it under "ignore""#,
        #"a.csv:1: the map does not name the column "extra"; map it, or name it under "ignore""#,
      ]
    )
    let other = #expect(throws: ImportFailure.self) {
      try run(
        folder("a.csv"),
        ["sett": [:], "set": ["a": ["column": "x", "type": "bool"]]],
        into: folder
      )
    }
    #expect(
      other?.problems.map(\.description) == [
        #"map.json#/sett: unknown key "sett"; did you mean "set"?"#,
        #"map.json#: no "id"; name the column that tells customers apart"#,
        #"map.json#/set/a/type: unknown type "bool"; text, integer, number, boolean, date, choice, list, version"#,
      ] || other?.problems.count == 3
    )
  }

  @Test func `a file that breaks off changes nothing`() throws {
    let folder = try TemporaryFolder()
    try RecordFile(folder("customers.jsonl")).append([["id": "0"]])
    let before = try folder.read("customers.jsonl")
    let rows = (1...40_000).map { "\($0),\(String(repeating: "x", count: 50))" }
    try folder.write("id,note\n" + rows.joined(separator: "\n") + "\n9,\"open", to: "a.csv")
    let failure = #expect(throws: ImportFailure.self) {
      try run(folder("a.csv"), ["id": "id", "note": "note"], into: folder)
    }
    #expect(failure?.problems.map(\.place.line) == [40_002])
    #expect(try folder.read("customers.jsonl") == before)
    #expect(try ImportMarks(StoreLocation(folder.path)).openSize() == nil)
  }

  @Test(arguments: [
    ("telecom", "telco/Telco-Customer-Churn.csv", 7043),
    ("marketing", "marketing/marketing_campaign.csv", 2240),
  ])
  func `an example's map fits its data`(name: String, file: String, rows: Int) throws {
    let path = PackageRoot.path + "/examples/\(name)/map.json"
    // Skipped where the data is absent.
    guard SharedData.has(file), let bytes = try? OpenFile(path, for: .reading).read(0..<(1 << 20))
    else { return }
    let folder = try TemporaryFolder()
    let report = try run(SharedData.folder + "/" + file, try JSON(parsing: bytes), into: folder)
    #expect((report.created, report.rows) == (rows, rows), "\(report.rejected.prefix(5))")
  }
}
