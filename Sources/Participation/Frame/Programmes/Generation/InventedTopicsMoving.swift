// SPDX-License-Identifier: EUPL-1.2

extension InventedTopic {
    static let moving = [
        InventedTopic(
            key: "mobilitaet", name: "Unterwegs sein",
            description: "Bus, Bahn, Rad und Fußweg, auch ohne eigenes Auto.",
            question: "Wie kommen alle ans Ziel, auch abends und ohne Auto?",
            goal: "Jeder Ort hat mindestens jede Stunde einen Anschluss", color: "#1f5f8b", ministry: 0,
            things: [
                "einen Nachtbus", "einen Radschnellweg", "eine Mitfahrbank", "einen Zebrastreifen", "ein Rufauto",
                "eine Fahrradstraße", "einen Bürgerbus", "eine Haltestelle", "ein Fahrradparkhaus", "einen Schulbus",
                "eine Leihradstation", "ein Jugendticket",
            ],
            problems: [
                "Nach 19 Uhr kommt man aus {place} nicht mehr weg.",
                "In {place} fährt am Wochenende kein einziger Bus.",
                "Der Anschluss in {place} wird jeden Tag um {number} Minuten verpasst.",
                "Wer in {place} zur Schule radelt, teilt sich die Straße mit Lastwagen.",
                "Die Haltestelle in {place} hat weder Dach noch Licht.",
                "Für den Weg zur Arbeit braucht man von {place} aus zwei Stunden.",
            ],
            gains: [
                "Dann kommen auch Jugendliche und Ältere ohne Auto ans Ziel.",
                "Das spart vielen Familien den zweiten Wagen.", "So wird der Schulweg sicher.",
                "Wer Schicht arbeitet, kommt damit auch nachts nach Hause.",
            ],
            measures: [
                "Taktplan", "Radnetz", "Bahnhofsumbau", "Rufbus-Verbund", "Umsteigepunkte", "Schulwegplan",
                "Fahrplanauskunft", "Brückensanierung",
            ]),
        InventedTopic(
            key: "digital", name: "Digital verbunden",
            description: "Netze, Verwaltung und Hilfe beim Umgang mit Technik.",
            question: "Was muss online gehen, und wer hilft, wenn es nicht geht?",
            goal: "Jeder Antrag geht online und am Schalter", color: "#5b4b8a", ministry: 4,
            things: [
                "einen Glasfaseranschluss", "eine Sprechstunde am Bildschirm", "ein Bürgerkonto", "ein offenes WLAN",
                "einen Technikpaten", "eine Mängelmelder-App", "einen Funkmast", "ein Antragsportal",
                "eine Computerwerkstatt", "einen Terminkalender", "ein Datenportal", "eine Lernplattform",
            ],
            problems: [
                "In {place} bricht jedes zweite Telefonat ab.",
                "Der Antrag in {place} muss ausgedruckt, unterschrieben und gefaxt werden.",
                "Viele Ältere in {place} trauen sich nicht an das Formular im Netz.",
                "Im Rathaus von {place} wartet man {number} Tage auf einen Termin.",
                "Die Schule in {place} teilt sich eine Leitung mit dem Gewerbegebiet.",
                "Wer in {place} von zu Hause arbeitet, sitzt oft im Funkloch.",
            ],
            gains: [
                "Das spart Wege und Nerven.", "So bleibt niemand zurück, der mit Technik fremdelt.",
                "Betriebe könnten endlich bleiben, statt wegzuziehen.", "Die Verwaltung hätte mehr Zeit für Beratung.",
            ],
            measures: [
                "Glasfaserausbau", "Portal-Verbund", "Digitallotsen", "Funklochprogramm", "Datenwerkstatt",
                "Online-Bürgerbüro", "Schulnetz", "Servicestelle Technik",
            ]),
        InventedTopic(
            key: "klima", name: "Klima und Energie", description: "Wärme, Strom, Hitze und Wasser.",
            question: "Wie werden wir unabhängig von Öl und Gas, ohne dass es jemand nicht bezahlen kann?",
            goal: "Die Hälfte der Wärme kommt aus der Region", color: "#2f6f4f", ministry: 2,
            things: [
                "ein Nahwärmenetz", "einen Trinkbrunnen", "ein Solardach", "eine Energieberatung",
                "einen Schattenplatz",
                "eine Regenwasserzisterne", "einen Hitzeplan", "ein Bürgerkraftwerk", "eine Ladesäule",
                "eine Tauschbörse", "einen Reparaturtreff", "ein Gründach",
            ],
            problems: [
                "Auf dem Markt von {place} hält man es im Juli nicht aus.",
                "In {place} heizt fast jedes Haus noch mit Öl.",
                "Das Dach der Turnhalle in {place} liegt seit {number} Jahren leer in der Sonne.",
                "Nach jedem Gewitter stehen in {place} die Keller unter Wasser.",
                "In {place} weiß niemand, wen man nach einer Wärmepumpe fragen soll.",
                "Für Mieter in {place} lohnt sich eigener Strom bisher nicht.",
            ],
            gains: [
                "Das Geld für Energie bleibt so in der Region.", "Im Sommer wird es spürbar kühler.",
                "Alle im Haus haben etwas davon, nicht nur die Eigentümer.", "Starkregen richtet weniger Schaden an.",
            ],
            measures: [
                "Wärmeplan", "Solaroffensive", "Schwammstadt-Programm", "Energieagentur", "Hitzeschutz",
                "Nahwärme-Verbund",
                "Kühle Plätze", "Sanierungslotsen",
            ]),
        InventedTopic(
            key: "natur", name: "Natur und Gewässer", description: "Flüsse, Wälder, Felder und Gärten.",
            question: "Was darf wild bleiben, und wo sollen Menschen hin?",
            goal: "Jeder wohnt höchstens zehn Minuten vom Grünen entfernt", color: "#4d7a1f", ministry: 2,
            things: [
                "einen Uferweg", "eine Blühwiese", "einen Gemeinschaftsgarten", "ein Naturfreibad", "eine Allee",
                "einen Lehrpfad", "eine Baumpatenschaft", "einen Aussichtsturm", "ein Biotop", "eine Obstwiese",
                "einen Grünzug", "eine Fischtreppe",
            ],
            problems: [
                "Der Bach in {place} verschwindet auf {number} Metern in einem Rohr.",
                "Am Ufer in {place} kommt man mit dem Kinderwagen nicht weiter.",
                "In {place} sind die alten Bäume gefällt und nie ersetzt worden.",
                "Die Wiese am Rand von {place} wird zwölfmal im Jahr gemäht.",
                "Der Wald bei {place} ist nach den trockenen Sommern fast weg.",
                "In {place} gibt es keinen Platz, an dem Kinder einfach Matsch finden.",
            ],
            gains: [
                "Insekten und Vögel kämen zurück.", "Kinder lernen so, was vor ihrer Tür lebt.",
                "Ein schöner Weg bringt Leute hinaus und ins Gespräch.", "Das Wasser bliebe länger in der Landschaft.",
            ],
            measures: [
                "Gewässerband", "Grüner Ring", "Waldumbau", "Uferöffnung", "Gartennetz", "Alleenprogramm", "Auenpark",
                "Artenschutz-Verbund",
            ]),
    ]
}
