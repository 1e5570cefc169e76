// SPDX-License-Identifier: EUPL-1.2

/// The parts of a Word document that stand around its text.
enum DOCXParts {
    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let types = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    /// A4 and its margins in twentieths of a point.
    private static let (shortSide, longSide, margin) = (11_906, 16_838, 850)

    static func textWidth(_ sheet: PaperSheet) -> Int {
        (sheet.isLandscape ? longSide : shortSide) - 2 * margin
    }

    static let bodyBeginning = declaration + "<w:document xmlns:w=\"\(main)\" xmlns:r=\"\(office)\"><w:body>"

    static func bodyEnd(_ sheet: PaperSheet) -> String {
        let (width, height) = sheet.isLandscape ? (longSide, shortSide) : (shortSide, longSide)
        return """
            <w:sectPr><w:footerReference w:type="default" r:id="rId3"/>\
            <w:pgSz w:w="\(width)" w:h="\(height)"\(sheet.isLandscape ? " w:orient=\"landscape\"" : "")/>\
            <w:pgMar w:top="\(margin)" w:right="\(margin)" w:bottom="\(margin)" w:left="\(margin)" w:header="400" \
            w:footer="400" w:gutter="0"/></w:sectPr></w:body></w:document>
            """
    }

    /// - Parameter pictures: relations of the body to its pictures
    static func around(_ sheet: PaperSheet, pictures: String) -> [(name: String, text: String)] {
        [
            ("[Content_Types].xml", contentTypes), ("_rels/.rels", packageRelations),
            ("docProps/core.xml", core(sheet)),
            ("word/_rels/document.xml.rels", documentRelations(with: pictures)), ("word/styles.xml", styles(sheet)),
            ("word/numbering.xml", numbering), ("word/footer1.xml", footer(sheet)), ("word/settings.xml", settings),
        ].map { ($0.0, declaration + $0.1) }
    }

    private static let contentTypes = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>\
        <Override PartName="/word/document.xml" ContentType="\(types).document.main+xml"/>\
        <Override PartName="/word/styles.xml" ContentType="\(types).styles+xml"/>\
        <Override PartName="/word/numbering.xml" ContentType="\(types).numbering+xml"/>\
        <Override PartName="/word/footer1.xml" ContentType="\(types).footer+xml"/>\
        <Override PartName="/word/settings.xml" ContentType="\(types).settings+xml"/>\
        <Override PartName="/docProps/core.xml" \
        ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
        </Types>
        """

    private static let packageRelations = """
        <Relationships xmlns="\(relations)">\
        <Relationship Id="rId1" Type="\(office)/officeDocument" Target="word/document.xml"/>\
        <Relationship Id="rId2" \
        Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
        Target="docProps/core.xml"/></Relationships>
        """

    private static func documentRelations(with pictures: String) -> String {
        """
        <Relationships xmlns="\(relations)">\
        <Relationship Id="rId1" Type="\(office)/styles" Target="styles.xml"/>\
        <Relationship Id="rId2" Type="\(office)/numbering" Target="numbering.xml"/>\
        <Relationship Id="rId3" Type="\(office)/footer" Target="footer1.xml"/>\
        <Relationship Id="rId4" Type="\(office)/settings" Target="settings.xml"/>\(pictures)\
        </Relationships>
        """
    }

    private static func core(_ sheet: PaperSheet) -> String {
        """
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(sheet.title.markupText)</dc:title>\
        <dc:creator>\(sheet.author.markupText)</dc:creator><dc:language>\(sheet.language.markupText)</dc:language>\
        </cp:coreProperties>
        """
    }

    private static func styles(_ sheet: PaperSheet) -> String {
        let language = sheet.language == "en" ? "en-GB" : "de-DE"
        return """
            <w:styles xmlns:w="\(main)"><w:docDefaults><w:rPrDefault><w:rPr>\
            <w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>\
            <w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="\(language)"/></w:rPr></w:rPrDefault>\
            <w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>\
            </w:docDefaults>\
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>\
            \(heading("Title", "Title", size: 36, level: nil))\
            \(heading("Heading1", "heading 1", size: 28, level: 0))\
            \(heading("Heading2", "heading 2", size: 24, level: 1))\
            \(heading("Heading3", "heading 3", size: 22, level: 2))\
            <w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/>\
            <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/></w:pPr></w:style>\
            <w:style w:type="paragraph" w:styleId="TableText"><w:name w:val="Table Text"/><w:basedOn w:val="Normal"/>\
            <w:pPr><w:spacing w:after="40" w:line="240" w:lineRule="auto"/></w:pPr>\
            <w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>\
            <w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/>\
            <w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>\
            <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>\
            <w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="40" \
            w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>\
            <w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>\
            <w:tblPr><w:tblBorders>\(borders)</w:tblBorders></w:tblPr></w:style></w:styles>
            """
    }

    private static func heading(_ id: String, _ name: String, size: Int, level: Int?) -> String {
        let outline = level.map { "<w:outlineLvl w:val=\"\($0)\"/>" } ?? ""
        return """
            <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name)"/><w:basedOn w:val="Normal"/>\
            <w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/>\(outline)\
            </w:pPr><w:rPr><w:b/><w:sz w:val="\(size)"/><w:szCs w:val="\(size)"/></w:rPr></w:style>
            """
    }

    private static let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
        "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>"
    }.joined()

    private static let numbering = """
        <w:numbering xmlns:w="\(main)"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>\
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>\
        <w:pPr><w:ind w:left="360" w:hanging="260"/></w:pPr></w:lvl></w:abstractNum>\
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
        """

    private static func footer(_ sheet: PaperSheet) -> String {
        """
        <w:ftr xmlns:w="\(main)"><w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs>\
        <w:tab w:val="right" w:pos="\(textWidth(sheet))"/></w:tabs></w:pPr>\
        <w:r><w:t xml:space="preserve">\(sheet.footer.markupText)</w:t></w:r><w:r><w:tab/></w:r>\
        <w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>\
        <w:r><w:t xml:space="preserve"> / </w:t></w:r>\
        <w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>
        """
    }

    private static let settings = """
        <w:settings xmlns:w="\(main)"><w:compat><w:compatSetting w:name="compatibilityMode" \
        w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>
        """
}
