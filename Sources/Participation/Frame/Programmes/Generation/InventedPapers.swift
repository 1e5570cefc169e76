// SPDX-License-Identifier: EUPL-1.2

/// Sentences of proposals, statements, decisions and projects of a generated programme.
enum InventedPapers {
    /// The paragraphs of a proposal: label and texts to choose from. `{thing}` is the title of the proposal.
    static let paragraphs: [(label: String, texts: [String])] = [
        (
            "1 Ziel",
            [
                "Das Vorhaben verbessert den Alltag in {number} Gemeinden des Kreises {district}.",
                "Ziel ist ein verlässliches Angebot im ganzen Kreis {district}, auch am Abend und am Wochenende.",
            ]
        ),
        (
            "2 Anlass",
            [
                "In den Foren und in {number} Ideen wurde beschrieben, dass vor allem in {place} etwas fehlt.",
                "Die bisherigen Angebote enden an den Grenzen der Gemeinden; {place} ist davon besonders betroffen.",
            ]
        ),
        (
            "3 Maßnahmen",
            [
                "Es werden {number} Standorte eingerichtet, der erste in {place}. Jeder ist ohne Stufen erreichbar.",
                "Eine gemeinsame Stelle plant und betreibt das Angebot. Sie beginnt in {place} mit {number} Stellen.",
            ]
        ),
        (
            "4 Beteiligte",
            [
                "Beteiligt sind der Kreis {district}, die Gemeinden und die Vereine am Ort.",
                "Träger ist der Kreis {district}; die Gemeinde {place} stellt die Räume.",
            ]
        ),
        (
            "5 Zeitplan",
            [
                "Nach dem Beschluss beginnt die Planung; nach {number} Monaten öffnet der erste Standort.",
                "Das Vorhaben läuft drei Jahre und wird danach überprüft.",
            ]
        ),
        (
            "6 Kosten",
            [
                "Das Land trägt 80 Prozent der Kosten, die Gemeinden tragen den Rest.",
                "Für arme Gemeinden übernimmt das Land auch den Eigenanteil.",
            ]
        ),
        (
            "7 Bericht",
            [
                "Zweimal im Jahr wird öffentlich berichtet, was erreicht ist und was nicht.",
                "Der Bericht nennt Zahlen für jede Gemeinde und erscheint bis Ende März.",
            ]
        ),
    ]
    static let changes = [
        "Nach der Beteiligung gilt das auch für Gemeinden mit weniger als 5.000 Menschen.",
        "Menschen mit Behinderungen sind von Anfang an in die Planung einbezogen.",
        "Die Öffnungszeiten richten sich nach Schichtbetrieb und Schule.",
        "Vor Beginn wird geprüft, ob vorhandene Gebäude genutzt werden können.",
    ]
    static let points: [(kind: PointKind, text: String)] = [
        (.approval, "Das Vorhaben wird begrüßt; es hilft besonders {place}."),
        (.approval, "Die gemeinsame Trägerschaft ist richtig."),
        (.suggestion, "Es wird angeregt, auch {place} als Standort aufzunehmen."),
        (.suggestion, "Die Öffnungszeiten sollten mit den Vereinen abgestimmt werden."),
        (.suggestion, "Statt {number} Standorten sollten es mehr kleine sein."),
        (.concern, "Der Eigenanteil ist für Gemeinden in der Haushaltssicherung nicht zu leisten."),
        (.concern, "Für {number} Stellen wird sich kaum Personal finden."),
        (.concern, "Der Zeitplan ist zu knapp; allein die Vergabe dauert ein halbes Jahr."),
        (.rejection, "Der Vorschlag greift in die Aufgaben der Gemeinden ein und wird abgelehnt."),
        (.note, "Im Plangebiet liegt eine alte Deponie."), (.note, "Ein ähnliches Angebot besteht in {place} bereits."),
        (.question, "Wer trägt die Kosten nach dem dritten Jahr?"),
        (.question, "Gilt das auch für freie Träger?"),
    ]
    static let assessments: [PointOutcome: [String]] = [
        .accepted: ["Der Hinweis trifft zu. Der Text ist entsprechend geändert."],
        .inPart: ["Dem Anliegen wird zum Teil gefolgt: Vorrang haben Orte ohne anderes Angebot."],
        .notAccepted: ["Dem wird nicht gefolgt; die Mittel reichen für beides nicht, und der Nutzen wäre kleiner."],
        .noted: ["Wird zur Kenntnis genommen."],
        .alreadyContained: ["Das steht bereits im Vorschlag."],
        .outOfScope: ["Das regelt ein anderes Verfahren; der Hinweis ist weitergegeben."],
    ]
    static let conditions = [
        "Vor dem Start ist mit den Gemeinden eine Vereinbarung über den Betrieb zu schließen.",
        "Nach zwei Jahren ist dem Kabinett über den Nutzen zu berichten.",
        "Die Folgekosten sind vor der ersten Auszahlung zu klären.",
        "Die Standorte werden nach einem offenen Verfahren ausgewählt.",
    ]
    static let rejections = [
        "Der Nutzen ist nicht belegt, die Kosten sind hoch.", "Es gibt bereits ein Programm des Landes dafür.",
        "Zuständigkeit und Finanzierung sind ungeklärt.",
    ]
    static let milestones = [
        "Vereinbarung mit den Gemeinden unterschrieben", "Planung abgeschlossen", "Erster Standort geöffnet",
        "Hälfte der Standorte in Betrieb", "Alle Standorte in Betrieb", "Auswertung veröffentlicht",
    ]
    static let done = [
        "{number} Standorte sind in Betrieb, zuletzt kam {place} dazu.", "Die Planung für {place} ist abgeschlossen.",
        "Die Nachfrage ist höher als erwartet: {number} Anmeldungen in einem Monat.",
    ]
    static let next = [
        "Als Nächstes beginnt der Umbau in {place}.", "Die Stellen werden ausgeschrieben.",
        "Im Herbst folgt die erste Auswertung.",
    ]
    static let blocked = [
        "Für {place} fehlt noch die Genehmigung.", "Das Material ist teurer geworden.", "Eine Stelle ist unbesetzt.",
    ]
    static let ends = [
        "Die Kosten hatten sich verdoppelt; das Geld hilft an anderer Stelle mehr.",
        "Der wichtigste Partner ist ausgestiegen, ein Ersatz fand sich nicht.",
        "Die Auswertung zeigte kaum Nutzen. Was gelernt wurde, steht im Abschlussbericht.",
    ]
}
