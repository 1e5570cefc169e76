// SPDX-License-Identifier: EUPL-1.2

/// The addresses under which projects are run.
enum ProjectWorkPaths {
    static let desk = "/arbeit/projekte"
    static let new = "/arbeit/projekte/neu"
    static let atWork = "/arbeit/projekte/{number}"
    static let change = "/arbeit/projekte/{number}/bearbeiten"
    static let report = "/arbeit/projekte/{number}/bericht"
    static let giveBack = "/arbeit/projekte/{number}/bericht/zurueck"
    static let state = "/arbeit/projekte/{number}/stand"
    static let funding = "/arbeit/projekte/{number}/foerderung"
    static let contributions = "/arbeit/projekte/{number}/beitrag"
    static let documents = "/arbeit/projekte/{number}/dokumente"
    static let document = "/arbeit/projekte/{number}/dokumente/{document}"
    static let newMilestone = "/arbeit/projekte/{number}/meilensteine/neu"
    static let milestone = "/arbeit/projekte/{number}/meilensteine/{place}"

    static func atWork(_ number: Int64) -> String { "/arbeit/projekte/\(number)" }
    static func change(_ number: Int64) -> String { "/arbeit/projekte/\(number)/bearbeiten" }
    static func report(_ number: Int64) -> String { "/arbeit/projekte/\(number)/bericht" }
    static func giveBack(_ number: Int64) -> String { "/arbeit/projekte/\(number)/bericht/zurueck" }
    static func state(_ number: Int64) -> String { "/arbeit/projekte/\(number)/stand" }
    static func funding(_ number: Int64) -> String { "/arbeit/projekte/\(number)/foerderung" }
    static func contributions(_ number: Int64) -> String { "/arbeit/projekte/\(number)/beitrag" }
    static func documents(_ number: Int64) -> String { "/arbeit/projekte/\(number)/dokumente" }
    static func document(_ number: Int64, _ document: Int64) -> String { "\(documents(number))/\(document)" }
    static func milestone(_ number: Int64, _ place: Int64?) -> String {
        "/arbeit/projekte/\(number)/meilensteine/\(place.map { String($0) } ?? "neu")"
    }

    static func desk(_ filter: String) -> String { "/arbeit/projekte?auswahl=\(filter)" }
}
