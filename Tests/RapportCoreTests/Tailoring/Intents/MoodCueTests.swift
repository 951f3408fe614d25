import Testing

@testable import RapportCore

struct MoodCueTests {
  @Test(arguments: [
    ("This is ridiculous, I want my money back", ["ridiculous", "I want my money back"]),
    ("It is the third time I call!!", ["third time", "!!"]),
    ("Das ist eine Frechheit. Zum dritten Mal!", ["Frechheit", "Zum dritten Mal"]),
    ("Me parece una vergüenza", ["una vergüenza"]),
    ("ME PARECE UNA VERGUENZA", ["UNA VERGUENZA"]),
    ("C'est inadmissible, j'en ai marre", ["inadmissible", "j'en ai marre"]),
    ("WHERE is MY PARCEL, ANSWER", ["WHERE", "PARCEL", "ANSWER"]),
  ])
  func `what sounds upset is quoted as written`(text: String, cues: [String]) {
    #expect(Mood.cues(in: text) == cues)
  }

  @Test(arguments: [
    "", "Could you tell me where my order is?", "Thank you!", "I use the app every day",
    "Wo finde ich meine Rechnung?", "Gracias, muy amable", "USB C", "the joker card",
  ])
  func `calm words propose nothing`(text: String) {
    #expect(Mood.cues(in: text).isEmpty)
  }
}
