// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The fields of a statement: the text as a whole, each point, and one more to write in. Template
/// `Statements/fields`.
struct StatementFields: Sendable {
    let action: String
    let formKey: String
    let key: String?
    let party: String?
    let revision: String
    let text: FormField
    let points: [PointFields]
    let attachments: AttachmentFields
    /// What was handed in before, each with a tick to take it back.
    let handedIn: HandedIn?
    let isNilReturn: TickField
    let mayPublish: TickField

    struct HandedIn: Sendable {
        let files: [TickField]
    }

    struct PointFields: Sendable {
        let heading: String
        let kind: ChoiceField
        let place: ChoiceField
        let text: FormField
        let wording: FormField
    }

    static let sample = StatementFields(
        action: "/stellungnahme", formKey: "1.2.3", key: "abc", party: "1", revision: "1", text: .sample,
        points: [PointFields(heading: "Punkt 1", kind: .sample, place: .sample, text: .sample, wording: .sample)],
        attachments: .sample, handedIn: HandedIn(files: [.sample]), isNilReturn: .sample, mayPublish: .sample)
}

extension StatementFields {
    init(
        _ form: StatementForm, _ faults: FormFaults, _ places: [StatementPlace], files: [AttachmentDraft],
        handedIn: [Document] = [], action: String, formKey: String, key: String?, party: String?,
        in context: SiteContext
    ) {
        self.action = action
        self.formKey = formKey
        self.key = key
        self.party = party
        revision = String(form.revision)
        text = FormField(
            name: StatementForm.Field.text, label: context.text("statements.entry.text"),
            hint: context.text("statements.entry.text-hint"), value: form.text ?? "",
            fault: faults[StatementForm.Field.text], rows: 8)
        points = (form.points + [StatementForm.Point()]).enumerated().map { index, point in
            PointFields(point, index + 1, isNew: index == form.points.count, faults, places, in: context)
        }
        attachments = AttachmentFields(files, on: form.shelf, faults, in: context)
        let ticks = handedIn.compactMap { file -> TickField? in
            guard let number = file.number else { return nil }
            return TickField(
                name: StatementForm.Field.unwantedFile(number),
                label: context.text("statements.entry.take-back-file", ["name": file.fileName ?? file.title]),
                isTicked: form.unwantedFiles.contains(number))
        }
        self.handedIn = ticks.isEmpty ? nil : HandedIn(files: ticks)
        isNilReturn = TickField(
            name: StatementForm.Field.isNilReturn, label: context.text("statements.entry.nil-return"),
            hint: context.text("statements.entry.nil-return-hint"), isTicked: form.isNilReturn,
            fault: faults[StatementForm.Field.isNilReturn])
        mayPublish = TickField(
            name: StatementForm.Field.mayPublish, label: context.text("statements.entry.may-publish"),
            hint: context.text("statements.entry.may-publish-hint"), isTicked: form.mayPublish)
    }
}

extension StatementFields.PointFields {
    /// - Parameter index: counted from 1
    fileprivate init(
        _ point: StatementForm.Point, _ index: Int, isNew: Bool, _ faults: FormFaults, _ places: [StatementPlace],
        in context: SiteContext
    ) {
        let number = context.notation.number(index)
        heading = context.text(
            isNew ? "statements.entry.new-point" : "statements.point.label", ["label": number])
        kind = ChoiceField(
            name: StatementForm.Field.kind(index), label: context.text("statements.entry.kind"),
            chosen: point.kind ?? PointKind.suggestion.rawValue,
            options: PointKind.allCases.map { ($0.rawValue, context.word(.pointKind, $0.rawValue)) },
            fault: faults[StatementForm.Field.kind(index)])
        place = ChoiceField(
            name: StatementForm.Field.place(index), label: context.text("statements.entry.place"),
            chosen: point.place, empty: context.text("statements.entry.general"),
            options: places.map { ($0.key, $0.label(in: context)) },
            fault: faults[StatementForm.Field.place(index)])
        text = FormField(
            name: StatementForm.Field.point(index), label: context.text("statements.entry.point"),
            value: point.text ?? "", fault: faults[StatementForm.Field.point(index)], rows: 4)
        wording = FormField(
            name: StatementForm.Field.wording(index), label: context.text("statements.entry.wording"),
            hint: context.text("statements.entry.wording-hint"), value: point.wording ?? "",
            fault: faults[StatementForm.Field.wording(index)], rows: 2)
    }
}
