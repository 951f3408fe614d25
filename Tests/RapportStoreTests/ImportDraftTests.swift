import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

/// Maps to begin with, made from files.
struct ImportDraftTests {
  private func draft(_ header: String, _ rows: String...) throws -> ImportDraft {
    let folder = try TemporaryFolder()
    try folder.write(([header] + rows).joined(separator: "\n") + "\n", to: "rows.csv")
    return try ImportDraft(folder("rows.csv"), catalog: AttributeCatalog(Attribute.builtIn))
  }

  @Test(arguments: [
    ("Name;E-Mail;Kundennummer", "Kundennummer"), ("Paid;Customer ID", "Customer ID"),
    ("No;customerid", "customerid"), ("Town;KdNr", "KdNr"), ("Paid;Reference No.", "Reference No."),
    ("Phone number;Telefonnummer;userKey", "userKey"), ("Full name;Town", "Town"),
    ("ACCOUNT_ID;Nr", "ACCOUNT_ID"),
  ])
  func `the id is what is called one, never a name, an e-mail or a phone`(
    header: String,
    id: String
  ) throws {
    let count = header.split(separator: ";").count
    func row(_ letter: String) -> String {
      (0..<count).map { "\(letter)\($0)" }.joined(separator: ";")
    }
    let draft = try draft(header, row("a"), row("b"))
    #expect(draft.id == id && draft.rows == 2)
    #expect(draft.map["id"] == ["column": .string(id)])
  }

  @Test func `where no column differs in each row, none is the id`() throws {
    let same = try draft("Customer ID;Town;Name", "1;Bath;Ada", "1;Bath;Ben")
    #expect(same.id == nil && same.map["id"] == nil)
    #expect(same.map["ignore"] == ["Customer ID", "Town"] && same.ignored == 2)
    #expect(try draft("Name;E-Mail", "Ada;a@x.org", "Ben;b@x.org").id == nil)
  }

  @Test func `without rows only a name that says so makes an id`() throws {
    #expect(try draft("Town;Client No").id == "Client No")
    #expect(try draft("Town;Paid").id == nil)
  }
}
