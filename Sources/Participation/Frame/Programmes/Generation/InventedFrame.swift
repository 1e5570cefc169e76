// SPDX-License-Identifier: EUPL-1.2

/// One kind of record of a generated programme: how many objects bring records, and the records each brings.
struct InventedSection: Sendable {
    let count: Int
    let records: @Sendable (Int) throws -> [any MatterRecord]

    init(_ count: Int, _ records: @escaping @Sendable (Int) throws -> [any MatterRecord]) {
        self.count = count
        self.records = records
    }
}

extension Euros {
    init(euros: Int) {
        cents = Int64(euros) * 100
    }
}

extension InventedProgramme {
    /// The programme, its phases, aims and pillars.
    var frame: [InventedSection] {
        [
            InventedSection(1) { _ in [programmeRecord] },
            InventedSection(3) { [phase($0)] },
            InventedSection(3) { [pillar($0)] },
            InventedSection(districtCount) { [district($0)] },
            InventedSection(scale.municipalities) { [try municipality($0)] },
            InventedSection(InventedNames.ministries.count) { [ministry($0)] },
            InventedSection(organisationCount) { [organisation($0)] },
            InventedSection(InventedNames.ministries.count * InventedNames.offices.count) { [office($0)] },
            InventedSection(2) { [board($0)] },
            InventedSection(InventedTopic.all.count) { [field($0)] },
            InventedSection(InventedTopic.all.count + 1) { [goal($0)] },
            InventedSection(InventedTopic.all.count) { [indicator($0)] },
        ]
    }

    var regionName: String { "Großregion \(names.district(0))" }

    private var programmeRecord: ProgrammeRecord {
        var record = ProgrammeRecord()
        record.slug = slug
        record.title = "Programm \(regionName)"
        record.subtitle = "Erzeugt, um das Portal in großem Maßstab zu erproben"
        record.summary =
            "Diese Region gibt es nicht. Orte, Stellen, Ideen, Beschlüsse und Beträge sind von einem Programm "
            + "ausgedacht, damit sich das Portal in der Größe eines ganzen Landes ausprobieren lässt."
        record.regionName = regionName
        record.responsible = "Staatskanzlei eines erfundenen Landes"
        record.attribution = "Frei erfunden und erzeugt; keine amtlichen Daten."
        record.isInvented = true
        record.period = InventedDates.period(InventedDates.start, nil)
        record.packageVersion = "1"
        record.note = "Erzeugt mit dem Startwert \(seed). Ähnlichkeiten mit wirklichen Orten sind Zufall."
        return record
    }

    private func phase(_ index: Int) -> PhaseRecord {
        var record = PhaseRecord()
        record.id = ["zuhoeren", "entscheiden", "handeln"][index]
        record.phaseKind = [.listening, .deciding, .acting][index]
        record.name = ["Zuhören", "Entscheiden", "Handeln"][index]
        record.description =
            [
                "Alle sagen, was fehlt und was gelingt; Themenforen sammeln und ordnen.",
                "Aus Vorschlägen werden nach Anhörung Beschlüsse.", "Beschlossenes wird gebaut, bezahlt und berichtet.",
            ][index]
        record.period =
            [
                InventedDates.period(InventedDates.start, InventedDates.listeningEnd),
                InventedDates.period(InventedDates.decidingStart, InventedDates.decidingEnd),
                InventedDates.period(InventedDates.actingStart, nil),
            ][index]
        record.opens =
            [
                ["Ideen einreichen", "Ideen unterstützen und kommentieren"], ["Stellung nehmen"], ["Berichte lesen"],
            ][index]
        return record
    }

    private func pillar(_ index: Int) -> PillarRecord {
        var record = PillarRecord()
        record.id = ["ressort", "partner", "land"][index]
        record.rank = Int64(index + 1)
        record.name = ["Ressortprojekte", "Partnerprojekte", "Landesprogramme"][index]
        record.whoProposes = ["Themenforen", "Vereine, Gemeinden, Betriebe", "Ministerien"][index]
        record.whoDecides = ["Kabinett", "Jury", "Das zuständige Ministerium"][index]
        record.criteria = ["nennt mindestens ein Ziel", "nennt Kosten und Zeitplan"]
        return record
    }

