// SPDX-License-Identifier: EUPL-1.2

/// The forms in which a body may travel.
enum ContentCoding: Equatable, Sendable {
    case identity, gzip

    /// What suits the reader best, after RFC 9110 §12.5.3. Who does not say gets the body as it is; who refuses
    /// everything does too, since a page is more use than a refusal.
    init(accepting field: String?) {
        guard let field, field.utf8.count >= 1 else {
            self = .identity
            return
        }
        var gzip: Int?
        var identity: Int?
        var others: Int?
        for entry in field.split(separator: ",") {
            let parts = entry.split(separator: ";", omittingEmptySubsequences: false)
            let weight = Self.weight(parts.dropFirst())
            switch String(parts[0]).trimmed.lowercased() {
            case "gzip", "x-gzip": gzip = weight
            case "identity": identity = weight
            case "*": others = weight
            default: break
            }
        }
        let wanted = gzip ?? others ?? 0
        self = wanted > 0 && wanted >= identity ?? 0 ? .gzip : .identity
    }

    /// The q-value in thousandths; 1,000 without one, 0 for one that cannot be read.
    private static func weight(_ parameters: ArraySlice<Substring>) -> Int {
        for parameter in parameters {
            let text = String(parameter).trimmed.lowercased()
            guard text.hasPrefix("q=") else { continue }
            guard let value = Double(text.dropFirst(2)), (0...1).contains(value) else { return 0 }
            return Int(value * 1000)
        }
        return 1000
    }
}
