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
        self.values = dismantling.named(value, dismantling.form(of: value).properties)
    }

    fileprivate init(values: [String: Any]) {
        self.values = values
    }

    func child(named name: String) -> Any? {
        values[name]
    }
}

/// A text of a page. Of a bare `String` Mustache asks whether it is this and that before it shows it, and looks for
/// properties inside it by a mirror.
struct FinishedText: MustacheParent, MustacheCustomRenderable {
    let renderText: String
    let isNull = false

    func child(named name: String) -> Any? { nil }
}

/// Takes one page apart. What a type is gets asked once for each type of the page and not for each of its values, which
/// are thousands on a large map.
private struct Dismantling {
    private var forms: [ObjectIdentifier: TypeForm] = [:]

    mutating func named(_ value: Any, _ properties: StoredProperties?) -> [String: Any] {
        var values: [String: Any] = [:]
        if let properties {
            values.reserveCapacity(properties.names.count)
            for (name, value) in zip(properties.names, properties.values(of: value)) {
                values[name] = finished(value)
            }
            return values
        }
        for case (let name?, let value) in Mirror(reflecting: value).children {
            values[name] = finished(value)
        }
        return values
    }

    mutating func form(of value: Any) -> TypeForm {
        let type = type(of: value)
        let key = ObjectIdentifier(type)
        if let form = forms[key] { return form }
        let form = TypeForm.of(type, like: value)
        forms[key] = form
        return form
    }

    private mutating func finished(_ value: Any) -> Any {
        if let text = value as? String { return FinishedText(renderText: text) }
        return switch form(of: value) {
        case .plain: value
        case .optional(let type): type.content(of: value).map { finished($0) } ?? NSNull()
        case .list(let type): type.elements(of: value).map { finished($0) }
        case .structure(let properties): FinishedValues(values: named(value, properties))
        }
    }
}