    private func district(_ index: Int) -> DistrictRecord {
        var record = DistrictRecord()
        record.name = names.district(index)
        return record
    }

    private func municipality(_ index: Int) throws -> MunicipalityRecord {
        var numbers = numbers("municipality", index)
        let isFree = isDistrictFree(index)
        let district = index % districtCount
        var record = MunicipalityRecord()
        record.ags = try AGS(plain: .text(municipalityKey(index)))
        record.name = names.place(index)
        record.isDistrictFree = isFree
        record.district = isFree ? nil : names.district(district)
        record.districtAGS = isFree ? nil : districtAGS(district)
        let people = isFree ? numbers.between(80_000, 320_000) : 1_800 + 70_000 / (1 + numbers.below(60))
        record.type = isFree ? "kreisfreie Stadt" : people > 9_000 ? "Stadt" : "Gemeinde"
        record.population = Int64(people + numbers.below(900))
        record.populationOn = InventedDates.date(20_088)
        record.area = ScaledDecimal(units: Int64(numbers.between(1_200, 18_000)), scale: 2)
        // Districts lie in a grid, their municipalities around the middle of each.
        let columns = Int(Double(districtCount).squareRoot().rounded(.up))
        let ring = index / districtCount
        let north = 504_000 + district / columns * 2_800 + ring / 4 * 800 + numbers.below(500)
        let east = 80_000 + district % columns * 4_200 + ring % 4 * 950 + numbers.below(600)
        record.latitude = ScaledDecimal(units: Int64(north), scale: 4)
        record.longitude = ScaledDecimal(units: Int64(east), scale: 4)
        record.confidence = .high
        return record
    }

    private func field(_ index: Int) -> FieldRecord {
        let topic = InventedTopic.all[index]
        var record = FieldRecord()
        record.id = topic.key
        record.rank = Int64(index + 1)
        record.name = topic.name
        record.description = topic.description
        record.mainMinistries = [InventedNames.ministries[topic.ministry].abbreviation]
        record.suggestedColor = topic.color
        return record
    }

    private func goal(_ index: Int) -> GoalRecord {
        var record = GoalRecord()
        record.publicNumber = Int64(index + 1)
        guard index > 0 else {
            record.id = "leitbild"
            record.goalKind = .vision
            record.title = "Gut leben, überall in der Region"
            return record
        }
        let topic = InventedTopic.all[index - 1]
        record.id = "ziel-\(topic.key)"
        record.title = topic.goal
        record.field = topic.key
        record.parent = "leitbild"
        return record
    }

    private func indicator(_ index: Int) -> IndicatorRecord {
        var numbers = numbers("indicator", index)
        let topic = InventedTopic.all[index]
        var share = Int64(numbers.between(280, 520))
        var record = IndicatorRecord()
        record.id = "messwert-\(topic.key)"
        record.name = "Zufriedenheit: \(topic.name)"
        record.category = topic.key
        record.unit = "Prozent"
        record.region = regionName
        record.goal = "ziel-\(topic.key)"
        record.baseline = ScaledDecimal(units: share, scale: 1)
        record.target = ScaledDecimal(units: 800, scale: 1)
        record.targetOn = PartialDate("2028-12-31")
        for year in 2021...2025 {
            share += Int64(numbers.between(-12, 60))
            var value = IndicatorValue()
            value.asOf = PartialDate("\(year)-12-31") ?? .unset
            value.value = ScaledDecimal(units: share, scale: 1)
            record.values.append(value)
        }
        record.value = ScaledDecimal(units: share, scale: 1)
        record.asOf = PartialDate("2025-12-31")
        record.sourceName = "Erzeugte Umfrage"
        return record
    }
}
