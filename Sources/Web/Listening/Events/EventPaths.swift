// SPDX-License-Identifier: EUPL-1.2

/// The addresses of registering, and of the work on events.
enum EventPaths {
    /// What a link in a mail opens.
    static let registration = "/anmeldungen"
    static let endRegistration = "/anmeldungen/ende"

    static let work = "/arbeit/veranstaltungen"
    static let plan = "/arbeit/veranstaltungen/neu"

    static func show(_ number: Int64) -> String { "/veranstaltungen/\(number)" }
    static func register(_ number: Int64) -> String { "/veranstaltungen/\(number)/anmeldung" }
    static func registered(_ number: Int64) -> String { "/veranstaltungen/\(number)/anmeldung/gesendet" }
    static func withdraw(_ number: Int64) -> String { "/veranstaltungen/\(number)/abmeldung" }
    static func calendar(_ number: Int64) -> String { "/veranstaltungen/\(number)/termin.ics" }

    static func work(_ number: Int64) -> String { "/arbeit/veranstaltungen/\(number)" }
    /// What can be done with an event, as a word of its address.
    static func work(_ number: Int64, _ act: Act) -> String { "\(work(number))/\(act.rawValue)" }

    enum Act: String, CaseIterable {
        case change = "bearbeiten"
        case list = "anwesenheit"
        case cancel = "absage"
        case hold = "durchfuehrung"
        case minutes = "niederschrift"
        case remove = "abmeldung"
    }
}
