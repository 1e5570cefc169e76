// SPDX-License-Identifier: EUPL-1.2

/// Checks a whole package before anything is written and collects every fault with file, path and reason.
struct ReadPackage {
    private var faults: [RecordFault] = []
    private var records: [PlacedRecord] = []
    private var paths: [String] = []
    /// The objects as they were given, to compare with what follows from the records.
    private var given: [PlainValue] = []
    private var internalReferences: Set<String> = []

    /// The contents, or all faults.
    static func contents(of files: [PackageFile]) throws(InvalidPackage) -> PackageContents {
        var reading = ReadPackage()
        reading.readInternal(files)
        let order = RecordKinds.files
        let sorted = files.sorted { (order.firstIndex(of: $0.name) ?? .max) < (order.firstIndex(of: $1.name) ?? .max) }
        for file in sorted { reading.read(file) }
        reading.checkPresence(files)
        if reading.faults.isEmpty { reading.checkKeys() }
        if reading.faults.isEmpty { reading.checkReferences() }
        if reading.faults.isEmpty { reading.checkMeaning() }
        guard reading.faults.isEmpty else { throw InvalidPackage(faults: reading.faults) }
        return PackageContents(records: reading.records)
    }

    private mutating func fault(_ file: String, _ path: String, _ reason: String) {
        faults.append(RecordFault(file: "\(file).json", path: path, reason: reason))
    }

    private mutating func readInternal(_ files: [PackageFile]) {
        guard let file = files.first(where: { $0.name == RecordKinds.internalFile }) else { return }
        guard case .list(let elements) = file.value else {
            return fault(file.name, "", "a list expected, found \(file.value.typeName)")
        }
        for (index, element) in elements.enumerated() {
            guard case .text(let text) = element, MatterReference(text: text) != nil else {
                fault(file.name, "[\(index)]", "a matter is written kind/key")
                continue
            }
            internalReferences.insert(text)
        }
    }

    private mutating func read(_ file: PackageFile) {
        guard file.name != RecordKinds.internalFile else { return }
        let types = RecordKinds.all.filter { $0.file == file.name }
        guard !types.isEmpty else { return fault(file.name, "", "unknown file") }
        if file.name == ProgrammeRecord.file {
            return read(file.value, as: types, file: file.name, path: "", position: 1)
        }
        guard case .list(let elements) = file.value else {
            return fault(file.name, "", "a list expected, found \(file.value.typeName)")
        }
        for (index, element) in elements.enumerated() {
            read(element, as: types, file: file.name, path: "[\(index)]", position: Int64(index + 1))
        }
    }

    private mutating func read(
        _ value: PlainValue, as types: [any MatterRecord.Type], file: String, path: String, position: Int64
    ) {
        guard let type = types.first(where: { $0.claims(value) }) else {
            return fault(file, "\(path).kind", "unknown kind")
        }
        read(value, type, file: file, path: path, position: position)
    }

    private mutating func read<Record: MatterRecord>(
        _ value: PlainValue, _ type: Record.Type, file: String, path: String, position: Int64
    ) {
        var reader = PackageReader(value, file: "\(file).json", path: path)
        let record = reader.read(type)
        faults += reader.faults
        guard reader.faults.isEmpty else { return }
        let isInternal = internalReferences.contains(MatterReference(Record.kind, record.key).text)
        records.append(PlacedRecord(record: record, position: position, plain: record.plain, isInternal: isInternal))
        paths.append(path)
        given.append(value)
    }

    private mutating func checkPresence(_ files: [PackageFile]) {
        for needed in [ProgrammeRecord.file, PillarRecord.file] where !files.contains(where: { $0.name == needed }) {
            fault(needed, "", "the file is missing")
        }
    }

    private mutating func checkKeys() {
        var keys: Set<MatterReference> = []
        var numbers: Set<String> = []
        for (placed, path) in zip(records, paths) {
            let type = type(of: placed.record)
            check(key: placed.record.key, kind: type.kind, file: type.file, path: path, in: &keys)
            check(number: placed.record.number, kind: type.kind, file: type.file, path: path, in: &numbers)
            for nested in nested(in: placed.record, path: path) {
                check(number: nested.number, kind: nested.kind, file: type.file, path: path, in: &numbers)
            }
        }
        let known = Set(keys.map(\.text))
        for reference in internalReferences.sorted() where !known.contains(reference) {
            fault(RecordKinds.internalFile, "", "\(reference) does not exist")
        }
    }

