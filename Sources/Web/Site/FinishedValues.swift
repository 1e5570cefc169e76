// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Mustache

/// A page taken apart once into named values, since looking each tag up by reflection costs twice the time.
///
/// A property that is nil stays known under its name: otherwise Mustache would look for it further out and show
/// another thing's value.
struct FinishedValues: MustacheParent {
    private let values: [String: Any]

    init(_ value: Any) {
        self.values = Self.named(value)
    }

    private init(values: [String: Any]) {
        self.values = values
    }

    func child(named name: String) -> Any? {
        values[name]
    }

    private static func named(_ value: Any) -> [String: Any] {
        var values: [String: Any] = [:]
        for case (let name?, let value) in Mirror(reflecting: value).children {
            values[name] = finished(value)
        }
        return values
    }

    private static func finished(_ value: Any) -> Any {
        if let text = value as? String { return text }
        if value is any MustacheParent { return value }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional:
            guard let content = mirror.children.first?.value else { return NSNull() }
            return finished(content)
        case .collection:
            return mirror.children.map { finished($0.value) }
        case .struct:
            return FinishedValues(values: named(value))
        default:
            return value
        }
    }
}
