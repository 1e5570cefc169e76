// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Participation
import Storage

/// Proves that a form was drawn by this site, for this visitor and not too long ago, and makes a double click harmless:
/// each drawn form has its own number. Guests need no cookie for it.
struct FormKey: Equatable, Sendable {
    /// The field in which every form carries its key.
    static let field = "formular"
    /// A form can be filled in for a whole day.
    static let longestSeconds: Int64 = 24 * 60 * 60

    let nonce: String
    /// How long the visitor has taken; what is filled in within a blink was not filled in by a person.
    let secondsOpen: Int64
}

/// Draws keys and reads them back. The secret outlives a restart, so that a form that is open stays good.
struct FormKeys: Sendable {
    private let secret: SymmetricKey

    init(secret: [UInt8]) {
        self.secret = SymmetricKey(data: secret)
    }

    /// - Parameters:
    ///   - form: which form it is for, so that a key cannot be carried to another
    ///   - holder: the session, or nothing for a guest
    func make(_ form: String, for holder: String?, at now: Date) -> String {
        let nonce = Hexadecimal.digits(of: (0..<16).map { _ in UInt8.random(in: .min ... .max) })
        let issued = String(Int64(now.timeIntervalSince1970))
        return [issued, nonce, mark(form, holder, issued, nonce)].joined(separator: ".")
    }

    /// Nil for a key that is missing, made up, too old, or made for somebody else.
    func read(_ text: String?, _ form: String, for holder: String?, at now: Date) -> FormKey? {
        let parts = (text ?? "").split(separator: ".").map(String.init)
        guard parts.count == 3, let issued = Int64(parts[0]) else { return nil }
        let open = Int64(now.timeIntervalSince1970) - issued
        guard (0...FormKey.longestSeconds).contains(open), isEqual(parts[2], mark(form, holder, parts[0], parts[1]))
        else { return nil }
        return FormKey(nonce: parts[1], secondsOpen: open)
    }

    private func mark(_ form: String, _ holder: String?, _ issued: String, _ nonce: String) -> String {
        let text = [form, holder ?? "guest", issued, nonce].joined(separator: "\n")
        return Hexadecimal.digits(of: HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: secret))
    }

    /// Takes equally long wherever the texts differ.
    private func isEqual(_ one: String, _ other: String) -> Bool {
        guard one.utf8.count == other.utf8.count else { return false }
        return zip(one.utf8, other.utf8).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension Site {
    /// The key that a form of this page carries in the field `FormKey.field`. Its page is for one reader only.
    func formKey(_ form: String, in context: SiteContext) -> String {
        RequestTally.current?.markPersonal()
        return entrance.formKeys.make(form, for: context.session?.id, at: clock())
    }

    /// The key that came with a form.
    ///
    /// - Throws: `InvalidForm`, so that the page comes back with what was typed and a fresh key
    func formKey(_ form: String, sentIn sent: Query, _ context: SiteContext) throws(InvalidForm) -> FormKey {
        let text = sent.text(FormKey.field)
        guard let key = entrance.formKeys.read(text, form, for: context.session?.id, at: clock()) else {
            throw InvalidForm([.init(FormKey.field, "form-expired")])
        }
        return key
    }

    /// Does what a form asks for, once: sent again, it leads to where it led the first time.
    ///
    /// - Parameter change: one use case, which says where to go on
    func once(
        _ key: FormKey, in context: SiteContext, _ change: @escaping @Sendable (Connection) throws -> String
    ) async throws -> Response {
        let now = Moment(clock())
        let place = try await write { db in
            if let earlier = try FormUseQueries.outcome(of: key.nonce, in: db) { return earlier }
            let place = try change(db)
            try FormUseQueries.record(key.nonce, outcome: place, at: now, in: db)
            return place
        }
        return .seeOther(place)
    }
}

extension Response {
    /// After a form: the browser asks for another page, so that loading it again sends nothing again.
    static func seeOther(_ place: String) -> Response {
        Response(status: .seeOther, headers: [.location: place, .cacheControl: "no-store"])
    }
}
