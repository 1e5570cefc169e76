// SPDX-License-Identifier: EUPL-1.2

/// What was known at a moment: everything that the journal says up to one of its entries. The same entry gives the same
/// knowledge for good, whatever is changed later.
public struct Knowledge: Equatable, Sendable {
    /// The last entry that belongs to it; 0 before the first one.
    public let number: Int64
    /// When that entry was recorded.
    public let recordedAt: Moment
    public let digest: String
}

/// A public matter as it was known at a moment.
struct KnownRecord<Record: MatterRecord>: Sendable {
    let id: String
    let record: Record
}

extension KnownRecord {
    /// Nil for what was not public then.
    init?(id: String, content: String) throws {
        let plain = try CanonicalJSONReader.value(content)
        guard plain["matter"]["visible_from"] != .null else { return nil }
        var reader = PackageReader(plain["record"], file: "journal", path: id, holdsDerived: false)
        let record = reader.read(Record.self)
        if let fault = reader.faults.first { throw ValueFault(fault.description) }
        guard !record.isNeverPublic else { return nil }
        self.init(id: id, record: record)
    }
}
