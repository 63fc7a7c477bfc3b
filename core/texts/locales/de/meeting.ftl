# Wie Gruppen sich kennenlernen, die einander nicht kennen, und wen man nicht treffen möchte.
command-meet = Eine Gruppe kennenlernen, die ihr noch nicht kennt: über ein Thema oder ihren Namen
command-block = Sagen, mit wem du nicht zusammengebracht werden möchtest
argument-meet-what = Ein Thema oder der Name einer Gruppe, etwa: Nähmaschinen
argument-block-whom = Der Name einer Person oder Gruppe, der du begegnet bist
ask-meet-what = Worüber möchtest du mit einer anderen Gruppe sprechen? Ein Thema, etwa: Nähmaschinen. Oder der Name einer Gruppe.
ask-block-whom = Mit wem möchtest du nicht zusammengebracht werden? Schreib den Namen.
word-whom = wen, wer, person

messenger-called = { $name ->
    [telegram] Telegram
    [discord] Discord
    [matrix] Matrix
    [local] diese Seite
   *[other] { $name }
}

meet-as-whom = Für wen fragst du?
tap-meet-as = Für „{ $name }“
tap-meet-me = Nur für mich
meet-offer = Ich suche eine Gruppe, zu der „{ $topic }“ passt. Sie sieht eine Zeile von euch, wie viele ihr seid und in welchem Messenger; keine Namen.
meet-offer-wait = Ein Ja kommt sofort, alles andere nach 48 Stunden und ohne Grund.
tap-meet-ask = Fragen
meet-ask-line = Welche eine Zeile sollen sie lesen? Ohne Namen, Links und Nummern, bis 200 Zeichen.
meet-left = Dann nicht. /meet ist jederzeit da.
meet-asked = Wir möchten jemanden kennenlernen: { $topic }
meet-waiting = Gefragt. Ein Ja kommt sofort, alles andere bis { $by }.
meet-met = Beide Seiten haben Ja gesagt.
meet-not-now = Diesmal ist nichts daraus geworden.
meet-withdrawn = Zurückgenommen.
tap-take-back = Zurücknehmen
meet-nothing = Aus „{ $topic }“ ist diesmal nichts geworden. Das kann viele Gründe haben; ein anderes Thema oder dasselbe später ist willkommen.

meet-someone-asks = { $count ->
    [one] Jemand ({ $messenger }) möchte mit uns sprechen über: { $topic }
   *[other] Eine kleine Gruppe ({ $count } Leute, { $messenger }) möchte sprechen über: { $topic }
}
tap-meet-yes = Ja
tap-meet-no = Nein
tap-never-topic = Nie dieses Thema
tap-never-group = Nie diese Gruppe
meet-answer-agreed = Wir haben Ja gesagt.
meet-answer-blocked = Diesmal nicht. Niemand erfährt, wer das gesagt hat.
meet-answer-unsettled = Nicht alle haben geantwortet, darum ruht es.
meet-answer-withdrawn = Sie haben es zurückgenommen.
meet-no-noted = Notiert. Wer gefragt hat, erfährt weder dein Nein noch den Grund.
meet-never-topic-noted = Notiert. Dieses Thema kommt nicht wieder. /block zeigt es und nimmt es zurück.
meet-never-group-noted = Notiert. Sie kommen nicht wieder. /block zeigt es und nimmt es zurück.

meet-both-yes = Beide Seiten haben Ja gesagt. Da sind sie:
meet-card = { $count ->
    [one] Eine Person, { $messenger }
   *[other] { $count } Leute, { $messenger }
}
meet-card-person = { $messenger }
meet-card-seats = Sie bringen ein: { $seats }
meet-again = Wir kennen uns von früher.
meet-link-next = Zwischen uns ist jetzt eine Verbindung offen. Sie trägt nur, was jemand teilt, und jede Seite kann sie schließen.
meet-group-next = Wenn du dazugehören möchtest, frag um Aufnahme; dann werden alle dort gefragt.
meet-person-next = { $name } kann jetzt um Aufnahme bei uns bitten; vorher würden wir alle gefragt.

blocked = Du wirst nicht mehr mit „{ $name }“ zusammengebracht, auf keinem deiner Konten. Dort erfährt es niemand.
blocked-already = „{ $name }“ steht schon auf deiner Liste.
block-which = Wen meinst du?
tap-block-person = { $name } (Person)
tap-block-group = { $name } (Gruppe)
block-title = Mit diesen möchtest du nicht zusammengebracht werden:
block-unknown = Eine Gruppe, die am { $on } gefragt hat
block-topic = Das Thema „{ $topic }“
tap-block-lift = Aufheben: { $name }
block-lifted = Aufgehoben.
block-none = Auf deiner Liste steht niemand. Hinzufügen: { $prefix }block und der Name.
refused-block-unknown = Unter denen, die dir hier begegnet sind, heißt niemand „{ $name }“.
