// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Row {
    /// A date as exact as it is known; nil where the column is null.
    func date(_ column: String) throws -> PartialDate? {
        try get(column, as: String?.self).flatMap(PartialDate.init)
    }

    /// A scaled decimal from its two columns; nil where it is unknown.
    func decimal(_ column: String) throws -> ScaledDecimal? {
        guard let units = try get("\(column)_units", as: Int64?.self),
            let scale = try get("\(column)_scale", as: Int64?.self)
        else { return nil }
        return ScaledDecimal(units: units, scale: scale)
    }
}
