import JSONLogic
import Testing

@testable import RapportCore

struct TemplateVocativeTests {
  private func text(_ source: String, name: String?) throws -> [TemplateSpan] {
    let environment = TemplateEnvironment(
      escaping: .none,
      missing: .hole { $0 },
      partial: { _ in nil }
    )
    let data = TemplateValue(.object(["name": name.map { .string($0) } ?? .null]))
    return try Template(parsing: source).makingOptional("name").render([data], in: environment)
  }

  @Test(arguments: [
    ("Hello {{name}}, here is Ana.", "Hello Zoë, here is Ana.", "Hello, here is Ana."),
    ("Hi {{name}}!", "Hi Zoë!", "Hi!"),
    ("Thanks. Good morning {{name}}.", "Thanks. Good morning Zoë.", "Thanks. Good morning."),
    (
      "Thank you very much for that, {{name}}.", "Thank you very much for that, Zoë.",
      "Thank you very much for that."
    ),
    ("{{name}}, please wait.", "Zoë, please wait.", "Please wait."),
    (
      "One moment. {{name}}, élan counts.", "One moment. Zoë, élan counts.",
      "One moment. Élan counts."
    ),
    ("{{#name}}Hi {{name}}{{/name}}{{^name}}Hello{{/name}}!", "Hi Zoë!", "Hello!"),
    ("{{#on}}Hi {{name}}!{{/on}}{{^on}}Hi {{name}}!{{/on}}", "Hi Zoë!", "Hi!"),
  ])
  func `a form of address does without a name that is not known`(
    source: String,
    named: String,
    unnamed: String
  ) throws {
    #expect(try text(source, name: "Zoë").complete == named)
    #expect(try text(source, name: nil).complete == unnamed)
  }

  @Test(arguments: ["Am I speaking with {{name}}?", "{{name}} is on the line.", "For {{name}}"])
  func `elsewhere it is a hole`(source: String) throws {
    #expect(try text(source, name: nil).complete == nil)
    #expect(try text(source, name: "Zoë").complete != nil)
  }
}
