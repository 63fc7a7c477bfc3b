# Die Karte eines Vorschlags, Platz nehmen, anfangen.
own-words = { $words }
card-missing = { $count } von { $fewest }–{ $most } Leuten · es fehlt: { $seats }
card-complete = { $count } von { $fewest }–{ $most } Leuten
card-formed = Daraus ist eine Gruppe von { $count } geworden.
card-formed-missing = Daraus ist eine Gruppe von { $count } geworden · es fehlt: { $seats }
card-closed = Das ist beendet. Danke an alle, die hereingeschaut haben.
card-brings = { $name }: { $seat }
card-idea = { $name }: hatte die Idee
card-until = Offen bis { $by }
card-topics = Themen: { $topics }
card-waiting = { $count ->
    [one] Eine Person wartet noch.
   *[other] { $count } Leute warten noch.
}
tap-bring = Ich bringe ein: { $seat }
tap-taken = { $seat } · vergeben, ich warte
tap-bring-else = Ich bringe etwas anderes ein
tap-not-now = Jetzt nicht
tap-start = Anfangen
tap-wait-for-more = Auf mehr warten
tap-ready = Ja, fangen wir an
tap-step-out = Ich steige aus
tap-ask-to-join = Um Aufnahme bitten
tap-wait = Auf die Warteliste
tap-join-that = „{ $what }“ ansehen
tap-post-anyway = Meins trotzdem vorschlagen
similar-open = { $count ->
    [one] So etwas wie „{ $what }“ gibt es schon. Schau kurz hinein, bevor zwei kleine Dinge nebeneinander laufen:
   *[other] Einiges wie „{ $what }“ gibt es schon. Schau kurz hinein, bevor kleine Dinge nebeneinander laufen:
}
ask-bring = Was bringst du bei „{ $what }“ ein? Ein, zwei Worte genügen.
enough = Ihr seid { $count } für „{ $what }“, das reicht zum Anfangen.
start-now = „{ $what }“ könnte jetzt mit { $count } Leuten anfangen. Wollen wir?
start-again = Bei „{ $what }“ fehlt noch deine Antwort. Fangen wir an?
ready-heard = { $missing ->
    [one] Gut. Eine Antwort fehlt noch.
   *[other] Gut. { $missing } Antworten fehlen noch.
}
we-wait = „{ $what }“ wartet auf mehr Leute. Jemand, der dabei ist, hätte lieber erst mehr.
too-few-to-start = „{ $what }“ fängt noch nicht an: Jetzt sind zu wenige dabei. Welche Plätze frei sind, steht auf der Karte.
seat-freed = „{ $what }“ wollte anfangen und hatte keine Antwort von dir, darum ist dein Platz wieder frei. Einmal tippen auf der Karte holt ihn zurück, solange er frei ist.
room-again = Es ist wieder Platz: „{ $what }“.
you-wait = Bei „{ $what }“ ist dort gerade besetzt. Du stehst auf der Warteliste und hörst es zuerst, wenn etwas frei wird.
you-wait-full = „{ $name }“ hat { $most } Leute, mehr fasst eine kleine Gruppe nicht. Du stehst auf der Warteliste.
you-wait-forming = „{ $name }“ vereinbart gerade noch, wie man zusammenarbeitet. Du stehst auf der Warteliste.
toast-in = Du bist dabei.
toast-seated = Du bist dabei: { $seat }.
toast-already = Du bist schon dabei.
toast-not-now = In Ordnung, jetzt nicht.
toast-ready = Ich frage alle, die dabei sind.
toast-wait = In Ordnung, wir warten auf mehr.
toast-heard = Gehört.
toast-opened = Ich habe dir privat geschrieben.
deadline-too-few = { $count ->
    [one] Die Zeit für „{ $what }“ ist um. Eine Person ist dabei, es braucht { $fewest }.
   *[other] Die Zeit für „{ $what }“ ist um. { $count } Leute sind dabei, es braucht { $fewest }.
}
deadline-enough = Die Zeit für „{ $what }“ ist um, und { $count } Leute sind dabei: genug zum Anfangen.
tap-two-more-weeks = Zwei Wochen länger
tap-close = Beenden
longer = „{ $what }“ bleibt offen bis { $by }.
closing = „{ $what }“ endet morgen, wenn niemand von denen, die dabei sind, weitermachen will.
