// SPDX-License-Identifier: EUPL-1.2

/// A licence for open data, by the name under which the list of DCAT-AP.de keeps it.
///
/// https://www.dcat-ap.de/def/licenses/
public enum DataLicence: String, CaseIterable, Sendable {
    case attribution = "dl-by-de/2.0"
    case zero = "dl-zero-de/2.0"
    case creativeCommonsAttribution = "cc-by/4.0"
    case creativeCommonsZero = "cc-zero"

    /// The licence in a catalogue.
    public var address: String { "http://dcat-ap.de/def/licenses/" + rawValue }

    /// Its text, for people.
    public var page: String {
        switch self {
        case .attribution: "https://www.govdata.de/dl-de/by-2-0"
        case .zero: "https://www.govdata.de/dl-de/zero-2-0"
        case .creativeCommonsAttribution: "https://creativecommons.org/licenses/by/4.0/"
        case .creativeCommonsZero: "https://creativecommons.org/publicdomain/zero/1.0/"
        }
    }

    public var name: String {
        switch self {
        case .attribution: "Datenlizenz Deutschland – Namensnennung – Version 2.0"
        case .zero: "Datenlizenz Deutschland – Zero – Version 2.0"
        case .creativeCommonsAttribution: "Creative Commons Namensnennung 4.0 International"
        case .creativeCommonsZero: "Creative Commons CC0 1.0 Universell"
        }
    }

    /// Whether whoever uses the data must name the source.
    public var asksForSource: Bool { self == .attribution || self == .creativeCommonsAttribution }
}
