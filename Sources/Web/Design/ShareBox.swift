// SPDX-License-Identifier: EUPL-1.2

import Participation

/// How to pass a matter on and to quote it: its lasting address and its number. Asks no other site for anything and
/// needs no JavaScript. Template `Design/share`.
struct ShareBox: Sendable {
    /// What stands in a letter or a minute: "Idee 8: Nachtbus für alle (Zukunft Musterregion)".
    let quotation: String
    /// The language of the quotation, where it is not that of the page.
    let language: String?
    let address: String
    /// Opens a mail with title and address; nil while the operator has set no public address that would lead back.
    let mail: String?

    static let sample = ShareBox(
        quotation: "Idee 8: Nachtbus für alle (Zukunft Musterregion)", language: "de",
        address: "https://beteiligung.example.org/ideen/8",
        mail: "mailto:?subject=Idee%208&body=https%3A%2F%2Fbeteiligung.example.org%2Fideen%2F8")
}

extension ShareBox {
    init(_ frame: MatterFrame, path: String, in context: SiteContext) {
        let programme = context.currentProgramme?.name(in: context.language)
        quotation = "\(frame.kicker): \(frame.title.text)" + (programme.map { " (\($0))" } ?? "")
        language = frame.title.language
        address = context.links.absolute(path)
        let subject = QueryText.encoded(quotation)
        let body = QueryText.encoded("\(quotation)\n\(address)")
        mail = context.links.publicURL.map { _ in "mailto:?subject=\(subject)&body=\(body)" }
    }
}
