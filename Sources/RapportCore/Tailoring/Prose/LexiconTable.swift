/// The words that `Lexicon` knows, by language.
///
/// Those to avoid are from service training (never tell somebody to calm down, never begin with what is not
/// possible); the rest is what scripts say. Add a language by adding a row.
struct LexiconTable: Sendable {
  var acts: [Lexicon.Act: [String]]
  /// What says sorry; acknowledges too.
  var apologies: [String]
  /// Verbs that begin a sentence which tells somebody to do something.
  var instructions: [String]
  /// What else begins one.
  var requests: [String]

  /// After which `'s` is a verb.
  static let pronouns: Set = [
    "it", "that", "what", "let", "here", "there", "he", "she", "who", "where", "how", "when", "why",
    "everything", "nothing", "something", "this",
  ]

  static let all: [String: LexiconTable] = [
    "en": english, "de": german, "fr": french, "es": spanish,
  ]

  private static let english = LexiconTable(
    acts: [
      .greeting: [
        "hello", "hi", "hey", "good day", "good morning", "good afternoon", "good evening", "dear",
        "welcome", "my name is", "thank you for calling", "thank you for writing",
        "thank you for your message",
      ],
      .farewell: [
        "goodbye", "good bye", "bye", "have a good", "have a great", "have a nice", "take care",
        "kind regards", "best regards", "yours sincerely", "i wish", "all the best",
        "thank you for your", "thanks for your", "thank you for getting in touch",
        "thanks for writing",
      ],
      .acknowledgement: [
        "i understand", "i can see", "i see why", "i hear you", "i can imagine", "you are right",
        "you're right", "annoying", "frustrating", "thank you for telling", "thanks for telling",
        "thank you for letting", "thanks for letting", "thank you for checking",
        "thank you for pointing", "good that you", "should not have happened",
        "shouldn't have happened", "my condolences", "sorry for your loss", "our mistake",
        "my mistake",
      ],
      .negative: [
        "calm down", "unfortunately", "nothing we can do", "nothing i can do", "you have to",
        "you must", "i can't", "we can't", "i cannot", "we cannot", "no need to get upset",
        "as per our policy", "that is not my department", "that's not my department",
        "you should have",
        "you failed to", "you need to understand",
      ],
      .promise: ["guarantee", "guarantees", "guaranteed", "guaranteeing", "100 percent sure"],
      .vague: [
        "soon", "as soon as possible", "asap", "shortly", "in due course", "at some point",
        "sometime", "in a while", "when possible",
      ],
      .harmless: ["as soon as"],
      .time: [
        "today", "tomorrow", "tonight", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "within the hour", "this morning", "this afternoon", "this evening",
      ],
      .slang: [
        "yeah", "yep", "nope", "gonna", "wanna", "gotta", "kinda", "guys", "awesome", "no worries",
        "no problem", "cheers",
      ],
    ],
    apologies: [
      "i am sorry", "i'm sorry", "we are sorry", "sorry", "i apologise", "i apologize",
      "we apologise", "we apologize", "my apologies", "our apologies", "my apology",
    ],
    instructions: [
      "answer", "bring", "call", "charge", "check", "click", "confirm", "copy", "download", "email",
      "enter", "fill", "find", "follow", "give", "go", "hold", "install", "keep", "leave", "log",
      "make", "open", "pay", "plug", "press", "put", "read", "reply", "restart", "return", "scan",
      "select", "send", "sign", "switch", "take", "tap", "tell", "try", "turn", "type", "unplug",
      "update", "upload", "use", "write",
    ],
    requests: [
      "please", "could you", "can you", "would you please", "would you mind", "you need to",
    ]
  )

