// SPDX-License-Identifier: EUPL-1.2

/// A catalogue of data sets after DCAT-AP.de 3.0, as JSON-LD; portals such as GovData and Open.NRW read it.
///
/// https://www.dcat-ap.de/def/dcatde/3.0/spec/
public struct DataCatalogue: Equatable, Sendable {
    /// The address of the catalogue itself; the publisher gets the same with `#publisher`.
    public let address: String
    public let title: String
    public let description: String
    /// `de` or `en`: the language of all texts.
    public let language: String
    public let publisher: String
    /// The page on which people can reach the publisher.
    public let contact: String
    public let licence: DataLicence
    /// How the source is to be named, where the licence asks for it.
    public let attribution: String
    public let sets: [DataSet]

    public init(
        address: String, title: String, description: String, language: String, publisher: String, contact: String,
        licence: DataLicence, attribution: String, sets: [DataSet]
    ) {
        self.address = address
        self.title = title
        self.description = description
        self.language = language
        self.publisher = publisher
        self.contact = contact
        self.licence = licence
        self.attribution = attribution
        self.sets = sets
    }

    /// The document as bytes of UTF-8.
    public func jsonLD() -> [UInt8] {
        JSONValue.object(
            [("@context", Self.context), ("@id", .text(address)), ("@type", .text("dcat:Catalog"))]
                .members
                + [
                    ("dct:title", worded(title)), ("dct:description", worded(description)),
                    ("dct:publisher", whole), ("dct:language", languageReference),
                    ("foaf:homepage", .reference(contact)), ("dcat:dataset", .list(sets.map(document))),
                ].members
        ).bytes()
    }

    private var whole: JSONValue {
        .object(
            [("@id", .text(publisherAddress)), ("@type", .text("foaf:Agent")), ("foaf:name", .text(publisher))].members)
    }

    private func document(_ set: DataSet) -> JSONValue {
        .object(
            [
                ("@id", .text(set.address)), ("@type", .text("dcat:Dataset")),
                ("dct:identifier", .text(set.identifier)), ("dct:title", worded(set.title)),
                ("dct:description", worded(set.description)), ("dct:publisher", .reference(publisherAddress)),
                ("dcat:theme", .reference(Self.authority + "data-theme/GOVE")),
                ("dcat:keyword", .list(set.keywords.map(worded))),
                ("dct:accrualPeriodicity", .reference(Self.authority + "frequency/CONT")),
                ("dct:language", languageReference), ("dcat:landingPage", .reference(set.page)),
                (
                    "dcat:contactPoint",
                    .object(
                        [
                            ("@type", .text("vcard:Kind")), ("vcard:fn", .text(publisher)),
                            ("vcard:hasURL", .reference(contact)),
                        ].members)
                ), ("dcat:distribution", .list(set.files.map(document))),
            ].members)
    }

    private func document(_ file: DataSet.File) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("@id", .text(file.address)), ("@type", .text("dcat:Distribution")), ("dct:title", worded(file.title)),
            ("dcat:accessURL", .reference(file.address)), ("dcat:downloadURL", .reference(file.address)),
            ("dct:format", .reference(Self.authority + "file-type/" + file.format)),
            ("dcat:mediaType", .reference("https://www.iana.org/assignments/media-types/" + file.mediaType)),
            ("dcatap:availability", .reference(Self.authority + "planned-availability/STABLE")),
            ("dct:license", .reference(licence.address)),
        ]
        if licence.asksForSource { members.append(("dcatde:licenseAttributionByText", worded(attribution))) }
        return .object(members.members)
    }

    private func worded(_ text: String) -> JSONValue {
        .object([("@value", .text(text)), ("@language", .text(language))].members)
    }

    private var languageReference: JSONValue {
        .reference(Self.authority + "language/" + (language == "de" ? "DEU" : "ENG"))
    }

    private var publisherAddress: String { address + "#publisher" }

    private static let authority = "http://publications.europa.eu/resource/authority/"

    private static let context = JSONValue.object(
        [
            ("dcat", .text("http://www.w3.org/ns/dcat#")), ("dct", .text("http://purl.org/dc/terms/")),
            ("foaf", .text("http://xmlns.com/foaf/0.1/")), ("vcard", .text("http://www.w3.org/2006/vcard/ns#")),
            ("dcatde", .text("http://dcat-ap.de/def/dcatde/")), ("dcatap", .text("http://data.europa.eu/r5r#")),
        ].members)
}

/// One data set of a catalogue: the same rows in several formats.
public struct DataSet: Equatable, Sendable {
    public let address: String
    public let identifier: String
    public let title: String
    public let description: String
    /// The page on which people read the same.
    public let page: String
    public let keywords: [String]
    public let files: [File]

    public init(
        address: String, identifier: String, title: String, description: String, page: String, keywords: [String],
        files: [File]
    ) {
        self.address = address
        self.identifier = identifier
        self.title = title
        self.description = description
        self.page = page
        self.keywords = keywords
        self.files = files
    }

    public struct File: Equatable, Sendable {
        public let address: String
        public let title: String
        /// A code of the EU's list of file types: `CSV`, `JSON`.
        public let format: String
        public let mediaType: String

        public init(address: String, title: String, format: String, mediaType: String) {
            self.address = address
            self.title = title
            self.format = format
            self.mediaType = mediaType
        }
    }
}

extension JSONValue {
    fileprivate static func reference(_ address: String) -> JSONValue {
        .object([("@id", .text(address))].members)
    }
}

extension [(String, JSONValue)] {
    fileprivate var members: [JSONValue.Member] { map { JSONValue.Member($0.0, $0.1) } }
}
