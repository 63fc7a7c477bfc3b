# Die Gruppe: ihr Zuhause, wer dabei ist, Kommen und Gehen.
home-welcome = Hier ist „{ $name }“ zu Hause. { $count } von euch haben einen Schlüssel, und niemand hat das Sagen.
home-private = „{ $name }“ hat hier keinen eigenen Raum und lebt deshalb in privaten Nachrichten: Was ihr entscheidet, versprecht und vereinbart, erreicht dort jeden von euch.
home-key = Dein Schlüssel zu „{ $name }“, nur für dich: { $link }
home-make = Jemand von euch richtet den Raum für „{ $name }“ ein, zweimal tippen genügt: { $link }
group-title = { $name } · { $count ->
    [one] 1 Person
   *[other] { $count } Leute
}
group-open-seats = Freie Plätze: { $seats }
group-open-round = Wird entschieden: { $what } · { $missing ->
    [one] 1 Stimme fehlt
   *[other] { $missing } Stimmen fehlen
}
group-review = Wir lesen unsere Vereinbarung wieder am { $on }
which-group = Um welche Gruppe geht es?
knock = „{ $name }“ ist eine Gruppe von { $count }. Das haben sie vereinbart:
knock-accept = Wenn du damit leben kannst, sag, was du einbringst. Dann frage ich sie.
knocked = Ich habe „{ $name }“ gefragt. Alle dort haben eine Stimme, es kann also ein, zwei Tage dauern.
you-are-in = Du bist in „{ $name }“. Willkommen. /group zeigt, wer was einbringt.
newcomer = { $name } ist dabei und bringt ein: { $seat }. Willkommen.
not-this-time = „{ $name }“ nimmt diesmal niemanden auf. Mit /propose kann sich um dieselbe Idee eine neue Gruppe finden.
leave-sure = „{ $name }“ verlassen? Du brauchst keinen Grund und keine Erlaubnis.
tap-leave = Gehen
tap-stay = Bleiben
stayed = Schön, dass du bleibst.
left = Du hast „{ $name }“ verlassen. Danke für das, was du eingebracht hast.
member-left = { $name } ist gegangen. Alles Gute.
member-left-seat = { $name } ist gegangen. Alles Gute. Der Platz „{ $seat }“ ist frei.
thin = { $count ->
    [one] Nur du bist noch da. Du kannst mit /propose Leute suchen oder die Sache ruhen lassen.
   *[other] Ihr seid noch { $count }, weniger, als eine Gruppe braucht. Ihr könnt über die Karte Leute hereinlassen oder die Sache ruhen lassen.
}
