# Was Menschen von sich sagen, suchen und finden.
command-me = Sag mir, was dir liegt, was du einbringst und wann du kannst, damit Passendes zu dir findet
command-seek = Von mir hören, sobald eine ganze Gruppe oder ein freier Platz zu dir passt
command-find = Die freien Plätze sehen, die am besten zu dir passen, aus allen Chats
argument-me-topics = Was dir am Herzen liegt, etwa: Garten, Schach
argument-me-bring = Was du einbringen könntest, etwa: Nähen, ein Transporter, Geduld
argument-me-languages = Welche Sprachen du sprichst, etwa: Deutsch, Ukrainisch
argument-me-hours = Wann du meistens kannst, etwa: werktags abends, Sa 10-14
argument-me-zone = Deine nächste große Stadt oder Zeitzone, etwa: Europe/Berlin
argument-seek-topic = Worum es gehen soll, etwa: Garten
argument-find-topic = Worum es gehen soll, etwa: Garten
ask-me-topics = Was liegt dir am Herzen? Zum Beispiel: Garten, Schach. Jede dieser Fragen kannst du auslassen.
ask-me-bring = Was könntest du in eine Gruppe einbringen? Zum Beispiel: Nähen, ein Transporter, Geduld
ask-me-languages = Welche Sprachen sprichst du? Zum Beispiel: Deutsch, Ukrainisch
ask-me-hours = Wann kannst du meistens? Zum Beispiel: werktags abends, oder Sa 10-14
ask-me-zone = Welche große Stadt hat deine Zeit? Zum Beispiel: Europe/Berlin
ask-seek-topic = Worum soll es gehen? Zum Beispiel: Garten
ask-find-topic = Worum soll es gehen? Zum Beispiel: Garten
word-topic = thema, worum
word-bring = einbringen, bringe, ich bringe, kann
word-languages = sprachen, spreche, ich spreche
word-hours = stunden, zeiten, wann ich kann

hours-unclear = Diese Stunden konnte ich nicht lesen. Schreib etwa „werktags abends“, „Sa 10-14“ oder „Mo und Mi ab 18“.
tongue-unclear = Die Sprache „{ $name }“ kenne ich nicht. Schreib etwa „Deutsch, Ukrainisch“.
tongues-many = { $most } Sprachen passen hinein. Nenn bitte die, die du am besten sprichst.

# Ich
me-title = Was ich über dich weiß
me-topics = Dir liegt am Herzen: { $topics }
me-no-topics = Du hast keine Themen genannt.
me-brings = Du bringst ein: { $brings }
me-no-brings = Du hast nicht gesagt, was du einbringst.
me-languages = Du sprichst: { $languages }
me-no-languages = Du hast keine Sprachen genannt, darum gilt die, in der wir reden: { $languages }
me-hours = Du kannst: { $hours }
me-no-hours = Du hast keine Stunden genannt, darum nehme ich an, dass jede gehen könnte.
me-zone = Deine Zeitzone: { $zone }
me-note = Nur was du hier sagst, zählt. Aus dem, was du in Chats schreibst, lerne ich nichts.
me-dropped = Vergessen. Fang neu an, wann immer du magst.
tap-me-topics = Themen
tap-me-bring = Was ich einbringe
tap-me-languages = Sprachen
tap-me-hours = Stunden
tap-me-zone = Zeitzone
tap-me-drop = Alles hier vergessen
tap-skip = Auslassen
tap-weekday-evenings = Werktags abends
tap-weekends = Am Wochenende
tap-any-time = Jederzeit
hours-of-days = { $days } { $hours }
days-through = { $first }–{ $last }
day-1 = Mo
day-2 = Di
day-3 = Mi
day-4 = Do
day-5 = Fr
day-6 = Sa
day-7 = So
week-row = { $blocks } { $day }

