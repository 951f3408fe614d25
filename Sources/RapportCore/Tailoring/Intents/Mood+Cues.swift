extension Mood {
  /// What in a caller's words sounds upset, as written; empty where nothing does.
  ///
  /// Only to propose it: nobody can tell from words alone. A cue is a phrase of anger or exasperation, two
  /// or more exclamation marks in a row, or three or more words in capitals.
  package static func cues(in text: String) -> [String] {
    let utterance = Utterance(text)
    var cues: [String] = []
    func note(_ positions: Range<Int>) {
      let words = utterance.words[positions].map(\.text)
      guard let first = words.first, let last = words.last else { return }
      let cue = String(text[first.startIndex..<last.endIndex])
      if !cues.contains(cue), cue.count <= longestCue { cues.append(cue) }
    }
    let folded = utterance.words.map(\.folded)
    for start in folded.indices {
      guard let phrases = Self.phrases[folded[start]] else { continue }
      let fits = phrases.filter { folded[start...].starts(with: $0) }
      if let longest = fits.max(by: { $0.count < $1.count }) {
        note(start..<(start + longest.count))
      }
    }
    let shouted = utterance.words.indices.filter { utterance.words[$0].isShouted }
    if shouted.count >= 3 { shouted.prefix(3).forEach { note($0..<($0 + 1)) } }
    if let marks = text.firstRun(of: ["!", "！"], atLeast: 2) { cues.append(marks) }
    return cues
  }

  private static let longestCue = 60

  /// By their first word, folded.
  private static let phrases: [[UInt8]: [[[UInt8]]]] = {
    var table: [[UInt8]: [[[UInt8]]]] = [:]
    for line in texts.split(separator: "\n") {
      let words = Utterance(String(line)).words.map(\.folded)
      if let first = words.first { table[first, default: []].append(words) }
    }
    return table
  }()

  /// English, German, Spanish, French; small words such as "annoyed" only where they are about now.
  private static let texts = """
    unacceptable
    not acceptable
    ridiculous
    outrageous
    disgusting
    disgraceful
    appalling
    furious
    fuming
    I am angry
    I'm angry
    very angry
    so angry
    fed up
    sick of
    sick and tired
    had enough
    a joke
    scam
    rip off
    ripped off
    thieves
    incompetent
    useless
    worst service
    terrible service
    awful service
    never again
    waste of time
    wasting my time
    third time
    fourth time
    fifth time
    how many times
    nobody answers
    no one answers
    nobody helps
    no one helps
    still waiting
    complete disaster
    I want my money back
    speak to a manager
    speak to your manager
    talk to a manager
    my lawyer
    legal action
    trading standards
    what a shame
    shame on you
    extremely disappointed
    very disappointed
    deeply disappointed
    beyond frustrated
    so frustrating
    very frustrating
    inakzeptabel
    unverschämt
    Unverschämtheit
    Frechheit
    unmöglich
    lächerlich
    eine Zumutung
    Sauerei
    Abzocke
    Betrug
    Betrüger
    stinksauer
    wütend
    bin sauer
    so sauer
    reicht mir
    reicht es mir
    habe genug
    die Nase voll
    nie wieder
    zum dritten Mal
    zum vierten Mal
    das dritte Mal
    zum wiederholten Mal
    schon wieder
    keiner hilft
    niemand hilft
    niemand meldet sich
    keiner meldet sich
    warte immer noch
    meinen Anwalt
    mein Anwalt
    Verbraucherzentrale
    sehr enttäuscht
    maßlos enttäuscht
    katastrophal
    eine Katastrophe
    Ihren Vorgesetzten
    inaceptable
    indignante
    indignado
    indignada
    una vergüenza
    vergonzoso
    ridículo
    es absurdo
    una estafa
    estafadores
    ladrones
    estoy harto
    estoy harta
    harto de
    harta de
    muy enfadado
    muy enfadada
    furioso
    furiosa
    nunca más
    no puede ser
    tercera vez
    cuarta vez
    cuántas veces
    nadie contesta
    nadie me ayuda
    nadie responde
    sigo esperando
    una tomadura de pelo
    tomando el pelo
    mi abogado
    hoja de reclamaciones
    pésimo servicio
    muy decepcionado
    muy decepcionada
    hablar con su responsable
    hablar con un supervisor
    inacceptable
    inadmissible
    scandaleux
    honteux
    une honte
    ridicule
    n'importe quoi
    arnaque
    escroquerie
    voleurs
    furieux
    furieuse
    très en colère
    j'en ai assez
    j'en ai marre
    ras le bol
    plus jamais
    troisième fois
    combien de fois
    personne ne répond
    j'attends toujours
    mon avocat
    très déçu
    très déçue
    """
}

extension Utterance.Word {
  /// Four letters or more, all capital.
  fileprivate var isShouted: Bool {
    text.count >= 4 && text.allSatisfy { $0.isUppercase }
  }
}

extension String {
  /// The first place where so many of some characters follow each other, as written.
  fileprivate func firstRun(of wanted: Set<Character>, atLeast least: Int) -> String? {
    var run = ""
    for character in self {
      if wanted.contains(character) {
        run.append(character)
      } else {
        if run.count >= least { break }
        run = ""
      }
    }
    return run.count >= least ? String(run.prefix(3)) : nil
  }
}
