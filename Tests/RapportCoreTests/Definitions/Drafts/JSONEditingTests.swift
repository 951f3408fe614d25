import JSONLogic
import RapportCore
import Testing

/// Setting values in the JSON of a definition.
struct JSONEditingTests {
  private let tone: JSON = ["name": "Warm", "phrases": ["en": ["greeting": "Hi"]], "x": [1, 2]]

  @Test func `a value is set where it is, and everything else stays`() {
    let changed = tone.setting("Hello", at: ["phrases", "en", "greeting"])
    #expect(changed["phrases"]?["en"]?["greeting"] == "Hello")
    #expect(changed["name"] == "Warm" && changed["x"] == [1, 2])
  }

  @Test func `objects on the way are made, and go with the last of their keys`() {
    let more = tone.setting("Hallo", at: ["phrases", "de", "greeting"])
    #expect(more["phrases"]?["de"] == ["greeting": "Hallo"])
    #expect(more.setting(nil, at: ["phrases", "de", "greeting"]) == tone)
    let none = tone.setting(nil, at: ["phrases", "en", "greeting"])
    #expect(none["phrases"] == nil && none["name"] == "Warm")
  }

  @Test func `items of a list keep their places, also empty ones`() {
    let script: JSON = ["steps": [["id": "a"], ["id": "b"]]]
    #expect(script.setting(nil, at: ["steps", "0", "id"]) == ["steps": [[:], ["id": "b"]]])
    #expect(script.setting("c", at: ["steps", "1", "id"])["steps"]?[1] == ["id": "c"])
    #expect(script.setting("c", at: ["steps", "7", "id"]) == script)
  }

  @Test func `a list without items goes`() {
    let one: JSON = ["steps": [["id": "a"]]]
    let none = one.changingList(at: ["steps"]) { $0.removeAll() }
    #expect(none == [:])
    #expect(none.changingList(at: ["steps"]) { $0.append(["id": "b"]) }["steps"] == [["id": "b"]])
  }
}
