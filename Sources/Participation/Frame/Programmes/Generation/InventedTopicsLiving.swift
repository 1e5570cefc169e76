// SPDX-License-Identifier: EUPL-1.2

extension InventedTopic {
    static let living = [
        InventedTopic(
            key: "bildung", name: "Lernen", description: "Kitas, Schulen, Ausbildung und Weiterbildung.",
            question: "Wie lernt jedes Kind gut, egal wo es wohnt?",
            goal: "Kein junger Mensch verlässt die Schule ohne Anschluss", color: "#9a5b12", ministry: 1,
            things: [
                "eine Lernwerkstatt", "einen Ganztag", "ein Schülerlabor", "eine Sprachförderung",
                "einen Bildungslotsen",
                "eine Bibliothek", "ein Ausbildungsjahr", "einen Lesetreff", "eine Ferienschule", "ein Elterncafé",
                "einen Schulgarten", "eine Nachhilfebörse",
            ],
            problems: [
                "In {place} fällt jede Woche in {number} Klassen der Unterricht aus.",
                "Die Ganztagsplätze in {place} reichen nicht für alle.",
                "Wer in {place} eine Ausbildung sucht, muss weit fahren.",
                "Die Toiletten der Schule in {place} sind seit Jahren kaputt.",
                "Viele Kinder in {place} kommen ohne Deutsch in die Schule.",
                "Die Bücherei von {place} hat nur an zwei Nachmittagen offen.",
            ],
            gains: [
                "Dann entscheidet nicht mehr die Adresse über den Abschluss.", "Eltern könnten in Ruhe arbeiten.",
                "Die Betriebe fänden wieder Nachwuchs.", "Kinder hätten nach der Schule einen guten Ort.",
            ],
            measures: [
                "Bildungsverbund", "Talentschulen", "Ganztagsausbau", "Ausbildungspakt", "Lesenetz", "Lernhäuser",
                "Sprachbrücke", "Schulbauprogramm",
            ]),
        InventedTopic(
            key: "gesundheit", name: "Gesund leben", description: "Praxen, Pflege, Hebammen und Vorbeugung.",
            question: "Wer hilft schnell, wenn jemand krank ist oder Pflege braucht?",
            goal: "Eine Praxis ist in 20 Minuten erreichbar", color: "#a2324b", ministry: 5,
            things: [
                "ein Gesundheitshaus", "eine Gemeindeschwester", "eine Hebammenpraxis", "einen Pflegestützpunkt",
                "eine Kurzzeitpflege", "einen Kinderarzt", "einen Besuchsdienst", "eine Demenzgruppe",
                "einen Bewegungstreff", "eine Notfallpraxis", "ein Trauercafé", "einen Fahrdienst",
            ],
            problems: [
                "In {place} hat die letzte Praxis zugemacht.",
                "Auf einen Termin beim Facharzt wartet man in {place} {number} Wochen.",
                "Wer in {place} ein Kind erwartet, findet keine Hebamme.",
                "Pflegende Angehörige in {place} sind mit allem allein.",
                "Der Bereitschaftsdienst für {place} sitzt 40 Kilometer entfernt.",
                "In {place} weiß kaum jemand, welche Hilfe es gibt.",
            ],
            gains: [
                "Niemand müsste mehr wegen eines Rezepts weit fahren.", "Pflegende könnten auch einmal durchatmen.",
                "Hilfe käme, bevor es ein Notfall ist.", "Das hält auch junge Familien am Ort.",
            ],
            measures: [
                "Hebammenzentrum", "Gesundheitslotsen", "Praxisverbund", "Pflegenetz", "Mobile Praxis",
                "Präventionskette",
                "Kinderklinik-Verbund", "Telemedizin",
            ]),
        InventedTopic(
            key: "wohnen", name: "Wohnen und Ortsmitten", description: "Bezahlbare Wohnungen und lebendige Ortskerne.",
            question: "Wie bleibt Wohnen bezahlbar und die Ortsmitte lebendig?",
            goal: "In jeder Ortsmitte gibt es einen Laden und einen Treffpunkt", color: "#7a4a2b", ministry: 7,
            things: [
                "einen Dorfladen", "eine Tauschwohnung", "einen Wochenmarkt", "ein Mehrgenerationenhaus",
                "eine Baulückenbörse", "einen Ortskümmerer", "eine Wohngenossenschaft", "eine Probierwohnung",
                "einen Leerstandsmelder", "eine Sitzbank", "ein Azubi-Wohnheim", "einen Marktplatz",
            ],
            problems: [
                "In der Hauptstraße von {place} stehen {number} Läden leer.",
                "Junge Leute finden in {place} keine kleine Wohnung.",
                "Ältere in {place} sitzen in zu großen Häusern und finden nichts Passendes.",
                "Zum Einkaufen muss man aus {place} in den Nachbarort.",
                "Das alte Bahnhofsgebäude in {place} verfällt.",
                "Neue Wohnungen in {place} kann sich kaum jemand leisten.",
            ],
            gains: [
                "Die Ortsmitte würde wieder zum Treffpunkt.", "So könnten Kinder in der Nähe ihrer Eltern wohnen.",
                "Leerstand wird genutzt, statt neu zu bauen.", "Auch wer wenig verdient, fände etwas.",
            ],
            measures: [
                "Ortsmitten-Programm", "Leerstandslotsen", "Genossenschaftsfonds", "Flächenpool", "Wohnraumbörse",
                "Dorfladen-Netz", "Sanierungsfonds", "Bauland-Verbund",
            ]),
        InventedTopic(
            key: "arbeit", name: "Arbeit und Betriebe", description: "Gute Arbeit, Gründungen und Nachfolge.",
            question: "Wovon leben die Menschen hier in zehn Jahren?",
            goal: "Jeder Betrieb findet eine Nachfolge", color: "#3d4f63", ministry: 6,
            things: [
                "eine Gründungsgarage", "einen Nachfolgetag", "eine Werkhalle", "ein Gewerbegebiet", "eine Jobbörse",
                "einen Meisterkurs", "ein Praktikumsbüro", "eine Erfinderwerkstatt", "einen Handwerkerhof",
                "ein Gemeinschaftsbüro", "eine Messe", "einen Anerkennungslotsen",
            ],
            problems: [
                "In {place} schließt jedes Jahr ein Handwerksbetrieb, weil niemand übernimmt.",
                "Wer in {place} gründen will, findet keinen Raum.",
                "{number} Ausbildungsplätze sind in {place} unbesetzt geblieben.",
                "Zeugnisse aus dem Ausland werden in {place} monatelang geprüft.",
                "Aus {place} pendeln fast alle hinaus.",
                "Die alte Fabrik in {place} steht leer.",
            ],
            gains: [
                "Arbeit und Wohnen rücken wieder zusammen.", "Gute Leute blieben hier.",
                "Aus Ideen würden schneller Betriebe.", "Davon hätten auch die Läden am Ort etwas.",
            ],
            measures: [
                "Gründungszentrum", "Nachfolgebörse", "Fachkräftebüro", "Industriepark", "Innovationslabor",
                "Handwerksoffensive", "Praktikumsnetz", "Transferstelle",
            ]),
    ]
}
