// SPDX-License-Identifier: EUPL-1.2

/// `texts.json`: a text of a matter in another language or in Leichte Sprache.
struct TextVersionRecord: MatterRecord {
    static let kind = MatterKind.textVersion
    static let file = "texts"

    var matter: MatterReference?
    var textField = ""
    var language = TextLanguage.english
    var text = ""

    var key: String { "\(matter?.text ?? "")#\(textField)@\(language.word)" }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.anyReference("matter", &matter)
        visitor.field("field", &textField)
        visitor.field("language", &language)
        visitor.field("text", &text)
    }
}

/// The languages a text may exist in besides its base language.
public enum TextLanguage: String, Choice {
    case german = "de"
    case english = "en"
    case simpleGerman = "de-simple"
    case signLanguage = "dgs"
}
