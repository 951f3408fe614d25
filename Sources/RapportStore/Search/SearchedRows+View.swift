extension SearchedRows {
  /// Hands out all rows at once, without counting references.
  func withRows<Result>(_ body: (Rows) -> Result) -> Result {
    withParts(text, textEnds) { text in
      withParts(starts, startEnds) { starts in
        withParts(words, startEnds) { words in
          withParts(phones, phoneEnds) { phones in
            signatures.withUnsafeBufferPointer { signatures in
              phoneSignatures.withUnsafeBufferPointer { phoneSignatures in
                body(
                  Rows(
                    signatures: signatures,
                    phoneSignatures: phoneSignatures,
                    text: text,
                    starts: starts,
                    words: words,
                    phones: phones
                  )
                )
              }
            }
          }
        }
      }
    }
  }

  /// Hands out the folded name of a row.
  func withName<Result>(of row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    text.withUnsafeBufferPointer {
      body(SearchText.name(UnsafeBufferPointer(rebasing: $0[textEnds[row]..<textEnds[row + 1]])))
    }
  }

  private func withParts<Element, Result>(
    _ all: [Element],
    _ ends: [Int],
    _ body: (Rows.Parts<Element>) -> Result
  ) -> Result {
    all.withUnsafeBufferPointer { all in
      ends.withUnsafeBufferPointer { body(Rows.Parts(all: all, ends: $0)) }
    }
  }

  /// The rows; alive as long as the closure that they are handed to.
  struct Rows {
    /// What the rows have of one kind, and where in it each row's ends.
    struct Parts<Element> {
      let all: UnsafeBufferPointer<Element>
      let ends: UnsafeBufferPointer<Int>

      subscript(row: Int) -> UnsafeBufferPointer<Element> {
        UnsafeBufferPointer(rebasing: all[ends[row]..<ends[row + 1]])
      }
    }

    let signatures: UnsafeBufferPointer<SearchSignature>
    let phoneSignatures: UnsafeBufferPointer<PhoneSignature>
    let text: Parts<UInt8>
    let starts: Parts<WordStart>
    let words: Parts<Vocabulary.Word>
    let phones: Parts<UInt8>

    var count: Int { signatures.count }

    subscript(row: Int) -> SearchedRow {
      SearchedRow(
        text: text[row],
        starts: starts[row],
        words: words[row],
        phones: phones[row]
      )
    }
  }
}