  private static let german = LexiconTable(
    acts: [
      .greeting: [
        "hallo", "hi", "guten tag", "guten morgen", "guten abend", "moin", "servus", "grüß gott",
        "willkommen", "mein name ist", "liebe", "lieber", "sehr geehrte", "sehr geehrter",
      ],
      .farewell: [
        "auf wiederhören", "auf wiedersehen", "tschüss", "tschüs", "einen schönen", "schönen tag",
        "guten tag noch", "ich wünsche", "gute fahrt", "mach's gut", "alles gute",
        "freundliche grüße",
        "freundlichen grüßen", "herzliche grüße", "viele grüße", "danke für", "vielen dank für",
        "danke dass",
      ],
      .acknowledgement: [
        "ich verstehe", "das verstehe ich", "verständlich", "kann ich nachvollziehen",
        "ich sehe dass", "zu recht", "ärgerlich", "das ärgert", "beileid",
        "danke für die meldung", "danke für den hinweis", "danke für den genauen", "gut dass",
        "danke dass sie es", "danke dass du es", "unser fehler", "mein fehler",
        "so soll es nicht sein", "darf nicht passieren",
      ],
      .negative: [
        "beruhigen sie sich", "beruhige dich", "leider", "da kann ich nichts machen",
        "da können wir nichts machen", "sie müssen", "du musst", "das geht nicht",
        "das kann ich nicht", "das können wir nicht", "dafür bin ich nicht zuständig",
        "laut unseren richtlinien", "kein grund zur aufregung", "da haben sie etwas falsch gemacht",
        "sie hätten",
      ],
      .promise: [
        "garantieren", "garantiere", "garantiert", "garantierte", "garantierten",
        "hundertprozentig",
      ],
      .vague: [
        "bald", "baldmöglichst", "schnellstmöglich", "möglichst bald", "so bald wie möglich",
        "so schnell wie möglich", "demnächst", "in kürze", "irgendwann", "zeitnah",
      ],
      .harmless: ["bis bald"],
      .time: [
        "heute", "morgen", "übermorgen", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
        "samstag", "sonntag", "innerhalb einer stunde",
      ],
      .slang: ["okay", "ok", "super", "cool", "kein ding", "alles klar", "na ja", "tschüss"],
    ],
    apologies: [
      "leid", "es tut mir", "entschuldigung", "entschuldigen sie", "entschuldige", "verzeihung",
      "verzeihen sie", "ich bedaure", "wir bedauern",
    ],
    instructions: [
      "drück", "gib", "geh", "klick", "lade", "leg", "lies", "mach", "nimm", "öffne", "prüf", "ruf",
      "schalte", "schau", "schick", "schreib", "sende", "starte", "steck", "tippe", "versuch",
      "warte", "zieh",
    ],
    // The verb alone may be a noun: `Warten ist möglich`.
    requests: ["bitte", "könnten sie", "können sie", "kannst du", "könntest du", "würden sie"]
      + [
        "antworten", "bringen", "drücken", "geben", "gehen", "klicken", "laden", "legen", "lesen",
        "machen", "nehmen", "öffnen", "prüfen", "rufen", "schalten", "schauen", "schicken",
        "schreiben", "senden", "starten", "stecken", "tippen", "versuchen", "warten", "ziehen",
      ].map { $0 + " sie" }
  )

