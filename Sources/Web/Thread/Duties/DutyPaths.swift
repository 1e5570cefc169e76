// SPDX-License-Identifier: EUPL-1.2

import Participation

/// Where offices find what they owe.
enum DutyPaths {
    static let list = "/pflichten"
    static let desk = "/arbeit/pflichten"

    /// The page on which something is done about a duty.
    static func work(_ duty: OfficeDuty) -> String? {
        if let point = duty.point { return SynopsisPaths.point(point.consultation, point.place.text) }
        if duty.kind == .reply, duty.matter.kind == .idea, let number = duty.matter.number {
            return ReplyPaths.idea(number)
        }
        return MatterPaths.show(duty.matter)
    }
}

extension SiteContext {
    /// "Antwort: Mehr Nachtbusse"
    func title(of duty: OfficeDuty) -> ProgrammeText {
        let kind = word(.dutyKind, duty.kind.rawValue)
        guard let title = duty.matter.title else { return ProgrammeText("\(kind): \(quotation(of: duty.matter))") }
        return original("\(kind): \(ThreadWording.shortened(title, to: 120))")
    }
}
