// SPDX-License-Identifier: EUPL-1.2

/// Where the programme office runs the offices.
enum OfficePaths {
    static let list = "/arbeit/stellen"
    static let show = "/arbeit/stellen/{key}"
    static let members = "/arbeit/stellen/{key}/mitglieder"
    static let memberEnd = "/arbeit/stellen/{key}/mitglieder/ende"
    static let responsibilities = "/arbeit/stellen/{key}/zustaendigkeiten"
    static let responsibilityEnd = "/arbeit/stellen/{key}/zustaendigkeiten/ende"
    static let handOver = "/arbeit/stellen/{key}/uebergabe"
    static let cancel = "/arbeit/stellen/{key}/uebergabe/absage"

    static func at(_ pattern: String, _ key: String) -> String { pattern.replacing("{key}", with: key) }
}
