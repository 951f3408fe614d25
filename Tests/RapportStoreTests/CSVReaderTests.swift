import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

struct CSVReaderTests {
  private static let bad = "csv-suite/csv-test-data/csv/bad-"

  @Test(
    .enabled(if: SharedData.has("csv-suite")),
    arguments: SharedData.files(in: "csv-suite/csv-test-data/csv")
      + SharedData.files(in: "csv-suite/csv-spectrum/csvs")
  )
  func `a file of the suites reads as its JSON says, or is refused`(file: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(SharedData.bytes(file), to: "a.csv")
    let name = Folder.name(of: file).dropLast(4)
    if name.hasPrefix("bad-header-") {
      // Well-formed CSV that does not fit its header; see the import's tests.
      return
    }
    if name.hasPrefix("bad-") {
      var faults: [String?] = []
      do {
        faults = try all(folder("a.csv")).map(\.fault)
      } catch let error as CSVError {
        faults = [error.reason]
      }
      #expect(faults.contains { $0 != nil }, "\(name)")
      return
    }
    let rows = try all(folder("a.csv"))
    #expect(rows.allSatisfy { $0.fault == nil })
    let isSpectrum = file.contains("csv-spectrum")
    let path = file.split(separator: "/").dropLast(2).joined(separator: "/") + "/json/\(name).json"
    let expected = try JSON(parsing: SharedData.bytes(path))
    if isSpectrum || name.hasPrefix("header-") {
      let header = try #require(rows.first?.fields)
      let found = rows.dropFirst().map { row in
        JSON.object(JSONObject(zip(header, row.fields).map { (key: $0, value: .string($1)) }))
      }
      #expect(JSON.array(Array(found)) == expected, "\(name)")
    } else {
      let found = rows.map { JSON.array($0.fields.map { .string($0) }) }
      #expect(JSON.array(found) == expected, "\(name)")
    }
  }

  @Test(arguments: [
    ("a,b\n1,\"x\n\ny\n2,3\n", 2, "a quote that does not end"),
    ("a,b\r\n\"1\"2,3\r\n", 2, "text behind a closing quote"),
    ("a,b\n1,2\n1,\u{0}\n", 3, "a NUL byte"),
  ])
  func `what is broken is named by its line`(text: String, line: Int, reason: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "a.csv")
    let error = #expect(throws: CSVError.self) { try all(folder("a.csv")) }
    #expect(error?.line == line && error?.reason == reason)
  }

  @Test(arguments: [
    ("a,b\n1,2\n", CSVDelimiter.comma), ("a;b;c\n1,5;2;3\n", .semicolon), ("a\tb\n1\t2", .tab),
    ("a|b\n\"1|2\"|3", .bar), ("\"a;b\",c\n1,2\n", .comma), ("one\n1\n", .comma), ("", .comma),
  ])
  func `the delimiter is found out`(text: String, delimiter: CSVDelimiter) {
    #expect(CSVDelimiter.sniff(Array(text.utf8)) == delimiter)
  }

  @Test(arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian, .windows1252])
  func `an encoding is found out, over the ends of pieces`(encoding: TextEncoding) throws {
    let folder = try TemporaryFolder()
    let rows = (0..<20_000).map { "\($0),Zoë €\(encoding == .windows1252 ? "" : " 𝄞")" }
    let text = "id,name\r\n" + rows.joined(separator: "\r\n")
    for hasMark in [false, true] where encoding != .windows1252 || !hasMark {
      var bytes: [UInt8] = []
      switch encoding {
      case .utf8: bytes = (hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
      case .utf16LittleEndian:
        bytes = ((hasMark ? [0xFEFF] : []) + Array(text.utf16)).flatMap {
          [UInt8($0 & 0xFF), UInt8($0 >> 8)]
        }
      case .utf16BigEndian:
        bytes = ((hasMark ? [0xFEFF] : []) + Array(text.utf16)).flatMap {
          [UInt8($0 >> 8), UInt8($0 & 0xFF)]
        }
      case .windows1252:
        bytes = text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8($0.value) }
      }
      try folder.write(bytes, to: "a.csv")
      var reader = try CSVReader(folder("a.csv"))
      #expect(reader.encoding == encoding)
      #expect(try reader.next()?.fields == ["id", "name"])
      var count = 0
      while let record = try reader.next() {
        #expect(record.fields.joined(separator: ",") == rows[count])
        count += 1
      }
      #expect(count == rows.count)
    }
  }

  @Test(
    .enabled(if: SharedData.has("crm")),
    arguments: [
      ("crm/salesforce/dataloader_csvtext_BOM_UTF16LE.csv", TextEncoding.utf16LittleEndian, 3),
      ("crm/chatwoot/invalid_bytes.csv", .windows1252, 3), ("crm/chatwoot/contacts.csv", .utf8, 26),
      ("crm/hubspot/helix_hubspot-contacts_first26.csv", .utf8, 27),
    ]
  )
  func `genuine exports are read`(file: String, encoding: TextEncoding, count: Int) throws {
    var reader = try CSVReader(SharedData.folder + "/" + file)
    #expect(reader.encoding == encoding)
    var records = 0
    while let record = try reader.next() { records += record.isBlank ? 0 : 1 }
    #expect(records == count)
  }

  private func all(_ path: String) throws -> [CSVRecord] {
    var reader = try CSVReader(path, delimiter: .comma)
    var records: [CSVRecord] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }
}
