import JSONLogic
import TestSupport
import Testing

/// `rapport theme`, `schema`, `keys` and what ArgumentParser gives.
struct ThemeCommandTests {
  @Test func `the built-in themes are listed and have no problem`() throws {
    let place = try Workplace()
    let list = try place.runBare(["theme", "list"])
    #expect(list.status == 0 && list.message == "")
    #expect(list.text.contains("\nterminal        for any background     built in\n"))
    let json = try JSON(parsing: place.runBare(["theme", "list", "--format", "json"]).output)
    #expect(json.arrayValue?.count == list.text.split(separator: "\n").count)
    let check = try place.runBare(["theme", "check"])
    #expect(check.status == 0 && check.text.hasSuffix(" themes, no problem\n"))
    let shown = try place.runBare(["theme", "show", "mono"])
    #expect(shown.status == 0 && shown.text.hasPrefix("text "))
  }

  @Test func `a user's theme is found, and nonsense in it is named by its place`() throws {
    let place = try Workplace()
    let folder = "\(place.home.path)/themes-home/rapport/themes"
    let made = try Program(path: "/bin/mkdir", environment: [:]).run(["-p", folder])
    #expect(made.status == 0)
    let theme = ##"{"name": "mine", "inherits": "dark", "roles": {"txet": {"fg": "#12"}}}"##
    try TextFile.write(Array(theme.utf8), to: "\(folder)/mine.json")
    try TextFile.write(Array("[[[[".utf8), to: "\(folder)/broken.json")
    let home = ["XDG_CONFIG_HOME": "\(place.home.path)/themes-home"]
    let check = try place.runBare(["theme", "check", "mine"], environment: home)
    #expect(check.status == 1)
    #expect(check.text.contains("/roles/txet") && check.text.contains("mine.json"), "\(check.text)")
    let all = try place.runBare(["theme", "check"], environment: home)
    #expect(all.status == 1 && all.text.contains("broken"), "\(all.text)")
    let json = try place.runBare(["theme", "check", "--format", "json"], environment: home)
    #expect(try JSON(parsing: json.output).arrayValue?.isEmpty == false)
    let terminal = try Workplace.harbour()
      .open(["--theme", "mine"], environment: home)
    #expect(terminal.screen.lines[0].contains("F2 Find"))
  }

  @Test func `an unknown theme is answered with the names there are`() throws {
    let place = try Workplace()
    let shown = try place.runBare(["theme", "show", "drak"])
    #expect(shown.status == 2 && shown.text == "")
    #expect(shown.message.contains("no theme is called \"drak\"; there are contrast-dark, "))
  }

  @Test func `every kind of file has its schema`() throws {
    let place = try Workplace()
    let kinds = try place.runBare(["schema"])
    #expect(kinds.status == 0)
    for kind in kinds.text.split(separator: "\n") {
      let schema = try place.runBare(["schema", String(kind)])
      #expect(schema.status == 0)
      #expect(
        try JSON(parsing: schema.output)["$schema"]
          == "https://json-schema.org/draft/2020-12/schema",
        "\(kind)"
      )
    }
    let unknown = try place.runBare(["schema", "segmnt"])
    #expect(unknown.status == 2 && unknown.message.contains("no schema is called \"segmnt\""))
  }

  @Test func `keys, help and version are there without a store`() throws {
    let place = try Workplace()
    #expect(try place.runBare(["keys"]).text.contains("Ctrl-N"))
    #expect(try place.runBare(["--version"]).text == "0.1.0\n")
    for command in ["find", "show", "script", "check", "import", "init", "demo", "doctor"] {
      let help = try place.runBare([command, "--help"])
      #expect(help.status == 0 && help.text.contains("USAGE: rapport \(command)"), "\(command)")
    }
    for shell in ["bash", "zsh", "fish"] {
      #expect(try place.runBare(["--generate-completion-script", shell]).text.contains("rapport"))
    }
  }
}
