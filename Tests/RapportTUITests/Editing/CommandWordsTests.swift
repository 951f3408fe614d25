import Testing

@testable import RapportTUI

struct CommandWordsTests {
  @Test(arguments: [
    ("vi", ["vi"]), ("  code  --wait ", ["code", "--wait"]),
    (#""/opt/my editor/ed" -n 'a  b'"#, ["/opt/my editor/ed", "-n", "a  b"]),
    (#"em\ acs -f "a\"b\\c\d""#, ["em acs", "-f", #"a"b\c\d"#]),
    (#"x''y "" ''"#, ["xy", "", ""]), ("nano $HOME; rm *", ["nano", "$HOME;", "rm", "*"]),
    ("", []), ("\t\n", []),
  ])
  func `words are split as a shell splits them`(line: String, words: [String]) {
    #expect(CommandWords.split(line) == words)
  }

  @Test(arguments: ["vi 'a", #"vi "a"#, #"vi \"#])
  func `what is not closed is no command`(line: String) {
    #expect(CommandWords.split(line) == nil)
  }
}
