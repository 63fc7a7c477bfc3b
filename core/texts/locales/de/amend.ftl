# Änderungen, Versionen, Pausen.
command-amend = Eine Zeile eurer Vereinbarung ändern, hinzufügen oder streichen
command-versions = Alle Versionen eurer Vereinbarung lesen, und wer wann zugestimmt hat
argument-versions-number = Welche Version, zum Beispiel: 2
ask-versions-number = Welche Version möchtest du lesen? Zum Beispiel: 2
word-number = nummer, version
command-pause = Sagen, dass du eine Weile weg bist: Niemand wartet auf dich oder erinnert dich
argument-pause-until = Bis wann, zum Beispiel: 20. Mai, in zwei Wochen
ask-pause-until = Bis wann bist du weg? Zum Beispiel: 20. Mai, oder in zwei Wochen
word-until = bis, weg
draft-binds = Würde gelten für { $names }. Bis alle zugestimmt haben, gilt die alte Version.
tap-drop-line = Eine Zeile streichen
which-line-drop = Welche Zeile darf gehen?
amendment-asked = { $count ->
    [one] Ich habe gefragt, wer da ist. Bis dahin gilt die alte Version.
   *[other] Ich habe alle { $count } gefragt, die da sind; sie haben { $days ->
        [one] einen Tag
       *[other] { $days } Tage
    } Zeit. Bis dahin gilt die alte Version.
}
amendment-blocked = Jemand kann mit dieser Änderung nicht leben. Version { $number } gilt weiter.
amendment-again = Was helfen würde, steht unter deiner Änderung. Möchtest du es mit anderen Worten versuchen?
tap-amend-again = Andere Worte versuchen
tap-line-rhythm = Wie oft wir uns treffen
tap-line-quiet-hours = Ruhezeiten
tap-line-sleep-limit = Wenn jemand still ist
tap-line-quorum = Wie viele gesprochen haben müssen
tap-line-silence-fine = Was Schweigen bedeutet
tap-line-when-blocked = Wenn es nicht weitergeht
tap-line-joining = Wie jemand dazukommt
tap-line-introductions = Wie wir vorgestellt werden
tap-line-licence = Lizenz unserer Werke
ask-line-rhythm = Wie oft trefft ihr euch? Zum Beispiel: jeden Dienstag 19:00, oder am ersten Montag im Monat um 18:30
ask-line-quiet-hours = Von wann bis wann soll niemand gestört werden? Zum Beispiel: 21:00 bis 9:00
ask-line-sleep-limit = Nach wie vielen stillen Tagen soll jemand freundlich gefragt werden? Zum Beispiel: 30 Tage
ask-line-quorum = Wie viele von euch müssen gesprochen haben, bevor etwas gilt? Zum Beispiel: 3 von uns
ask-line-silence-fine = Ohne eine Zeile dazu ist Schweigen nie ein Ja. Ihr könnt euch einigen, dass es bei Entscheidungen eines ist:
ask-line-when-blocked = Was geschieht, wenn etwas nach zwei Änderungen noch jemandem schadet?
ask-line-joining = Was kommt zuerst, bevor ihr alle gefragt werdet?
ask-line-introductions = Ohne eine Zeile dazu müssen alle Anwesenden Ja sagen. Ein Nein genügt immer. Ihr könnt euch einigen:
ask-line-licence = Unter welcher Lizenz dürfen andere nutzen, was ihr schafft?
tap-silence-fine-0 = Schweigen passt, bei Entscheidungen
tap-joining-0 = Nichts außer unserer Zustimmung
tap-joining-1 = Ein Gespräch
tap-joining-2 = Ein Besuch
tap-introductions-0 = Das Ja von allen
tap-introductions-1 = Schweigen passt, wenn jemand Ja sagt
tap-introductions-2 = Fragt uns nicht
tap-when-blocked-0 = Es ruht sechs Wochen
tap-when-blocked-1 = Wir probieren es vier Wochen
tap-when-blocked-2 = Wir werden zwei Gruppen
tap-so-it-is = Genau so
tap-say-differently = Anders sagen
rhythm-dates = Die nächsten drei wären { $dates }. Ist es so gemeint?
refused-rhythm = Ich brauche Tag und Uhrzeit, etwa „jeden Dienstag 19:00“ oder „am ersten Montag im Monat um 18:30“.
refused-line-number = Diese Zeile braucht eine Zahl von { $least } bis { $most }.
refused-line-hours = Diese Zeile braucht zwei Uhrzeiten, etwa „21:00 bis 9:00“.
refused-spoken = Du hast in dieser Runde gesprochen. Jede Stimme wird einmal gehört.
changed-meanwhile = Während du weg warst, haben sich die anderen auf Version { $number } unserer Vereinbarung geeinigt. Das ist der Unterschied:
tap-live-with-it = Damit kann ich leben
tap-reopen = Neu fragen
version-accepted = Gut. Version { $number } von „{ $name }“ hat nun auch dein Wort.
reopened = Die Frage ist wieder offen, für alle. Bis sie geklärt ist, gilt Version { $number }.
refused-newer-version = Inzwischen gibt es eine neuere Version. /versions zeigt sie.
version-title = Version { $number } · { $place } von { $all }
version-changed = Was sich damit änderte:
version-accepted-by = Später auch { $name }, am { $on }
tap-earlier = Frühere Version
tap-later = Spätere Version
group-next-dates = Die nächsten Termine: { $dates }
group-away = { $name } ist bis { $until } weg
tap-back = Ich bin wieder da
pause-begun = Du bist bis { $until } weg von „{ $name }“. Niemand wartet auf dich, und ich erinnere dich nicht. Dein Platz bleibt deiner.
pause-told = { $name } ist bis { $until } weg. Mit Fragen warten wir so lange nicht.
back-told = { $name } ist wieder da.
pause-promises = { $count ->
    [one] Etwas, das du zugesagt hast, wird in dieser Zeit fällig. Es kann auf dich warten, oder jemand übernimmt es.
   *[other] { $count } Dinge, die du zugesagt hast, werden in dieser Zeit fällig. Sie können warten, oder jemand übernimmt sie.
}
tap-hand-over = Kann jemand „{ $what }“ übernehmen?
welcome-back = Willkommen zurück bei „{ $name }“.
refused-not-away = Du bist schon da.
