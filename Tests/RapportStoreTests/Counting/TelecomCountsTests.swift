import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

/// Rules over the shared telecom customers, imported, count what pandas counts in the CSV.
///
///     d = pd.read_csv(FILE, keep_default_na=False)
///     d["total"] = pd.to_numeric(d.TotalCharges, errors="coerce")
///     fibre = d.InternetService == "Fiber optic"
@Suite(.enabled(if: SharedData.has("telco")))
struct TelecomCountsTests {
  private static let attributes: [(path: String, column: String, kind: Attribute.Kind)] = [
    ("behavioral.tenure", "tenure", .integer), ("behavioral.total", "TotalCharges", .number),
    ("behavioral.monthly", "MonthlyCharges", .number),
    ("behavioral.contract", "Contract", .choice), ("behavioral.churn", "Churn", .choice),
    ("behavioral.payment", "PaymentMethod", .choice), ("demographic.partner", "Partner", .choice),
    ("demographic.senior", "SeniorCitizen", .integer),
    ("technographic.internet", "InternetService", .choice),
    ("technographic.support", "TechSupport", .choice),
  ]

  private static let ignored: [JSON] = [
    "gender", "Dependents", "PhoneService", "MultipleLines", "OnlineSecurity", "OnlineBackup",
    "DeviceProtection", "StreamingTV", "StreamingMovies", "PaperlessBilling",
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var rule: JSON
    var isIn: Int
    var unknown = 0
  }

  private static func v(_ path: String) -> JSON { ["var": .string(path)] }
  private static let isFibre: JSON = ["===": [v("technographic.internet"), "Fiber optic"]]

  private static let cases = [
    // (fibre & (d.TechSupport == "No") & (d.tenure < 12)).sum()
    Case(
      testDescription: "new on fibre without support",
      rule: [
        "and": [
          isFibre, ["===": [v("technographic.support"), "No"]],
          ["<": [v("behavioral.tenure"), 12]],
        ]
      ],
      isIn: 803
    ),
    // (d.total.isna() | ((d.tenure == 1) & (d.MonthlyCharges > 80))).sum()
    Case(
      testDescription: "no total, or a first month above 80",
      rule: [
        "or": [
          ["missing": ["behavioral.total"]],
          [
            "and": [
              ["===": [v("behavioral.tenure"), 1]], [">": [v("behavioral.monthly"), 80]],
            ]
          ],
        ]
      ],
      isIn: 82
    ),
    // (~(fibre | (d.Contract == "Month-to-month"))
    //   & ((d.SeniorCitizen == 1) | (d.Partner == "No"))).sum()
    Case(
      testDescription: "bound, not on fibre, senior or alone",
      rule: [
        "and": [
          ["!": [["or": [isFibre, ["===": [v("behavioral.contract"), "Month-to-month"]]]]]],
          [
            "or": [
              ["===": [v("demographic.senior"), 1]], ["===": [v("demographic.partner"), "No"]],
            ]
          ],
        ]
      ],
      isIn: 924
    ),
    // (~(d.total > 100) & d.total.notna()).sum(), d.total.isna().sum()
    Case(
      testDescription: "a total of at most 100 by negation",
      rule: ["!": [[">": [v("behavioral.total"), 100]]]],
      isIn: 813,
      unknown: 11
    ),
    // (d.MonthlyCharges.between(20, 70) & (d.tenure >= 24)
    //   & d.PaymentMethod.isin(["Mailed check", "Bank transfer (automatic)"])).sum()
    Case(
      testDescription: "between, in and at least",
      rule: [
        "and": [
          ["<=": [20, v("behavioral.monthly"), 70]],
          ["in": [v("behavioral.payment"), ["Mailed check", "Bank transfer (automatic)"]]],
          [">=": [v("behavioral.tenure"), 24]],
        ]
      ],
      isIn: 751
    ),
    // ((d.total / d.tenure) > d.MonthlyCharges).sum(), d.total.isna().sum()
    Case(
      testDescription: "three columns in one condition",
      rule: [
        ">": [["/": [v("behavioral.total"), v("behavioral.tenure")]], v("behavioral.monthly")]
      ],
      isIn: 3_204,
      unknown: 11
    ),
    // two = d.Contract == "Two year"
    // ((two & (d.Churn == "Yes")) | (~two & fibre & (d.Churn == "No"))
    //   | (~two & ~fibre & (d.total < 50))).sum(), (~two & ~fibre & d.total.isna()).sum()
    Case(
      testDescription: "if, else if, else",
      rule: [
        "if": [
          ["===": [v("behavioral.contract"), "Two year"]],
          ["===": [v("behavioral.churn"), "Yes"]],
          isFibre, ["===": [v("behavioral.churn"), "No"]], ["<": [v("behavioral.total"), 50]],
        ]
      ],
      isIn: 1_812,
      unknown: 1
    ),
  ]

  @Test func `seven rules count what pandas counts`() async throws {
    let folder = try TemporaryFolder()
    var set = JSONObject()
    for (path, column, kind) in Self.attributes {
      set[path] = ["column": .string(column), "type": .string(kind.rawValue)]
    }
    let map = try ImportMap(
      ["id": ["column": "customerID"], "set": .object(set), "ignore": .array(Self.ignored)],
      file: "map.json",
      catalog: AttributeCatalog([])
    )
    let noon = Instant(seconds: 1_795_348_800)
    let location = StoreLocation(folder.path)
    _ = try CustomerImport(
      location,
      map: map,
      at: noon,
      asOf: CalendarDate(daysSinceEpoch: 20_779)
    ).run(SharedData.folder + "/telco/Telco-Customer-Churn.csv")
    let definitions = Definitions(
      settings: StoreSettings(name: "Telecom", company: "Telecom"),
      catalog: AttributeCatalog(
        Self.attributes.map { path, _, kind in
          Attribute(path: path, label: LocalizedText(["en": path]), kind: kind)
        }
      )
    )
    let customers = try folder.lines("customers.jsonl").compactMap { line in
      try JSON(parsing: line).objectValue.flatMap { Customer(record: $0) }.map { CustomerFacts($0) }
    }
    let counts = SegmentCounts(location, definitions)
    for test in Self.cases {
      let size = try await counts.size(of: Rule(test.rule), at: noon)
      let expected = AnswerCounts(isIn: test.isIn, unknown: test.unknown, all: 7_043)
      #expect(size == expected, "\(test.testDescription)")
      let rule = try Rule(test.rule)
      let answers = customers.map { rule.explain($0).answer }
      #expect(answers.count { $0 == .in } == test.isIn, "\(test.testDescription)")
      #expect(answers.count { $0 == .unknown } == test.unknown, "\(test.testDescription)")
    }
  }
}
