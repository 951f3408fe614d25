extension RenderedScript {
  /// This script and the others that would do, best first.
  package var choices: [Alternative] {
    var choices = alternatives
    let own = Alternative(id: script.id, title: title, language: language, because: because)
    choices.insert(own, at: min(max(0, rank), choices.count))
    return choices
  }
}
