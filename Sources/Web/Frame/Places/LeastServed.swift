// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The places with the least for each person, in words, by a rule that is told; and how uneven the whole is. Template
/// `Places/least-served`.
struct LeastServed: Sendable {
    /// How many are named, if none are equal.
    static let most = 5

    let heading: String
    let lead: String
    let places: [Place]
    /// How many more have none at all.
    let more: String?
    let gini: [String]
    let rule: String
    /// How many places the numbers cover, and of how many something is unknown.
    let covers: String

    struct Place: Sendable {
        let name: String
        let link: String
        let words: String
    }

    static let sample = LeastServed(
        heading: "Wo am wenigsten dokumentiert ist", lead: "Diese Kommunen haben die wenigsten:",
        places: [Place(name: "Moers", link: "/kommunen/05170024", words: "1,0 je 100.000")],
        more: "12 weitere haben keines.", gini: ["Der Gini-Koeffizient beträgt 0,43."], rule: "Gereiht nach Projekten.",
        covers: "Gerechnet über 53 Kommunen.")
}

extension LeastServed {
    /// - Parameters:
    ///   - spread: projects, or what is counted like them, over the towns whose people are known
    ///   - counted: names what is counted in the locale files: `maps.gap.COUNTED.…`
    ///   - funds: money over the towns where it is known
    /// Nil when there is nothing to compare: nothing counted, or fewer than two towns with people.
    init?(
        _ spread: PeopleSpread, among towns: [MappedMunicipality], _ counted: String, funds: PeopleSpread? = nil,
        in context: SiteContext
    ) {
        guard spread.places.count > 1, let coefficient = spread.giniHundredths else { return nil }
        let least = spread.leastServed(Self.most)
        heading = context.text("maps.gap.\(counted).heading")
        lead = context.text("maps.gap.\(counted).fewest", count: least.named.count)
        let known = Dictionary(towns.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        places = least.named.compactMap { place in
            guard let town = known[place.id],
                let rate = PeopleSpread.tenths(projects: place.amount, population: place.population)
            else { return nil }
            return Place(
                name: town.name, link: context.links.to("/kommunen/\(town.ags)"),
                words: context.text(
                    "maps.gap.\(counted).entry", count: place.amount,
                    [
                        "rate": context.notation.decimal(rate, places: 1),
                        "population": context.notation.number(place.population),
                    ]))
        }
        more = least.withoutAny > 0 ? context.text("maps.gap.\(counted).more", count: least.withoutAny) : nil
        let own = context.text("maps.gap.\(counted).gini", ["gini": context.notation.decimal(coefficient, places: 2)])
        gini = [own] + [Self.gini(ofFunds: funds, among: towns, in: context)].compactMap { $0 }
        rule = context.text("maps.gap.\(counted).rule")
        covers = Self.covers(spread, of: towns, in: context)
    }

    private static func gini(
        ofFunds funds: PeopleSpread?, among towns: [MappedMunicipality], in context: SiteContext
    ) -> String? {
        guard let funds, funds.places.count > 1, let coefficient = funds.giniHundredths else { return nil }
        return context.text(
            "maps.gap.funds", count: towns.count - funds.places.count,
            [
                "gini": context.notation.decimal(coefficient, places: 2),
                "known": context.notation.number(funds.places.count),
            ])
    }

    private static func covers(
        _ spread: PeopleSpread, of towns: [MappedMunicipality], in context: SiteContext
    ) -> String {
        let missing = towns.count - spread.places.count
        let number = context.notation.number(spread.places.count)
        return missing == 0
            ? context.text("maps.gap.covers-all", ["known": number])
            : context.text("maps.gap.covers", count: missing, ["known": number])
    }
}
