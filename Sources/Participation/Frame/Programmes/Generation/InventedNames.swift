// SPDX-License-Identifier: EUPL-1.2

/// Names of places and bodies that do not exist. The seed decides which of the possible names are used and in what
/// order; no name comes twice.
struct InventedNames: Sendable {
    /// How many different municipalities can be named.
    static let places = stems.count * endings.count * fronts.count

    private let offset: Int

    init(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed, "names", 0)
        offset = numbers.below(Self.stems.count * Self.endings.count)
    }

    /// The plain names come first, then those with `Ober-` and its like.
    func place(_ index: Int) -> String {
        let plain = Self.stems.count * Self.endings.count
        // The step has no divisor in common with the number of plain names, so it visits each of them once.
        let mixed = (index % plain * 311 + offset) % plain
        let name = Self.stems[mixed / Self.endings.count] + Self.endings[mixed % Self.endings.count]
        let front = Self.fronts[index / plain % Self.fronts.count]
        return front.isEmpty ? name : front + name.lowercased()
    }

    func district(_ index: Int) -> String {
        let mixed = (index * 7 + offset) % (Self.stems.count * Self.landscapes.count)
        return Self.stems[mixed % Self.stems.count] + Self.landscapes[mixed / Self.stems.count]
    }

    private static let stems = [
        "Ahlber", "Bornes", "Cradel", "Dornig", "Elvers", "Fahrin", "Gelmer", "Hornix", "Ibben", "Jolmer", "Kestern",
        "Lauber", "Morsel", "Nehrin", "Ostrel", "Pellin", "Quender", "Rathel", "Selmer", "Tolber", "Ulmer", "Vehlin",
        "Wendel", "Zarnel", "Brenner", "Drossel", "Falmer", "Grethel", "Hesper", "Kolmer", "Lindel", "Merten", "Nossel",
        "Prissel", "Rübener", "Sterzel", "Trüber", "Wolmer", "Zießel", "Hadder", "Kümmer",
    ]
    private static let endings = [
        "au", "bach", "berg", "burg", "dorf", "feld", "furt", "hagen", "hausen", "heim", "hofen", "ingen", "kirchen",
        "rode", "see", "stedt", "tal", "wald", "weiler",
    ]
    private static let fronts = ["", "Ober", "Nieder", "Neu"]
    private static let landscapes = ["er Land", "gau", "mark", "er Höhe", "er Bogen"]

    /// Kinds of bodies with the name each has in a place; `{place}` is a municipality.
    static let bodies: [(kind: OrganisationKind, name: String)] = [
        (.club, "Heimatverein {place}"), (.association, "Handwerkerbund {place}"), (.company, "Stadtwerke {place}"),
        (.school, "Gesamtschule {place}"), (.culture, "Kulturwerkstatt {place}"), (.club, "Sportverein {place}"),
        (.church, "Kirchengemeinde {place}"), (.network, "Bündnis für Familien {place}"),
        (.foundation, "Bürgerstiftung {place}"), (.university, "Hochschule {place}"),
        (.chamber, "Wirtschaftskammer {place}"), (.union, "Arbeitnehmerbund {place}"),
        (.municipal, "Stadtverwaltung {place}"), (.authority, "Forstamt {place}"),
    ]

    static let ministries: [(abbreviation: String, name: String)] = [
        ("MVW", "Ministerium für Verkehr und Wege"), ("MBW", "Ministerium für Bildung und Wissenschaft"),
        ("MUK", "Ministerium für Umwelt und Klima"), ("MKS", "Ministerium für Kultur, Sport und Jugend"),
        ("MDI", "Ministerium für Digitales und Inneres"), ("MSG", "Ministerium für Soziales und Gesundheit"),
        ("MWA", "Ministerium für Wirtschaft und Arbeit"), ("MHS", "Ministerium für Heimat und Städtebau"),
    ]

    static let offices = ["Referat Planung", "Referat Förderung", "Referat Beteiligung"]
}
