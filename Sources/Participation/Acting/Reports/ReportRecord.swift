// SPDX-License-Identifier: EUPL-1.2

/// `reports.json`: progress reports of projects.
struct ReportRecord: MatterRecord {
    static let kind = MatterKind.report
    static let file = "reports"
    static let laterKeys = ["traffic_light_reason_de", "forecast_de"]

    var id = ""
    var publicNumber: Int64 = 0
    var project: String?
    var asOf = PartialDate.unset
    var state = ReportState.draft
    var done: String?
    var next: String?
    var blocked: String?
    var light: TrafficLight?
    var releasedOn: PartialDate?
    var lightReason: String?
    /// Whether what is planned will be done in time, and what follows if not.
    var forecast: String?

    var key: String { id }
    var number: Int64? { publicNumber }

    var isNeverPublic: Bool { state == .draft }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("number", &publicNumber, column: "")
        visitor.reference("project", &project, to: .project)
        visitor.field("as_of", &asOf)
        visitor.field("state", &state)
        visitor.field("done_de", &done)
        visitor.field("next_de", &next)
        visitor.field("blocked_de", &blocked)
        visitor.field("traffic_light", &light, column: "light")
        visitor.field("released_on", &releasedOn)
        visitor.field("traffic_light_reason_de", &lightReason, column: "light_reason")
        visitor.field("forecast_de", &forecast)
    }
}

public enum ReportState: String, Choice {
    case draft = "report.draft"
    case released = "report.released"

    public var word: String {
        switch self {
        case .draft: "entwurf"
        case .released: "freigegeben"
        }
    }
}
