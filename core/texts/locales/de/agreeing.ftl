# Vereinbarungen zwischen Gruppen, die sich kennengelernt haben.
command-agree = Mit einer bekannten Gruppe vereinbaren: was jede gibt, bis wann und wie lange
command-agreements = Die Vereinbarungen eurer Gruppe mit anderen lesen und bei Bedarf beenden
argument-agree-give = Was eure Gruppe gibt, etwa: eine reparierte Maschine im Monat
argument-agree-get = Was die andere Gruppe gibt, etwa: ein Abend an der Nähmaschine
argument-agree-by = Bis wann jede Gruppe es gibt, etwa: 1. Juni
argument-agree-ends = Bis wann es gilt, etwa: 1. Dezember
argument-agree-late = Was wir tun, wenn sich jemand verspätet, etwa: wir sagen es zwei Tage vorher
ask-agree-give = Was gibt unsere Gruppe? Zum Beispiel: eine reparierte Maschine im Monat
ask-agree-get = Und was gibt die andere Gruppe? Zum Beispiel: ein Abend an der Nähmaschine
ask-agree-by = Bis wann gibt jede Gruppe es? Zum Beispiel: 1. Juni, oder in zwei Wochen
ask-agree-ends = Bis wann soll es gelten? Zum Beispiel: 1. Dezember, oder in drei Monaten
ask-agree-late = Was tun wir, wenn sich jemand verspätet? Schreib „-“ für: wir sagen es einen Tag vorher.
word-give = geben, wir geben
word-get = bekommen, sie geben, wir bekommen
word-ends = gilt bis, ende, endet
word-late = verspätung, wenn es spät wird

agree-with-whom = Mit welcher Gruppe?
agree-ask-gives = Das gilt zwischen allen Gruppen auf unserer Verbindung. Was gibt { $name }? Schreib „-“, wenn von ihr nichts erwartet wird.
agree-one-ended = Unsere Vereinbarung mit { $names } ist vorbei: { $name } hat sie beendet. Das kann jede von uns jederzeit.
tap-agree-all = Wir alle: { $names }
tap-agree-as-written = Wie ich schrieb: { $words }
agree-title = Können wir mit dieser Vereinbarung mit { $name } leben? Text { $number }
agree-gone = Diese Vereinbarung ist vorbei.
agree-round-agreed = Wir stimmen alle zu.
agree-round-blocked = Jemand von uns kann damit nicht leben. Was vorher galt, gilt weiter.
agree-round-unsettled = Es war niemand mehr da, um zu antworten.
agree-round-withdrawn = Ein anderer Text steht an seiner Stelle, oder sie wurde beendet.
agree-stands = Unsere Vereinbarung mit { $name } · Text { $number }
agree-they-object = { $name } kann mit diesem Text nicht leben. Was vorher galt, gilt weiter; sprecht über die Verbindung, dann schlägt /agree einen anderen vor.
agree-gift-due = Wir haben mit { $name } vereinbart, bis { $by } zu geben: { $what }
agree-given = Gut. Über die Verbindung könnt ihr es ihnen sagen.
agree-later = Ich frage in zwei Tagen noch einmal. Wird es spät, sagt es ihnen über die Verbindung.
agree-review = Heute lesen wir unsere Vereinbarung mit { $name } wieder. Passt sie noch? /agree schlägt einen anderen Text vor.
agree-ran-out = Unsere Vereinbarung mit { $name } galt bis heute und ist nun vorbei. /agree beginnt eine neue.
agree-end-sure = Unsere Vereinbarung mit { $name } beenden? Sie endet sofort, und sie erfahren es.
agree-ended = Unsere Vereinbarung mit { $name } ist beendet.
agree-they-ended = { $name } hat unsere Vereinbarung beendet. Das ist jederzeit möglich.
agree-kept = Unsere Vereinbarung mit { $name } bleibt, wie sie ist.
agree-asked = { $parties ->
    [2] Mit { $name }: ein erster Text liegt beiden Gruppen vor.
   *[other] Mit { $name }: ein erster Text liegt allen { $parties } Gruppen vor.
}
agree-asked-anew = { $parties ->
    [2] Ein neuer Text liegt beiden Gruppen vor; bis alle zustimmen, gilt dieser.
   *[other] Ein neuer Text liegt allen { $parties } Gruppen vor; bis alle zustimmen, gilt dieser.
}
agree-none = Wir haben noch keine Vereinbarung mit einer anderen Gruppe. { $prefix }agree beginnt eine mit einer, die wir kennen.
tap-agree-end = Beenden
tap-agree-end-with = Beenden: { $name }
refused-not-linked = Eure Gruppe hat noch keine Verbindung zu einer anderen. { $prefix }meet beginnt eine.
refused-link-rests = Die Verbindung zwischen uns ruht. Sobald sie wieder offen ist, kann das hinüber.
refused-agree-order = Erst wird gegeben, dann endet die Vereinbarung. Bitte nenne ein späteres Ende.
