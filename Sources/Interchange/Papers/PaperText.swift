// SPDX-License-Identifier: EUPL-1.2

extension String {
    /// The text inside an element or an attribute of XML or HTML. What XML 1.0 cannot hold at all is left out, so
    /// that no wording can break a document.
    var markupText: String {
        var text = ""
        text.reserveCapacity(utf8.count + utf8.count / 16)
        for scalar in unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            default: if scalar.isKeptByXML { text.unicodeScalars.append(scalar) }
            }
        }
        return text
    }
}

extension Unicode.Scalar {
    /// What XML 1.0 can hold.
    var isKeptByXML: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: true
        case 0..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}
