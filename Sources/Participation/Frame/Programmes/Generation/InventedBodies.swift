// SPDX-License-Identifier: EUPL-1.2

extension InventedProgramme {
    func ministry(_ index: Int) -> MinistryRecord {
        var record = MinistryRecord()
        record.abbreviation = InventedNames.ministries[index].abbreviation
        record.name = InventedNames.ministries[index].name
        return record
    }

    func office(_ index: Int) -> OfficeRecord {
        let ministry = InventedNames.ministries[index / InventedNames.offices.count]
        let part = index % InventedNames.offices.count
        var record = OfficeRecord()
        record.id = "\(ministry.abbreviation.lowercased())-\(part + 1)"
        record.name = "\(InventedNames.offices[part]) \(ministry.abbreviation)"
        record.ministry = ministry.abbreviation
        return record
    }

    func board(_ index: Int) -> BoardRecord {
        var record = BoardRecord()
        record.id = ["kabinett", "beirat"][index]
        record.name = ["Kabinett", "Programmbeirat"][index]
        record.description = ["Entscheidet über Ressortprojekte.", "Berät die Themenforen."][index]
        return record
    }

    func organisationKey(_ index: Int) -> String { inventedKey("stelle", index + 1) }

    /// A body of every kind in one municipality after the other, the larger municipalities first.
    func organisationName(_ index: Int) -> String {
        let kinds = InventedNames.bodies
        return kinds[index % kinds.count].name.filled(place: names.place(index / kinds.count))
    }

    func organisation(_ index: Int) -> OrganisationRecord {
        let kinds = InventedNames.bodies
        var record = OrganisationRecord()
        record.id = organisationKey(index)
        record.publicNumber = Int64(index + 1)
        record.name = organisationName(index)
        record.organisationKind = kinds[index % kinds.count].kind
        record.municipality = municipalityKey(index / kinds.count)
        return record
    }
}
