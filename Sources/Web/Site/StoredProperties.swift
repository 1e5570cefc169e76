// SPDX-License-Identifier: EUPL-1.2

import Mustache
@_spi(Reflection) import Swift

/// What the values of a type are to a template.
enum TypeForm {
    /// Shown as it is, or taken apart by Mustache itself.
    case plain
    case optional(any OptionalForm.Type)
    case list(any ListForm.Type)
    /// Without properties where they can only be read by a mirror.
    case structure(StoredProperties?)

    var properties: StoredProperties? {
        guard case .structure(let properties) = self else { return nil }
        return properties
    }

    static func of(_ type: Any.Type, like value: Any) -> TypeForm {
        if let optional = type as? any OptionalForm.Type { return .optional(optional) }
        if let list = type as? any ListForm.Type { return .list(list) }
        guard !(type is String.Type), !(type is any MustacheParent.Type),
            Mirror(reflecting: value).displayStyle == .struct
        else { return .plain }
        return .structure(StoredProperties(of: type, like: value))
    }
}

/// The stored properties of a structure with the way to each, found once for a page. Reading a value by them takes a
/// sixth of the time of a mirror, which looks everything up anew for each value; a large page has twenty thousand.
///
/// `_forEachFieldWithKeyPath` is not in the published face of the standard library. Where it does not know every
/// property, there is nothing here, and the mirror is used.
struct StoredProperties {
    let names: [String]
    private let read: (Any) -> [Any]

    init?(of type: Any.Type, like value: Any) {
        var names: [String] = []
        func reader<Root>(_ root: Root.Type) -> ((Any) -> [Any])? {
            var paths: [PartialKeyPath<Root>] = []
            let isComplete = _forEachFieldWithKeyPath(of: root) { name, path in
                names.append(String(cString: name))
                paths.append(path)
                return true
            }
            guard isComplete else { return nil }
            return { value in
                guard let value = value as? Root else { return [] }
                return paths.map { value[keyPath: $0] }
            }
        }
        guard let read = _openExistential(type, do: reader),
            names == Mirror(reflecting: value).children.map({ $0.label ?? "" })
        else { return nil }
        self.names = names
        self.read = read
    }

    /// The values of all properties, in their order.
    func values(of value: Any) -> [Any] { read(value) }
}

/// An optional type, seen from outside.
protocol OptionalForm {
    static func content(of value: Any) -> Any?
}

extension Optional: OptionalForm {
    static func content(of value: Any) -> Any? {
        guard let content = value as? Wrapped else { return nil }
        return content
    }
}

/// A list of any type, seen from outside.
protocol ListForm {
    static func elements(of value: Any) -> [Any]
}

extension Array: ListForm {
    static func elements(of value: Any) -> [Any] {
        guard let elements = value as? Self else { return [] }
        return elements.map { $0 }
    }
}
