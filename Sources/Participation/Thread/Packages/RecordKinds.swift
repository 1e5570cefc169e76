// SPDX-License-Identifier: EUPL-1.2

/// All records in the order in which a package lists them and an import writes them.
enum RecordKinds {
    static let all: [any MatterRecord.Type] = [
        ProgrammeRecord.self, PhaseRecord.self, PillarRecord.self, DistrictRecord.self, MunicipalityRecord.self,
        MinistryRecord.self, OrganisationRecord.self, OfficeRecord.self, BoardRecord.self, FieldRecord.self,
        GoalRecord.self, IndicatorRecord.self, ForumRecord.self, IdeaRecord.self, ActivityRecord.self,
        ConsultationRecord.self, ProposalRecord.self, StatementRecord.self, SittingRecord.self, PaperRecord.self,
        DecisionRecord.self, ProjectRecord.self, ReportRecord.self, FundingRecord.self, CallRecord.self,
        ApplicationRecord.self, RemarkRecord.self, DutyRecord.self, TimelineEntryRecord.self,
        StatusReportRecord.self, LessonRecord.self, DocumentRecord.self, LinkRecord.self, TextVersionRecord.self,
    ]

    /// The names of the files of a package in their order; `internal` names what is not public.
    static let files: [String] = {
        var files: [String] = []
        for type in all where !files.contains(type.file) { files.append(type.file) }
        return files + [internalFile]
    }()

    static let internalFile = "internal"
}
