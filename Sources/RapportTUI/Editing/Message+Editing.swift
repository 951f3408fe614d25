extension Message {
  /// What the loop tells of a document that was in an editor; nil where there is none.
  init(_ edited: EditedDocument?, name: String) {
    self =
      switch edited {
      case .text(let text): .edited(text: text, name: name, why: nil)
      case .nothing(let why): .edited(text: nil, name: name, why: why)
      case nil: .edited(text: nil, name: name, why: "There is no terminal to lend to an editor")
      }
  }
}