# Suchen
seek-not-here = Um Gruppen zu bilden, ist hier etwas nicht installiert. /find zeigt dir inzwischen freie Plätze.
seek-none = Du suchst gerade nichts. /seek fängt an.
seek-what = Worum soll es gehen? Wähl etwas, oder schreib es in deinen Worten.
seek-begun = Ich halte für dich die Augen offen: { $topic }. Sobald etwas passt, frage ich dich allein.
seek-begun-any = Ich halte die Augen offen, wo gebraucht wird, was du einbringst. Sobald etwas passt, frage ich dich allein.
seek-until = Ich suche bis { $until }, oder bis du es beendest.
seek-more = Je mehr ich weiß, desto besser passt es: { $prefix }me stellt fünf kurze Fragen.
seek-runs = Du suchst: { $topic }.
seek-runs-any = Du suchst, wo gebraucht wird, was du einbringst.
seek-stopped = Ich suche nicht mehr. Was du über dich gesagt hast, bleibt, bis du es mit /me änderst.
seek-week = { $count ->
    [0] Eine Woche ist um, und gerade sucht sonst niemand. Ein Vorschlag von dir könnte der Anfang sein.
    [one] Eine Woche ist um, und noch passt nichts zu dir. Eine weitere Person sucht. Ein Vorschlag von dir könnte der Anfang sein.
   *[other] Eine Woche ist um, und noch passt nichts zu dir. { $count } andere suchen. Ein Vorschlag von dir könnte der Anfang sein.
}
seek-ending = Ich suche für dich bis { $until }. Soll ich noch 30 Tage weitersuchen?
tap-seek-any = Wo ich gebraucht werde
tap-seek-stop = Nicht mehr suchen
tap-seek-propose = Ich schlage etwas vor
tap-seek-longer = Noch 30 Tage

# Gefragt werden
offer-new = { $count ->
    [one] Du und eine weitere Person könntet eine Gruppe beginnen: { $title }
   *[other] Du und { $count } andere könntet eine Gruppe beginnen: { $title }
}
offer-seat = { $count ->
    [one] „{ $title }“ könnte dich brauchen. Eine Person ist dabei.
   *[other] „{ $title }“ könnte dich brauchen. { $count } sind dabei.
}
offer-you-bring = Du brächtest ein: { $seat }
offer-others-bring = Die anderen bringen ein: { $seats }
hours-open = Noch hat niemand Stunden genannt; ihr findet welche, die allen passen.
hours-common = { $count ->
    [one] Eine Stunde in der Woche passt allen: { $hours }
   *[other] { $count } Stunden in der Woche passen allen: { $hours }
}
offer-why = Warum du: { $why }
offer-again = Einige von euch sind sich neulich schon begegnet. Anderes passte diesmal nicht.
offer-no-names = Namen kommen, sobald genug von euch Ja gesagt haben. Wer Nein sagt, erfährt niemand.
offer-seat-next = Mit deinem Ja hast du den Platz. Aufstehen kannst du jederzeit.
tap-offer-yes = Ja
tap-offer-later = Jetzt nicht
tap-offer-never = Das nicht
offer-heard = Gut. Ich sage dir Bescheid, sobald genug zu „{ $title }“ Ja gesagt haben.
offer-declined = In Ordnung. Niemand erfährt davon, und ich suche weiter.
offer-fell = „{ $title }“ kam diesmal nicht zusammen. Ich suche weiter für dich.
offer-formed = „{ $title }“ beginnt. Ihr seid: { $names }

# Warum es passt
why-covers = gebraucht wird: { $seat }
why-completes = mit dir ist es komplett, { $count } Menschen
why-same-topic = es ist genau dein Thema
why-near-topic = es ist nah an deinem Thema
why-language = gemeinsame Sprache: { $languages }
why-waited = { $days ->
    [one] du wartest seit einem Tag
   *[other] du wartest seit { $days } Tagen
}
why-hours = { $count ->
    [one] eine Stunde in der Woche passt allen
   *[other] { $count } Stunden in der Woche passen allen
}

# Finden
find-title = Freie Plätze: { $topic }
find-title-any = Freie Plätze, die zu dir passen
find-why = Passt: { $why }
find-none-about = Zu „{ $topic }“ ist gerade nichts offen, das zu deinen Angaben passt. Soll ich Bescheid sagen, wenn etwas kommt?
find-none = Gerade passt kein freier Platz zu dir. Soll ich Bescheid sagen, wenn einer kommt?
find-no-more = Das war vorerst alles.
find-group = { $title } · eine Gruppe von { $count } · es fehlt: { $seats }
find-missing = { $title } · { $count } von { $fewest }–{ $most } Menschen · es fehlt: { $seats }
find-anything = { $title } · { $count } von { $fewest }–{ $most } Menschen · alles ist willkommen
tap-find-more = Mehr
tap-find-seek = Ja, halt Ausschau für mich
tap-find-knock = Anfragen: { $title }
tap-find-bring = Ich bringe { $seat }: { $title }
tap-find-join = Mitmachen: { $title }
