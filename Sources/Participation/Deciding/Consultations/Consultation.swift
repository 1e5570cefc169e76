// SPDX-License-Identifier: EUPL-1.2

/// A call for statements with its rules: who is heard, on what, from when to when.
public struct Consultation: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let kind: ConsultationKind
    /// A key of the table `audience`: municipalities, associations, citizens.
    public let audienceKey: String
    public let title: String
    public let stage: Stage
    public let startsOn: PartialDate?
    public let endsOn: PartialDate?
    public let forumID: String?
    /// Who was asked, in the words of the source.
    public let audience: String
    public let channel: String
    public let useOfInput: String?
    public let feedback: String?
    public let state: ConsultationState
    public let fileNumber: String?
    public let confidence: Confidence?
    public let note: String?
    /// How many public statements were handed in, nil returns included.
    public let statements: Int64
}
