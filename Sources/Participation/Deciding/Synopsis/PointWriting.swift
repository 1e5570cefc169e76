// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Changes single points of statements: a point is a part of its statement's record, so that the journal keeps both
/// together.
struct PointWriting {
    let rules: ConsultationRules
    private(set) var matters: MatterWriting
    private let db: Connection

    init(_ rules: ConsultationRules, by actor: String, at now: Moment, _ db: Connection) throws {
        self.rules = rules
        self.db = db
        matters = try MatterWriting(in: rules.programme, by: actor, at: now, db)
    }

    /// - Parameter revision: which state of the point was on the screen; nil when any will do
    /// - Throws: `Outdated` when somebody else has changed the point meanwhile
    mutating func change(
        _ place: SynopsisPlace, revision: String? = nil, _ edit: (inout PointRecord) throws -> Void
    ) throws {
        let ids = try ids(of: place)
        try matters.change(StatementRecord.self, ids.statement) { record in
            let index = Int(place.position) - 1
            guard record.points.indices.contains(index) else { throw ValueFault("there is no point \(place.text)") }
            if let revision, record.points[index].revision != revision { throw Outdated() }
            try edit(&record.points[index])
        }
    }

    /// The point as it stands.
    func find(_ place: SynopsisPlace) throws -> PointRecord {
        let record = try matters.find(StatementRecord.self, try ids(of: place).statement)
        let index = Int(place.position) - 1
        guard let record, record.points.indices.contains(index) else {
            throw ValueFault("there is no point \(place.text)")
        }
        return record.points[index]
    }

    /// Adds points to the statement of a point and returns their places.
    mutating func append(_ points: [PointRecord], besides place: SynopsisPlace) throws -> [SynopsisPlace] {
        let ids = try ids(of: place)
        var places: [SynopsisPlace] = []
        try matters.change(StatementRecord.self, ids.statement) { record in
            for point in points {
                var point = point
                point.label = String(record.points.count + 1)
                record.points.append(point)
                places.append(SynopsisPlace(statement: place.statement, position: Int64(record.points.count)))
            }
        }
        return places
    }

    func ids(of place: SynopsisPlace) throws -> (point: String, statement: String) {
        guard let ids = try SynopsisPlace.ids(of: place, in: rules.id, db) else {
            throw ValueFault("consultation \(rules.number) has no point \(place.text)")
        }
        return ids
    }

    /// The key of a point, by which others name it.
    func key(of place: SynopsisPlace) throws -> String {
        guard let matter = try MatterRow.find(try ids(of: place).point, of: rules.programme, in: db) else {
            throw ValueFault("there is no point \(place.text)")
        }
        return matter.key
    }

    mutating func create(_ duty: DutyRecord) throws {
        _ = try matters.create(duty, isPublic: false)
    }

    mutating func change(_ duty: String, _ edit: (inout DutyRecord) throws -> Void) throws {
        try matters.change(DutyRecord.self, duty, edit)
    }
}

extension PointRecord {
    /// Changes with every word of the point, so that two officers notice each other.
    var revision: String { String(Digest.make(CanonicalJSON.text(plain)).prefix(16)) }
}
