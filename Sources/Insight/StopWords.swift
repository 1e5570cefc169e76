// SPDX-License-Identifier: EUPL-1.2

/// Words so common that looking for them says nothing.
enum StopWords {
    static func contains(_ word: String) -> Bool {
        word.utf8.count <= longest && words.contains(word)
    }

    /// As written in German; kept in the plain spelling of `Term.word`.
    private static let words: Set<String> = Set(
        list.split(whereSeparator: \.isWhitespace).map { word in
            String(GermanStemmer.wordAndStem(Array(word.unicodeScalars)).word)
        })
    private static let longest = words.map(\.utf8.count).max() ?? 0

    private static let list = """
        aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes anderm andern
        anderr anders auch auf aus bei bin bis bist da damit dann das dass daß dasselbe dazu dein deine deinem deinen
        deiner deines dem demselben den denn denselben der derer derselbe derselben des desselben dessen dich die dies
        diese dieselbe dieselben diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines
        einig einige einigem einigen einiger einiges einmal er es etwas euch euer eure eurem euren eurer eures für
        gegen gewesen hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer
        ihres im in indem ins ist jede jedem jeden jeder jedes jene jenem jenen jener jenes jetzt kann kein keine
        keinem keinen keiner keines können könnte machen man manche manchem manchen mancher manches mein meine meinem
        meinen meiner meines mich mir mit muss musste muß nach nicht nichts noch nun nur ob oder ohne sehr sein seine
        seinem seinen seiner seines selbst sich sie sind so solche solchem solchen solcher solches soll sollte sondern
        sonst über um und uns unser unsere unserem unseren unserer unseres unter viel vom von vor während war waren
        warst was weil weiter welche welchem welchen welcher welches wenn werde werden wie wieder will wir wird wirst
        wo wollen wollte würde würden zu zum zur zwar zwischen
        """
}
