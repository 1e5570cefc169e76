// SPDX-License-Identifier: EUPL-1.2

/// Sentences that fit every topic of a generated programme.
enum InventedSentences {
    /// `{thing}` is the bare name of a thing.
    static let ideaTitles = [
        "{thing} für {place}", "{thing} in {place}", "{thing} auch in {place}", "Mehr Mut in {place}: {thing}",
        "{place} wünscht sich: {thing}", "{thing} zwischen {place} und {district}",
    ]
    /// `{thing}` is in the accusative.
    static let wishes = [
        "Ich wünsche mir für {place} {thing}.", "Deshalb brauchen wir {thing}.",
        "Mein Vorschlag: Probiert in {place} für ein Jahr {thing} aus.",
        "Gebt uns {thing}, den Rest machen wir selbst.",
        "Andere Orte im Kreis {district} haben das längst. Warum nicht auch hier {thing}?",
        "Mit wenig Geld könnte man {thing} einrichten.",
    ]
    static let offers = [
        "Ich würde selbst mithelfen.", "Unser Verein könnte das betreuen.", "Ein Grundstück dafür gäbe es schon.",
        "Bitte redet vorher mit den Leuten am Ort.", "Wichtig ist mir, dass es ohne Stufen erreichbar ist.",
        "Am besten fängt man klein an.", "Dafür würden auch einige von uns spenden.",
    ]
    static let authors = [
        "Schülerin", "Rentner", "Pflegekraft", "Vater von drei Kindern", "Auszubildende", "Studentin", "Landwirt",
        "Verkäuferin", "Vereinsvorstand", "Busfahrer", "Lehrerin", "Handwerksmeister", "Alleinerziehende",
        "Ingenieurin",
    ]
    static let remarkOpenings = [
        "Gute Idee!", "Das sehe ich anders.", "Bei uns in {place} ist es genauso.", "Danke für den Vorschlag.",
        "Ich habe eine Frage dazu.", "Endlich sagt es jemand.", "Grundsätzlich ja, aber nicht so.",
        "Als Anwohnerin kann ich das bestätigen.", "Das wurde schon einmal versucht.", "Unterstütze ich voll.",
    ]
    static let remarkMiddles = [
        "Wer bezahlt den Betrieb nach den ersten zwei Jahren?",
        "{subject} allein reicht nicht, es braucht auch Personal.",
        "In {place} gab es das früher, und es war immer voll.", "Man sollte erst fragen, wie viele es nutzen würden.",
        "Bitte denkt auch an Menschen mit Rollator.", "Im Kreis {district} gibt es dafür schon Fördergeld.",
        "Mit {number} Leuten haben wir das im Verein besprochen.", "Der Standort müsste noch einmal geprüft werden.",
        "Meine Kinder würden sich sehr freuen.", "Für kleine Orte wie {place} ist das zu groß gedacht.",
        "Ohne guten Anschluss kommt niemand hin.", "Das ließe sich mit der Schule verbinden.",
    ]
    static let remarkClosings = [
        "Ich bin gespannt.", "Bitte dranbleiben!", "Dann wäre ich dabei.", "So wird ein Schuh daraus.",
        "Gibt es dazu schon eine Antwort?", "Das müsste man einmal durchrechnen.", "Viele Grüße aus {place}.",
    ]
    static let hiddenReasons = ["Persönlicher Angriff", "Werbung", "Angaben über andere Menschen", "Doppelt geschickt"]

    static let declined = [
        "Dafür ist die Gemeinde zuständig, und sie hat anders entschieden.",
        "Die Kosten stehen in keinem guten Verhältnis zum Nutzen; wir haben es durchgerechnet.",
        "Das Land darf hier nach geltendem Recht nicht fördern.",
        "Im Forum fand sich dafür keine Mehrheit. Die Gründe stehen in der Niederschrift.",
    ]
    static let takenUp = [
        "Ihre Idee ist Teil des Vorschlags „{thing}“ geworden. Über ihn wird als Nächstes beraten.",
        "Das Forum hat Ihre Idee aufgenommen. Sie steht jetzt im Vorschlag „{thing}“.",
    ]
    static let partly = [
        "Ein Teil Ihrer Idee steht im Vorschlag „{thing}“. Der Rest wäre derzeit nicht zu bezahlen.",
        "Wir haben den Gedanken in „{thing}“ übernommen, aber an einem anderen Ort.",
    ]
    static let merged = [
        "Ihre Idee passt zu einer früheren. Wir haben beide zusammengeführt, damit nichts doppelt bearbeitet wird."
    ]
    static let passedOn = [
        "Zuständig ist die Gemeinde {place}. Wir haben Ihre Idee dorthin gegeben und fragen nach.",
        "Das gehört zur Planung des Kreises {district}. Ihre Idee liegt dort vor.",
    ]
}
