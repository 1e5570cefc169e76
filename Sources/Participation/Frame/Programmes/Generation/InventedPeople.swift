// SPDX-License-Identifier: EUPL-1.2

extension InventedProgramme {
    private static let firstNames = [
        "Adele", "Bruno", "Carla", "Dario", "Elif", "Fritz", "Greta", "Hakan", "Irina", "Jonas", "Karla", "Levin",
        "Mina", "Nuri", "Olga", "Pawel", "Rosa", "Sami", "Thea", "Umut", "Vera", "Willem", "Yara", "Zoran",
    ]

    /// Somebody with an account. The address leads nowhere, so nobody can sign in as them.
    func person(_ index: Int, at now: Moment) -> Person? {
        var numbers = numbers("person", index)
        let place = place(&numbers)
        let name = numbers.pick(Self.firstNames)
        let isPseudonym = numbers.chance(30)
        let key = inventedKey("person", index + 1)
        guard let email = EmailAddress("\(key)@\(slug).example") else { return nil }
        return Person(
            id: MatterReference(.programme, "\(slug) \(key)").identifier(in: slug),
            displayName: isPseudonym ? "\(name)\(numbers.between(10, 99))" : "\(name) \(place.name.prefix(1)).",
            isPseudonym: isPseudonym, email: email, language: numbers.chance(96) ? "de" : "en",
            municipality: numbers.chance(70) ? municipalityKey(place.index) : nil,
            ageBand: numbers.chance(50) ? numbers.pick(AgeBand.allCases) : nil, isDemo: false,
            actor: MatterReference(.programme, "\(slug) actor \(key)").identifier(in: slug), createdAt: now.text)
    }
}
