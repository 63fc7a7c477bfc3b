# Was ungefragt gesagt wird und was man damit tun kann.
we-said = Wir haben gesagt: „{ $line }“
comes-late = Das kommt spät, ich war eine Weile weg.
digest = Seit dem letzten Mal ist etwas zusammengekommen ({ $count }):
digest-late = Ich war eine Weile weg. Das hier kommt spät ({ $count }):
tap-open-number = { $number } öffnen
tap-change-clause = Die Zeile ändern
said-later = Ich sage es noch einmal, nach { $at }.
hushed = Davon fange ich nicht mehr an.
refused-answered = Das ist schon beantwortet, es bleibt nichts zu tun.
promise-ahead = Bis { $by } wolltest du das machen: „{ $what }“. Kommst du voran?
round-heard-until = { $heard } von { $all } haben gesprochen; die anderen haben Zeit bis { $by }
round-waits-for = Noch offen: { $what }
tap-remind-later = Später

# Wie man sagt, wann man in Ruhe gelassen werden will.
command-quiet = Sagen, wann ich dich oder diesen Chat in Ruhe lassen soll
command-stop = Mir nichts mehr ungefragt sagen
command-reminders = Sehen, was ich im letzten Monat ungefragt für eure Gruppe gesagt habe
command-weekly = Vier Zeilen pro Woche: was vereinbart ist, was ansteht, wer weg ist, was kommt
argument-quiet-when = Stunden, ein Tag oder ein Wort, etwa: 20-10, bis Montag, stopp, wie sonst
argument-weekly-when = Tag und Stunde, etwa: jeden Montag 9:00, oder stopp
ask-quiet-when = Wann soll ich dich in Ruhe lassen? Zum Beispiel: 20-10, oder bis Montag
ask-weekly-when = An welchem Tag und zu welcher Stunde? Zum Beispiel: jeden Montag 9:00
words-stop = stopp, stop, halt, genug, aufhören, hör auf, abbestellen
words-usual = wie sonst, wie immer, normal, wie vorher, an
quiet-how = Du kannst Stunden oder einen Tag auch gleich hinter den Befehl schreiben, etwa: 20-10, oder bis Montag.
quiet-for-whom = Nur für dich oder für alle in diesem Chat?
quiet-usual = Ungefragt sage ich wenig, und zwischen 22:00 und 8:00 nichts.
quiet-hours = Ungefragt sage ich zwischen { $begin } und { $end } nichts, und nachts auch nicht.
quiet-until = Ungefragt sage ich nichts bis { $until }.
quiet-stopped = Ungefragt sage ich nichts mehr. Worum du bittest, das bekommst du weiterhin.
tap-quiet-day = Bis morgen
tap-quiet-week = Eine Woche lang
tap-quiet-stop = Gar nichts ungefragt
tap-quiet-usual = Wie sonst
refused-quiet-always = Diese Stunden lassen zu keiner Tageszeit etwas übrig. Meinst du „stopp“, oder kürzere Zeiten?

# Jemand ist still, oder alle sind es.
ghost-ask = Wir haben in „{ $name }“ eine Weile nichts von dir gehört. Bist du noch dabei?
ghost-here = Schön, dass du da bist. Dein Platz in „{ $name }“ gehört dir.
ghost-free = Dein Platz in „{ $name }“ ist wieder offen, da wir nichts von dir hörten. Solange er frei ist, holst du ihn mit einem Tippen zurück.
tap-still-here = Ich bin noch da
tap-away = Ich bin eine Weile weg
tap-come-back = Ich komme zurück
seat-open = Bei uns ist wieder ein Platz offen: { $seat }
seat-open-plain = Bei uns ist wieder ein Platz offen.
is-back-seat = { $name } ist wieder da und bringt mit: { $seat }.
is-back = { $name } ist wieder da.
refused-seat-taken = Dein Platz in „{ $name }“ ist inzwischen besetzt. Auf der Karte kannst du um Aufnahme bitten.
group-silent = { $days ->
    [one] In „{ $name }“ ist es seit einem Tag still. Wie machen wir weiter? Ohne Antwort schlafen wir, und jedes Wort weckt uns.
   *[other] In „{ $name }“ ist es seit { $days } Tagen still. Wie machen wir weiter? Ohne Antwort schlafen wir, und jedes Wort weckt uns.
}
tap-group-go-on = Wir machen weiter
tap-group-sleep = Schlafen
tap-group-close = Schließen und die Aufzeichnungen behalten
we-go-on = Wir machen weiter. Gut.
group-sleeps = „{ $name }“ schläft jetzt. Niemand wird an etwas erinnert; jedes Wort von uns weckt sie.
group-awake = „{ $name }“ ist wieder wach.
group-closing = „{ $name }“ schließt in einer Woche und behält ihre Aufzeichnungen, außer jemand von uns möchte weitermachen.
group-closed = „{ $name }“ ist geschlossen. Was wir vereinbart und getan haben, bleibt unser.

# Was für eine Gruppe gesagt wurde.
reminders-head = Im letzten Monat ungefragt für „{ $name }“ gesagt:
reminders-none = Im letzten Monat habe ich für „{ $name }“ nichts ungefragt gesagt.
reminders-more = Und { $count } weitere.
reminders-line = { $what } · einzeln: { $people } · in Räumen: { $rooms }
reminders-line-clause = { $what } · einzeln: { $people } · in Räumen: { $rooms } · wegen „{ $line }“
thing-promise = Ein Versprechen
thing-round = Eine Stimme, die fehlte
thing-review = Den Vertrag wieder lesen
thing-ghost = Ob jemand noch dabei ist
thing-silent = Ob wir weitermachen
thing-seat = Ein Platz, der frei wurde
thing-open-seat = Ein Platz, der frei wurde, an alle
thing-pause = Das Ende einer Pause
thing-weekly = Die Wochennotiz
thing-other = Etwas anderes
tap-less = Weniger
tap-stop = Aufhören
tap-as-before = Wie vorher
wish-less = Ab jetzt sage ich in unserem Namen alles höchstens einmal.
wish-stopped = Ab jetzt sage ich in unserem Namen nichts mehr ungefragt.
wish-usual = Ich erinnere uns wie vorher.

# Die Wochennotiz.
weekly-begins = Einmal pro Woche kommen vier Zeilen, zuerst am { $at }.
weekly-ends = Es gibt keine Wochennotizen mehr.
weekly-agreed = Diese Woche vereinbart: { $what }
weekly-agreed-none = Diese Woche wurde nichts Neues vereinbart.
weekly-due = Steht in den nächsten Tagen an: { $what }
weekly-due-none = In den nächsten Tagen steht nichts an.
weekly-away = { $count ->
    [0] Niemand ist weg.
    [one] Jemand von uns ist weg.
   *[other] { $count } von uns sind weg.
}
weekly-next = Nächster Termin: { $at }
weekly-next-none = Es gibt noch keinen nächsten Termin.
tap-no-weekly = Keine Wochennotizen mehr