    private mutating func check(
        key: String, kind: MatterKind, file: String, path: String, in keys: inout Set<MatterReference>
    ) {
        if key.utf8.count > 200 { fault(file, path, "the key is longer than 200 bytes") }
        if !keys.insert(MatterReference(kind, key)).inserted {
            fault(file, path, "the key “\(key)” is given twice")
        }
    }

    private mutating func check(
        number: Int64?, kind: MatterKind, file: String, path: String, in numbers: inout Set<String>
    ) {
        guard let number else { return }
        if number < 1 { fault(file, path, "numbers begin with 1") }
        if !numbers.insert("\(kind.rawValue) \(number)").inserted {
            fault(file, path, "\(kind.rawValue) number \(number) is given twice")
        }
    }

    private func nested(
        in record: some MatterRecord, path: String
    ) -> [(kind: MatterKind, key: String, number: Int64?)] {
        collect(record, path: path).nested
    }

    private func collect(_ record: some MatterRecord, path: String) -> ReferenceCollector {
        var record = record
        var collector = ReferenceCollector(path: path, parentKey: record.key)
        record.visit(&collector)
        return collector
    }

    private mutating func checkReferences() {
        var known = Set(records.map(\.reference))
        var collected: [(file: String, ReferenceCollector)] = []
        for (placed, path) in zip(records, paths) {
            let collector = collect(placed.record, path: path)
            for nested in collector.nested { known.insert(MatterReference(nested.kind, nested.key)) }
            collected.append((type(of: placed.record).file, collector))
        }
        for (placed, (file, collector)) in zip(records, collected) {
            for found in collector.found {
                if !known.contains(found.target) {
                    fault(file, found.path, "\(found.target.text) does not exist")
                } else if !placed.isInternal, internalReferences.contains(found.target.text) {
                    fault(file, found.path, "\(found.target.text) is not public, but this is")
                }
            }
        }
    }

    /// Rules between records, and whether each derived value is what follows from the others.
    private mutating func checkMeaning() {
        let context = ProgrammeContext(records.map(\.record))
        for (index, path) in paths.enumerated() {
            let placed = records[index]
            let file = type(of: placed.record).file
            let contradictions = placed.record.contradictions(in: context)
            for reason in contradictions { fault(file, path, reason) }
            if placed.record.isNeverPublic, !placed.isInternal {
                fault(file, path, "not for the public as it stands: name it in internal.json")
            }
            let completed = completed(placed.record, with: context)
            records[index] = PlacedRecord(
                record: placed.record, position: placed.position, plain: completed, isInternal: placed.isInternal)
            if contradictions.isEmpty { compare(completed, with: given[index], file: file, path: path) }
        }
    }

    private func completed(_ record: some MatterRecord, with context: ProgrammeContext) -> PlainValue {
        var record = record
        record.complete(with: context)
        return record.plain
    }

    private mutating func compare(_ expected: PlainValue, with given: PlainValue, file: String, path: String) {
        guard case .object(let members) = expected else { return }
        for member in members where given[member.key] != member.value && !isNested(member.value) {
            fault(file, "\(path).\(member.key)", "contradicts the rest of the package")
        }
        for member in members {
            guard case .list(let elements) = member.value, case .list(let givenElements) = given[member.key] else {
                continue
            }
            for (index, pair) in zip(elements, givenElements).enumerated() {
                compare(pair.0, with: pair.1, file: file, path: "\(path).\(member.key)[\(index)]")
            }
        }
    }

    /// Whether a value is a list of objects, which are compared one by one so that key order does not matter.
    private func isNested(_ value: PlainValue) -> Bool {
        guard case .list(let elements) = value, case .object = elements.first else { return false }
        return true
    }
}

/// A package with faults; nothing of it has been written.
public struct InvalidPackage: Error, Equatable {
    public let faults: [RecordFault]

    public init(faults: [RecordFault]) {
        self.faults = faults
    }
}