  private static let french = LexiconTable(
    acts: [
      .greeting: [
        "bonjour", "bonsoir", "salut", "bienvenue", "je m'appelle", "cher", "chère", "madame",
        "monsieur",
      ],
      .farewell: [
        "au revoir", "bonne journée", "bonne soirée", "à bientôt", "cordialement", "bien à vous",
        "bien à toi", "merci de votre", "merci pour votre", "merci pour ton", "je vous souhaite",
        "je te souhaite", "merci d'avoir",
      ],
      .acknowledgement: [
        "je comprends", "je vois", "vous avez raison", "tu as raison", "merci de nous avoir",
        "merci de m'avoir", "condoléances", "notre erreur",
      ],
      .negative: [
        "calmez-vous", "calme-toi", "malheureusement", "vous devez", "tu dois", "vous auriez dû",
        "je ne peux pas", "nous ne pouvons pas", "ce n'est pas possible", "rien à faire",
        "ce n'est pas mon service", "inutile de vous énerver",
      ],
      .promise: ["garantir", "garantis", "garantit", "garanti", "garantissons", "garantissent"],
      .vague: [
        "bientôt", "dès que possible", "prochainement", "sous peu", "au plus vite", "d'ici peu",
        "le plus vite possible",
      ],
      .harmless: ["à bientôt"],
      .time: [
        "aujourd'hui", "demain", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
        "dimanche", "dans l'heure", "ce soir",
      ],
      .slang: ["ouais", "ok", "super", "cool", "pas de souci", "salut"],
    ],
    apologies: [
      "désolé", "désolée", "désolés", "toutes mes excuses", "mes excuses", "nos excuses",
      "excusez-moi", "pardon", "je regrette", "nous regrettons",
    ],
    instructions: [
      "appelez", "appuyez", "attendez", "cliquez", "donnez", "écrivez", "envoyez", "essayez",
      "gardez", "laissez", "mettez", "ouvrez", "prenez", "redémarrez", "regardez", "répondez",
      "vérifiez", "appelle", "appuie", "attends", "clique", "donne", "écris", "envoie", "essaie",
      "ouvre", "prends", "réponds", "vérifie",
    ],
    requests: [
      "veuillez", "pouvez-vous", "pourriez-vous", "peux-tu", "pourrais-tu", "s'il vous plaît",
    ]
  )

  private static let spanish = LexiconTable(
    acts: [
      .greeting: [
        "hola", "buenos días", "buenas tardes", "buenas noches", "buenas", "bienvenido",
        "bienvenida", "me llamo", "mi nombre es", "estimado", "estimada", "querido", "querida",
        "le habla", "te habla",
      ],
      .farewell: [
        "adiós", "hasta luego", "hasta pronto", "que tenga", "que tengas", "que pase", "que pases",
        "un saludo", "saludos", "gracias por su", "gracias por tu", "gracias por llamar",
        "gracias por escribir", "le deseo", "te deseo", "cordialmente", "atentamente",
        "buen día", "buen viaje",
      ],
      .acknowledgement: [
        "entiendo", "comprendo", "me imagino", "tiene razón", "tienes razón",
        "gracias por avisar", "gracias por avisarnos", "gracias por contármelo",
        "gracias por decírmelo", "pésame", "condolencias", "acompaño en el sentimiento",
        "acompañamos en el sentimiento", "nuestro error", "no debería haber",
      ],
      .negative: [
        "cálmese", "cálmate", "tranquilícese", "tranquilízate", "desafortunadamente",
        "lamentablemente", "usted tiene que", "tienes que", "usted debe", "no puedo", "no podemos",
        "no es posible", "no se puede hacer nada", "no es mi departamento", "usted debería haber",
      ],
      .promise: [
        "garantizar", "garantizo", "garantiza", "garantizamos", "garantizado", "garantizada",
      ],
      .vague: [
        "pronto", "lo antes posible", "en breve", "próximamente",
        "en algún momento",
      ],
      .harmless: ["tan pronto como", "hasta pronto"],
      .time: [
        "hoy", "mañana", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
        "esta tarde", "esta noche",
      ],
      .slang: ["vale", "ok", "guay", "genial", "tranqui", "sin problema"],
    ],
    apologies: [
      "lo siento", "lo sentimos", "siento", "perdón", "perdone", "perdona", "disculpe",
      "disculpa", "disculpas", "disculpen", "lamento", "lamentamos",
    ],
    instructions: [
      "abra", "abre", "apague", "apaga", "compruebe", "comprueba", "conteste", "contesta", "deje",
      "deja", "envíe", "envía", "envíenos", "envíanos", "escriba", "escribe", "escríbanos",
      "escríbenos", "espere", "espera", "haga", "haz", "llame", "llama", "mande", "manda", "mire",
      "mira", "pulse", "pulsa", "responda", "responde", "revise", "revisa", "saque", "saca", "tome",
      "toma", "use", "usa",
    ],
    requests: ["por favor", "podría", "podrías"]
  )
}
