// SPDX-License-Identifier: EUPL-1.2

extension InventedTopic {
    static let together = [
        InventedTopic(
            key: "kultur", name: "Kultur", description: "Bühnen, Museen, Musik und das Erbe der Region.",
            question: "Welche Kultur soll jeder erreichen können?",
            goal: "In jedem Kreis gibt es das ganze Jahr Kultur für wenig Geld", color: "#8a2f7b", ministry: 3,
            things: [
                "eine Freilichtbühne", "einen Proberaum", "ein Stadtteilfest", "einen Kulturbus", "ein Wanderkino",
                "eine Musikschule", "eine Kunstwerkstatt", "ein Heimatmuseum", "einen Chor", "eine Lesebühne",
                "eine Museumsnacht", "ein Tanzhaus",
            ],
            problems: [
                "Der Saal in {place} ist seit {number} Jahren gesperrt.",
                "Bands aus {place} proben in einer Garage.",
                "Für Kinder gibt es in {place} kein einziges Theater.",
                "Das Archiv von {place} liegt in feuchten Kellern.",
                "Nach Konzerten kommt niemand mehr nach {place} zurück.",
                "Kulturleute in {place} verbringen ihre Zeit mit Anträgen.",
            ],
            gains: [
                "Kultur wäre keine Frage des Geldbeutels mehr.", "Alte Gebäude bekämen ein neues Leben.",
                "Künstlerinnen und Künstler blieben in der Region.", "So kommen Alteingesessene und Neue zusammen.",
            ],
            measures: [
                "Kulturpass", "Bühnennetz", "Museumsverbund", "Musikpakt", "Industriekultur-Route", "Kulturknoten",
                "Atelierprogramm", "Festivalfonds",
            ]),
        InventedTopic(
            key: "ehrenamt", name: "Miteinander", description: "Vereine, Ehrenamt, Nachbarschaft und Ankommen.",
            question: "Was hilft denen, die sich für andere einsetzen?",
            goal: "Jede Gemeinde hat eine Anlaufstelle für Ehrenamt", color: "#b0561d", ministry: 5,
            things: [
                "ein Vereinshaus", "eine Ehrenamtskarte", "einen Nachbarschaftstreff", "eine Helferbörse",
                "einen Willkommensabend", "ein Sprachcafé", "eine Bürgerstiftung", "einen Mittagstisch",
                "ein Dorffest", "eine Kleiderkammer", "ein Kümmerbüro", "einen Vereinsbus",
            ],
            problems: [
                "Drei Vereine in {place} finden keinen Vorstand mehr.",
                "Neue Nachbarn in {place} kennen nach einem Jahr noch niemanden.",
                "Für ein Straßenfest in {place} braucht man {number} Genehmigungen.",
                "In {place} gibt es keinen Raum, der nichts kostet.",
                "Viele Ältere in {place} sind den ganzen Tag allein.",
                "Die Tafel in {place} muss Menschen abweisen.",
            ],
            gains: [
                "Wer hilft, fühlt sich dann nicht allein gelassen.", "Aus Fremden werden Nachbarn.",
                "Weniger Papier heißt mehr Zeit für Menschen.", "Das hält den Ort zusammen.",
            ],
            measures: [
                "Ehrenamtsbüro", "Vereinslotsen", "Nachbarschaftsfonds", "Ankommensnetz", "Treffpunkt-Programm",
                "Helferbörse", "Bürgerhaus-Verbund", "Entlastungspakt",
            ]),
        InventedTopic(
            key: "jugend", name: "Jugend und Sport", description: "Räume, Mitsprache und Bewegung für junge Leute.",
            question: "Was brauchen junge Leute, um gern hier zu leben?",
            goal: "Jugendliche entscheiden überall mit", color: "#0f7378", ministry: 3,
            things: [
                "einen Skatepark", "ein Jugendzentrum", "eine Kletterwand", "einen Bolzplatz", "ein Jugendbudget",
                "eine Sporthalle", "einen Jugendrat", "ein Hallenbad", "eine Pumptrack-Bahn", "einen Spielplatz",
                "ein Zeltlager", "eine Laufstrecke",
            ],
            problems: [
                "In {place} hängen Jugendliche an der Tankstelle herum, weil es sonst nichts gibt.",
                "Das Hallenbad von {place} ist geschlossen.",
                "Kinder aus {place} warten {number} Monate auf einen Schwimmkurs.",
                "Bei Entscheidungen in {place} fragt niemand die Jugend.",
                "Der Bolzplatz in {place} ist abends gesperrt.",
                "Rollstuhlfahrer kommen in {place} nicht in die Halle.",
            ],
            gains: [
                "Dann bleiben mehr von uns nach der Schule hier.", "Alle Kinder könnten schwimmen lernen.",
                "Wer mitentscheidet, passt auch besser darauf auf.", "Sport bringt alle zusammen.",
            ],
            measures: [
                "Jugendforum", "Bäderpakt", "Bewegungsräume", "Jugendfonds", "Sportstätten-Verbund", "Schwimmoffensive",
                "Spielplatzprogramm", "Mitsprachebüro",
            ]),
        InventedTopic(
            key: "sicherheit", name: "Sicher leben", description: "Feuerwehr, Vorsorge, Licht und sichere Wege.",
            question: "Wo fühlen sich Menschen unsicher, und was ändert das?",
            goal: "Jede Gemeinde ist auf Hochwasser und Stromausfall vorbereitet", color: "#5a5a5a", ministry: 4,
            things: [
                "eine Sirene", "ein Feuerwehrhaus", "eine Wegbeleuchtung", "einen Notfalltreffpunkt",
                "einen Nachtwanderer", "eine Tempo-30-Zone", "ein Pegelwarnsystem", "einen Erste-Hilfe-Kurs",
                "eine Einsatzübung", "einen Ordnungspartner", "ein Notstromgerät", "eine Querungshilfe",
            ],
            problems: [
                "Der Weg zum Bahnhof in {place} ist nachts stockdunkel.",
                "Beim letzten Hochwasser kam in {place} die Warnung zu spät.",
                "Die Feuerwehr von {place} ist am Tag nur mit {number} Leuten besetzt.",
                "Vor der Kita in {place} fahren die Autos viel zu schnell.",
                "Bei einem Stromausfall wüsste in {place} niemand, wohin.",
                "Die Unterführung in {place} meiden viele.",
            ],
            gains: [
                "Im Ernstfall wüssten alle, was zu tun ist.", "Eltern ließen ihre Kinder wieder allein gehen.",
                "Freiwillige hätten bessere Bedingungen.", "Angsträume verschwinden.",
            ],
            measures: [
                "Warnnetz", "Lichtkonzept", "Feuerwehrpakt", "Vorsorgeplan", "Hochwasserschutz", "Notfalltreffpunkte",
                "Sichere Wege", "Katastrophenschutz-Verbund",
            ]),
    ]
}
