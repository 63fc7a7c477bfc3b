# Konsentrunden und Entscheidungen.
decide-title = Können wir damit leben? { $what }
entry-title = { $name } möchte dazukommen und bringt ein: { $seat }. Können wir damit leben?
round-heard = { $heard } von { $all } haben gesprochen
round-agreed = { $worried ->
    [0] Einverstanden: { $fine } ohne Bedenken
    [one] Einverstanden: { $fine } ohne, eine Person mit Bedenken
   *[other] Einverstanden: { $fine } ohne, { $worried } mit Bedenken
}
round-blocked = Jemand kann damit nicht leben.
round-unsettled = Es war niemand mehr da, um zu antworten.
round-withdrawn = Zurückgezogen.
told-worry = Ein Bedenken: { $words }
told-block = Schaden nähme: { $harmed } · Helfen würde: { $help }
tap-fine = Passt
tap-worry = Passt, mit Bedenken
tap-block = Damit kann ich nicht leben
ask-worry = Was ist dein Bedenken? Es wird neben der Entscheidung stehen.
ask-harmed = Was nähme Schaden?
ask-help = Und was würde helfen?
round-remind = „{ $name }“ wartet auf deine Stimme, niemand spricht für dich:
round-waits = { $missing ->
    [one] Eine Stimme fehlt noch, darum bleibt das offen. Schweigen ist kein Ja.
   *[other] { $missing } Stimmen fehlen noch, darum bleibt das offen. Schweigen ist kein Ja.
}
decided = Entschieden: { $what }
decision-blocked = Jemand kann mit „{ $what }“ nicht leben. Warum, steht darunter. Was möchtest du tun?
decision-postponed = „{ $what }“ wurde zweimal geändert und schadet immer noch jemandem. Wir lassen es ruhen, bis wir unsere Vereinbarung wieder lesen.
decision-withdrawn = „{ $what }“ ist zurückgezogen.
decision-talk = Reden wir über „{ $what }“, bevor wir entscheiden. Es eilt nicht.
ask-revision = Wie wäre „{ $what }“ besser?
tap-revise = Ändern
tap-withdraw = Zurückziehen
tap-talk-first = Erst reden
