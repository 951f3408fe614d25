import Terminal
import Testing
import Themes

@Suite struct ThemeFileTests {
  private func warnings(_ json: String) -> [String] {
    ThemeFile.decode(json.utf8, name: "own", file: "own.json").warnings.map(\.description)
  }

  @Test func `a theme is read`() {
    let (theme, warnings) = ThemeFile.decode(
      """
      {"name": "own", "author": "me", "appearance": "dark", "inherits": "dark",
       "palette": {"sun": "#ffcc00"},
       "roles": {"text": {"fg": "sun", "bg": "#101010"}, "label": {"fg": "red", "bold": false}},
       "ansi16": {"text": {"fg": "ansi:3"}}, "mono": {"label": {"reverse": true}}}
      """.utf8,
      name: "own",
      file: "own.json"
    )
    #expect(warnings == [])
    #expect(
      theme
        == Theme(
          name: "own",
          author: "me",
          appearance: .dark,
          inherits: "dark",
          palette: ["sun": .rgb(255, 204, 0)],
          roles: [
            .text: ThemeEntry(foreground: .named("sun"), background: .color(.rgb(16, 16, 16))),
            .label: ThemeEntry(foreground: .named("red"), off: .bold),
          ],
          ansi16: [.text: ThemeEntry(foreground: .color(.ansi(3)))],
          mono: [.label: ThemeEntry(on: .reverse)]
        )
    )
  }

  @Test(arguments: [
    (
      #"{"roles": {"lable": {}}}"#,
      [#"own.json: /roles/lable: unknown role, did you mean "label"?"#]
    ),
    (#"{"roles": {"zzzzzz": {}}}"#, ["own.json: /roles/zzzzzz: unknown role"]),
    (
      ##"{"rolls": {}, "palette": {"a": "#12", "b": 3}}"##,
      [
        #"own.json: /rolls: unknown key, did you mean "roles"?"#,
        "own.json: /palette/a: expected a colour, such as #80c0ff, ansi:4 or default",
        "own.json: /palette/b: expected a colour, such as #80c0ff, ansi:4 or default",
      ]
    ),
    (
      #"{"appearance": "dim", "roles": {"text": {"fg": 1, "blod": true, "bold": "yes"}}}"#,
      [
        #"own.json: /appearance: expected dark, light or any, not "dim""#,
        "own.json: /roles/text/fg: expected a colour or a name from the palette, not a number",
        #"own.json: /roles/text/blod: unknown key, did you mean "bold"?"#,
        "own.json: /roles/text/bold: expected true or false, not text",
      ]
    ),
    (
      ##"{"roles": {"text": {"fg": "#zz0000", "bg": "ansi:16"}}}"##,
      [
        ##"own.json: /roles/text/fg: "#zz0000" is no colour; write #rrggbb, ansi:0 to ansi:15"##,
        #"own.json: /roles/text/bg: "ansi:16" is no colour; write #rrggbb, ansi:0 to ansi:15"#,
      ]
    ),
    ("[]", ["own.json: a theme is an object, not a list"]),
    (#"{"roles": []}"#, ["own.json: /roles: expected an object, not a list"]),
  ])
  func `what cannot be read is warned of with its place`(json: String, expected: [String]) {
    #expect(warnings(json) == expected)
  }

  @Test func `broken JSON says where`() {
    let found = warnings("{\"name\": \"own\"\n\"roles\": {}}")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("own.json: line 2, column ") == true)
  }
}
