/// Words that hold a sentence together: they help to find the reason, but tell nobody why it was found.
enum FunctionWords {
  static func contains(_ folded: [UInt8]) -> Bool { all.contains(folded) }

  /// English, German, Spanish, French; folded.
  private static let all: Set<[UInt8]> = Set(
    """
    a about after again all already also am an and any are as at back be because been before being but by \
    can could cant did didnt do does doesnt doing dont down for from get getting go going got had has have \
    havent having he hello her here hey hi him his how i if im in into is isnt it its ive just know let like \
    made make me more my need no nobody not now of off on one only or other our out over please really she \
    should so some still thank thanks that the their them then there these they this those to too up us very \
    want was we well were what when where which who why will with wont would yet you your \
    aber alle als also am an auch auf aus bei bin bis bitte da dann das dass dem den der des die dies diese \
    diesem diesen dieser doch du durch ein eine einem einen einer eines er es etwas euch euer fur ganz gar \
    geht gibt guten hab habe haben hallo hat hatte ich ihm ihn ihnen ihr ihre im immer in ins ist ja jetzt \
    kann kein keine konnen man mein meine meinem meinen meiner mich mir mit mochte muss nach nein nicht noch \
    nun nur ob oder schon sehr sein seine seit sich sie sind so soll tag uber um und uns unser unsere vom von \
    vor war warum was wegen wenn wer werden wie wieder will wir wird wo wurde zu zum zur \
    ahora al algo alguien ante antes aqui asi aun buenas buenos como con cual cuando de del desde donde dos \
    el ella ellos en entre era es esa ese eso esta estan este esto estoy favor fue ha haber hace hay he hola \
    la las le les lo los mas me mi mis mucho muy nada ni nos nuestra nuestro o otra otro para pero por porque \
    puede puedo pues que quien quiero se ser si sin sobre solo son soy su sus tambien te tengo tiene todo tu \
    un una uno unos usted ustedes y ya yo \
    ai alors apres au aussi aux avec avez bien bonjour ca ce cela ces cest cette chez comme dans deja depuis \
    des donc dun elle est et etait ete etre faire fait il ils jai je la leur ma mais mes moi mon ne nest nos \
    notre nous on ont ou par pas plus pour pourquoi quand quel quelle qui quoi sa sans ses sil son suis sur \
    ta toujours tout tres une va vais votre vous vos
    """
    .split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
  )
}
