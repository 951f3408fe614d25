import RapportCore
import Testing

@testable import RapportStore

struct EditedFileTests {
  @Test func `a document lies where only its owner can read it, and goes with what lies beside it`()
    throws
  {
    let folder = try TemporaryFolder()
    let location = StoreLocation(folder.path)
    let file = try EditedFile("{}\n", named: "../loyal.json", of: "mk", in: location, else: "/none")
    #expect(file.path.hasPrefix(folder("drafts/mk/.edit-")) && file.path.hasSuffix("/..loyal.json"))
    #expect(try FileStatus(at: file.path)?.mode == 0o600)
    #expect(try FileStatus(at: Folder.parent(of: file.path))?.mode == 0o700)
    #expect(try Folder.names(in: folder("drafts/mk")).isEmpty)
    try AtomicReplace.write(Array("ä".utf8), to: file.path)
    try AtomicReplace.write([], to: file.path + "~")
    #expect(try file.read() == "ä")
    try AtomicReplace.write([0xE4], to: file.path)
    #expect(try file.read() == nil)
    file.remove()
    #expect(try FileStatus(at: Folder.parent(of: file.path)) == nil)
  }
}
