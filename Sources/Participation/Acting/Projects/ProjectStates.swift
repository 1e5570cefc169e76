// SPDX-License-Identifier: EUPL-1.2

/// Where a project stands.
public enum ProjectState: String, Choice {
    case planned = "project.planned"
    case notStarted = "project.not_started"
    case running = "project.running"
    case suspended = "project.suspended"
    case completed = "project.completed"
    case permanent = "project.permanent"
    case handedOver = "project.handed_over"
    case discontinued = "project.discontinued"
    case unknown = "project.unknown"

    public var word: String {
        switch self {
        case .planned: "geplant"
        case .notStarted: "nicht_gestartet"
        case .running: "laufend"
        case .suspended: "ruht"
        case .completed: "abgeschlossen"
        case .permanent: "verstetigt"
        case .handedOver: "übergeben"
        case .discontinued: "nicht_weiterverfolgt"
        case .unknown: "unbekannt"
        }
    }

    /// Whether the project is over, however it went. An end is decided, and says why.
    public var isEnd: Bool {
        switch self {
        case .completed, .permanent, .handedOver, .discontinued: true
        case .planned, .notStarted, .running, .suspended, .unknown: false
        }
    }
}

/// How a project is doing, apart from its state; always shown with words.
public enum TrafficLight: String, Choice {
    case green = "light.green"
    case amber = "light.amber"
    case red = "light.red"

    public var word: String {
        switch self {
        case .green: "grün"
        case .amber: "gelb"
        case .red: "rot"
        }
    }
}
