// SPDX-License-Identifier: EUPL-1.2

extension InventedProgramme {
    func timelineEntry(_ index: Int) -> TimelineEntryRecord {
        var numbers = numbers("timeline", index)
        let place = place(&numbers)
        let topic = numbers.pick(InventedTopic.all)
        let day = InventedDates.start + index * 55
        var record = TimelineEntryRecord()
        record.id = inventedKey("chronik", index + 1)
        record.datedOn = InventedDates.date(day)
        record.stage =
            day <= InventedDates.listeningEnd ? .listening : day <= InventedDates.decidingEnd ? .deciding : .acting
        record.entryKind = "ereignis"
        record.title = "\(topic.name): Treffen in \(place.name)"
        record.text = "\(topic.question) Darüber sprachen \(numbers.between(30, 300)) Menschen in \(place.name)."
        record.place = place.name
        record.confidence = .high
        return record
    }

    func statusReport(_ index: Int) -> StatusReportRecord {
        let count = projects.count * (index + 1) / 4
        var record = StatusReportRecord()
        record.asOf = PartialDate("\(2023 + index)-06-30") ?? .unset
        record.event = "Halbjahresbericht \(2023 + index)"
        record.total = Int64(count)
        let done = count * index / 8
        record.counts = [
            NamedEntry(name: "laufend", number: Int64(count - done), text: nil),
            NamedEntry(name: "abgeschlossen", number: Int64(done), text: nil),
        ]
        record.confidence = .high
        return record
    }

    /// One proposal in three has a document; one document in ten is not for the public.
    func document(_ index: Int) -> DocumentRecord {
        let isInternal = index % 10 == 9
        let proposal = proposals[index]
        let isDraft = proposal.state == .draft
        var record = DocumentRecord()
        record.id = inventedKey("dokument", index + 1)
        record.publicNumber = Int64(index + 1)
        record.matter = MatterReference(.proposal, proposalKey(index))
        record.title = "\(proposalTitle(index)): Kostenschätzung"
        record.url = "https://\(slug).example/dokumente/\(index + 1).pdf"
        record.rights = "Frei erfunden, CC0"
        record.rule = isInternal || isDraft ? .internal : .everyone
        record.datedOn = InventedDates.date(proposal.publishedDay)
        return record
    }

    func textVersion(_ index: Int) -> TextVersionRecord {
        var record = TextVersionRecord()
        record.matter = MatterReference(.programme, slug)
        record.textField = ["title", "summary", "summary"][index]
        record.language = [.english, .english, .simpleGerman][index]
        record.text =
            [
                "Programme of \(regionName)",
                "This region does not exist. Places, bodies, ideas, decisions and amounts are invented by a program.",
                "Diese Region gibt es nicht. Ein Computer-Programm hat sich alles ausgedacht.",
            ][index]
        return record
    }
}
