// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What an office owes for a point, from the assignment to the release. It is owed inside the house: the public learns
/// of points and answers together.
enum AssessmentDuty {
    static func begin(
        for place: SynopsisPlace, office: String, due: PartialDate, _ writing: inout PointWriting, at now: Moment,
        in db: Connection
    ) throws {
        let point = try writing.ids(of: place).point
        if let open = try DutyQuery.openAssessment(of: point, db) {
            try writing.change(open) { duty in
                guard duty.office != office else {
                    duty.dueOn = due
                    return
                }
                duty.state = .passedOn
            }
            if try DutyQuery.openAssessment(of: point, db) != nil { return }
        }
        var duty = DutyRecord()
        duty.id = MatterWriting.newKey(.duty)
        duty.publicNumber = try writing.matters.nextNumber(.duty)
        duty.dutyKind = .assessment
        duty.matter = MatterReference(.point, try writing.key(of: place))
        duty.office = office
        duty.isOwedToPublic = false
        duty.dueOn = due
        try writing.create(duty)
    }

    static func meet(
        for place: SynopsisPlace, _ writing: inout PointWriting, at now: Moment, in db: Connection
    ) throws {
        guard let open = try DutyQuery.openAssessment(of: writing.ids(of: place).point, db) else { return }
        try writing.change(open) { duty in
            duty.state = .met
            duty.metOn = now.day
        }
    }
}
