// SPDX-License-Identifier: EUPL-1.2

extension SearchEvaluation {
    /// A filter whose keys have been looked up as documents.
    struct Filter {
        var kind: MatterKind?
        var field: Int?
        var municipality: Int?
        var year: Int?

        func verdict(on attributes: SearchAttributes) -> Verdict {
            Verdict(
                kind: kind == nil || kind == attributes.kind, field: field == nil || field == attributes.field,
                municipality: municipality.map(attributes.municipalities.contains) ?? true,
                year: year == nil || year == attributes.year)
        }
    }

    /// Which of the filters a document passes.
    struct Verdict {
        let kind: Bool
        let field: Bool
        let municipality: Bool
        let year: Bool

        var isHit: Bool { kind && field && municipality && year }
    }

    /// Counts for each choice of a filter how many hits it would leave, the other filters being as they are.
    struct FacetTally {
        private(set) var kinds: [MatterKind: Int] = [:]
        private(set) var fields: [Int: Int] = [:]
        private(set) var municipalities: [Int: Int] = [:]
        private(set) var years: [Int: Int] = [:]

        mutating func add(_ attributes: SearchAttributes, _ verdict: Verdict) {
            if verdict.field && verdict.municipality && verdict.year { kinds[attributes.kind, default: 0] += 1 }
            if verdict.kind && verdict.municipality && verdict.year, attributes.field > 0 {
                fields[attributes.field, default: 0] += 1
            }
            if verdict.kind && verdict.field && verdict.year {
                for municipality in attributes.municipalities { municipalities[municipality, default: 0] += 1 }
            }
            if verdict.kind && verdict.field && verdict.municipality, let year = attributes.year {
                years[year, default: 0] += 1
            }
        }

        /// What is chosen stays among the choices, so that it can be taken away, even where it leaves nothing.
        mutating func keep(_ filter: Filter) {
            if let kind = filter.kind { kinds[kind, default: 0] += 0 }
            if let field = filter.field { fields[field, default: 0] += 0 }
            if let municipality = filter.municipality { municipalities[municipality, default: 0] += 0 }
            if let year = filter.year { years[year, default: 0] += 0 }
        }
    }
}

extension SearchFacets {
    /// - Parameter ids: the public matters behind the documents that are fields and municipalities
    init(_ tally: SearchEvaluation.FacetTally, ids: [Int: String]) {
        kinds = Self.byCount(tally.kinds) { $0.rawValue }
        fields = Self.byCount(Self.named(tally.fields, ids)) { $0 }
        municipalities = Self.byCount(Self.named(tally.municipalities, ids)) { $0 }
        years = tally.years.sorted { $0.key > $1.key }.map { Choice(value: $0.key, count: $0.value) }
    }

    private static func named(_ counts: [Int: Int], _ ids: [Int: String]) -> [String: Int] {
        var named: [String: Int] = [:]
        for (document, count) in counts {
            if let id = ids[document] { named[id] = count }
        }
        return named
    }

    private static func byCount<Value>(_ counts: [Value: Int], key: (Value) -> String) -> [Choice<Value>] {
        counts.sorted { ($1.value, key($0.key)) < ($0.value, key($1.key)) }
            .map { Choice(value: $0.key, count: $0.value) }
    }
}
