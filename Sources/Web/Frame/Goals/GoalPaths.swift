// SPDX-License-Identifier: EUPL-1.2

/// The addresses of goals and indicators, for readers and for those who write them.
enum GoalPaths {
    static let list = "/ziele"
    static let indicators = "/ziele/indikatoren"

    static let desk = "/arbeit/ziele"
    static let new = "/arbeit/ziele/neu"
    static let change = "/arbeit/ziele/{number}"
    static let order = "/arbeit/ziele/{number}/reihenfolge"
    static let end = "/arbeit/ziele/{number}/ende"
    static let newIndicator = "/arbeit/ziele/indikatoren/neu"
    static let indicator = "/arbeit/ziele/indikatoren/{key}"
    static let changeIndicator = "/arbeit/ziele/indikatoren/{key}/bearbeiten"
    static let measurement = "/arbeit/ziele/indikatoren/{key}/messwerte"
    static let indicatorEnd = "/arbeit/ziele/indikatoren/{key}/ende"
    static let imports = "/arbeit/ziele/messwerte"
    static let importedList = "/arbeit/ziele/messwerte/{id}"

    static func change(_ number: Int64) -> String { "/arbeit/ziele/\(number)" }
    static func order(_ number: Int64) -> String { "/arbeit/ziele/\(number)/reihenfolge" }
    static func end(_ number: Int64) -> String { "/arbeit/ziele/\(number)/ende" }
    static func indicator(_ key: String) -> String { "/arbeit/ziele/indikatoren/\(key)" }
    static func changeIndicator(_ key: String) -> String { "/arbeit/ziele/indikatoren/\(key)/bearbeiten" }
    static func measurement(_ key: String) -> String { "/arbeit/ziele/indikatoren/\(key)/messwerte" }
    static func indicatorEnd(_ key: String) -> String { "/arbeit/ziele/indikatoren/\(key)/ende" }
    static func importedList(_ id: String) -> String { "\(imports)/\(id)" }
}

extension SiteContext {
    var goalDeskCrumb: Crumb { Crumb(label: text("goals.desk.heading"), link: links.to(GoalPaths.desk)) }
}
