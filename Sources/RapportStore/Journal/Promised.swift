import RapportCore

/// A follow-up that a line of the journal promises.
struct Promised {
  let by: String
  let occasion: Promise.Occasion
  let place: Range<Int>

  init(_ by: String, in contact: String?, about intent: String?, at place: Range<Int>) {
    self.by = by
    occasion = Promise.Occasion(contact: contact, intent: intent)
    self.place = place
  }
}
