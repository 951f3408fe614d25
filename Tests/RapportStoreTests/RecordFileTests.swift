import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

struct RecordFileTests {
  @Test func `an append says where its lines stand`() throws {
    let folder = try TemporaryFolder()
    let file = RecordFile(folder("a.jsonl"))
    #expect(try file.append([["id": 1]]) == 0..<9)
    #expect(try file.append([["id": 2], ["id": 3]]) == 9..<27)
    #expect(try folder.lines("a.jsonl") == [#"{"id":1}"#, #"{"id":2}"#, #"{"id":3}"#])
  }

  @Test func `a fragment of any length stays one line and is never glued to the next`() throws {
    let folder = try TemporaryFolder()
    let whole = #"{"id":1,"name":"Zoë"}"#
    for count in 1...whole.utf8.count {
      try folder.write(Array("{\"id\":0}\n".utf8) + whole.utf8.prefix(count), to: "a.jsonl")
      let range = try RecordFile(folder("a.jsonl")).append([["id": 2]])
      let bytes = try folder.read("a.jsonl")
      #expect(bytes[range].elementsEqual("{\"id\":2}\n".utf8))
      #expect(bytes.split(separator: 10).count == 3)
      #expect(bytes.split(separator: 10)[1].elementsEqual(whole.utf8.prefix(count)))
    }
  }

  @Test func `a write that does not fit is taken back`() throws {
    let folder = try TemporaryFolder()
    let said = try HammerProcess(["full", folder("a.jsonl"), "1000"]).waitForEnd()
    #expect(said.count == 1)
    #expect(said.first?.hasPrefix("cannot write \(folder("a.jsonl")): ") == true)
    let lines = try folder.lines("a.jsonl")
    #expect(lines.count > 15)
    #expect(try folder.read("a.jsonl").last == 10)
    for line in lines { _ = try JSON(parsing: line) }
  }

  @Test func `a file put in the place of the locked one is opened anew`() throws {
    let folder = try TemporaryFolder()
    try folder.write("old\n", to: "a.jsonl")
    let locked = try LockedFile(folder("a.jsonl"))
    #expect(throws: FileError(.lock, folder("a.jsonl"), code: 110)) {
      _ = try LockedFile(folder("a.jsonl"), patience: 5)
    }
    try AtomicReplace.write(Array("new\n".utf8), to: folder("a.jsonl"))
    let again = try LockedFile(folder("a.jsonl"), patience: 5)
    try again.append(lines: Array("newer\n".utf8))
    #expect(try folder.text("a.jsonl") == "new\nnewer\n")
    _ = consume locked
  }

  @Test func `a replaced file keeps its permissions, and a link stays a link`() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a.json")
    try OpenFile(folder("a.json"), for: .reading).adopt(mode: 0o640, group: nil)
    try FileManagerLink.make(folder("link.json"), to: "a.json")
    try AtomicReplace.write(Array("new".utf8), to: folder("link.json"))
    #expect(try folder.text("a.json") == "new")
    #expect(try FileStatus(at: folder("a.json"))?.mode == 0o640)
    #expect(FileManagerLink.target(of: folder("link.json")) == "a.json")
    #expect(try Folder.names(in: folder.path) == ["a.json", "link.json"])
  }

  @Test func `an error says what, where and why`() throws {
    #expect(throws: FileError(.open, "/nowhere/a.jsonl", code: 2)) {
      try RecordFile("/nowhere/a.jsonl").append([nil])
    }
    let error = FileError(.open, "/nowhere/a.jsonl", code: 2)
    #expect("\(error)" == "cannot open /nowhere/a.jsonl: there is no such file or folder")
  }
}
