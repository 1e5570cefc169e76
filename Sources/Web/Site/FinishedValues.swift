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
        var dismantling = Dismantling()
        self.values = dismantling.named(value)
    }

    fileprivate init(values: [String: Any]) {
        self.values = values
    }

    func child(named name: String) -> Any? {
        values[name]
    }
}

/// Takes one page apart. What a type is gets asked once for each type of the page and not for each of its values, which
/// are thousands on a large map.
private struct Dismantling {
    private enum Form {
        case text, parent, optional, collection, structure, plain
    }

    private var forms: [ObjectIdentifier: Form] = [:]

    mutating func named(_ value: Any) -> [String: Any] {
        let children = Mirror(reflecting: value).children
        var values: [String: Any] = [:]
        values.reserveCapacity(children.count)
        for case (let name?, let value) in children {
            values[name] = finished(value)
        }
        return values
    }

    private mutating func finished(_ value: Any) -> Any {
        switch form(of: value) {
        case .text, .parent, .plain: return value
        case .optional:
            guard let content = Mirror(reflecting: value).children.first?.value else { return NSNull() }
            return finished(content)
        case .collection:
            var elements: [Any] = []
            for child in Mirror(reflecting: value).children { elements.append(finished(child.value)) }
            return elements
        case .structure:
            return FinishedValues(values: named(value))
        }
    }

    private mutating func form(of value: Any) -> Form {
        let type = ObjectIdentifier(type(of: value))
        if let form = forms[type] { return form }
        let form = Self.form(asked: value)
        forms[type] = form
        return form
    }

    private static func form(asked value: Any) -> Form {
        switch Mirror(reflecting: value).displayStyle {
        case .optional: .optional
        case _ where value is String: .text
        case _ where value is any MustacheParent: .parent
        case .collection: .collection
        case .struct: .structure
        default: .plain
        }
    }
}
