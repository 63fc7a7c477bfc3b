# Runden, die zuhören, und was auf eine Entscheidung folgt.
command-round = Der Gruppe eine Frage stellen und jede Stimme einmal hören
argument-round-what = Die Frage, zum Beispiel: Was probieren wir als Nächstes?
ask-round-what = Was möchtest du alle fragen? Zum Beispiel: Was probieren wir als Nächstes?
argument-decide-kind = Wie: im Konsens, nach Rat, oder nur ein Stimmungsbild
ask-decide-kind = Wie soll gefragt werden? Konsens: Es gilt, wenn es niemandem schadet. Rat: Du hörst alle und entscheidest dann selbst. Stimmungsbild: nur wie es sich anfühlt, nichts wird entschieden.
word-kind = art, wie
choice-consent = Konsens
choice-advice = Rat
choice-sense = Stimmungsbild
meaning-decision = Passt: Es schadet nichts. Mit Bedenken: Es kann weitergehen, das Bedenken steht daneben. Damit kann ich nicht leben: Es würde etwas schaden, und ich sage, was helfen würde.
meaning-sense = Nur wie es sich anfühlt. Entschieden wird damit nichts.
meaning-advice = Wer fragt, hört jeden Rat, entscheidet und sagt es uns.
meaning-voices = Jede Stimme einmal. Was wir sagen, steht gemeinsam da, wenn alle gesprochen haben oder die Zeit um ist.
meaning-concern = Es geht um etwas, das geschehen ist, nicht darum, wer recht hat. Sag, was du gesehen hast und was helfen würde.
sense-title = Wie fühlt sich das an? { $what }
advice-title = { $name } bittet um Rat: { $what }
voices-title = Jede Stimme einmal: { $what }
concern-title = Etwas bedrückt jemanden von uns: { $what }
concern-title-named = { $name } bedrückt etwas: { $what }
voices-order = Wenn wir der Reihe nach sprechen, dann so, ausgelost: { $names }
voice-said = { $name }: { $words }
sense-unsure-because = Unsicher: { $words }
sense-no-because = Fühlt sich nicht gut an: { $words }
sense-sum = Fühlt sich gut an: { $fine } · unsicher: { $unsure } · nicht: { $against }. Nichts ist entschieden.
voices-sum = { $heard } von { $all } haben gesprochen.
round-quiet = Diesmal hat niemand gesprochen.
round-tried = Wir probieren es, wie unsere Vereinbarung sagt.
tap-sense-yes = Fühlt sich gut an
tap-sense-unsure = Bin unsicher
tap-sense-no = Fühlt sich nicht gut an
tap-speak-advice = Ich habe einen Rat
tap-speak-voices = Ich spreche
tap-speak-concern = Ich sage etwas
tap-nothing-to-add = Nichts hinzuzufügen
ask-speak-sense = Was macht dich unsicher?
ask-sense-no = Was fühlt sich nicht gut an?
ask-speak-advice = Was würdest du raten? „{ $what }“
ask-speak-voices = „{ $what }“ Was sagst du? Die anderen lesen es, wenn alle gesprochen haben.
ask-speak-concern = „{ $what }“ Was hast du gesehen, und was würde helfen?
decision-again = Wir wollten uns das wieder ansehen. Passt es noch?
decided-until = Am { $on } sehen wir es uns wieder an.
ask-review = „{ $what }“ ist entschieden. Wann sehen wir es uns wieder an?
tap-in-30-days = In einem Monat
tap-in-90-days = In drei Monaten
tap-another-day = Ein anderer Tag
tap-not-needed = Nicht nötig
no-review = „{ $what }“ gilt, bis jemand fragt.
ask-review-day = Wann sehen wir uns „{ $what }“ wieder an? Zum Beispiel: 1. August, oder in zwei Monaten
review-set = Am { $on } sehen wir uns „{ $what }“ wieder an.
decision-rests = Also ruht „{ $what }“. Am { $on } frage ich wieder.
decision-tried = Also probieren wir „{ $what }“. Am { $on } frage ich wieder.
decision-bud = „{ $what }“ trennt uns noch, darum frage ich, ob wir zwei Gruppen werden. Das geschieht nur, wenn alle zustimmen.
decision-bud-never = „{ $what }“ trennt uns noch, und zwei Gruppen könnten daraus nicht leben. Es bleibt offen, bis wir bessere Worte finden.
decision-bud-asked = „{ $what }“ trennt uns noch. Ob wir zwei Gruppen werden, wird schon gefragt.
silence-counted = { $silent ->
    [one] Die Zeit für „{ $what }“ ist um. Eine Antwort fehlt; nach unserer Vereinbarung passt das.
   *[other] Die Zeit für „{ $what }“ ist um. { $silent } Antworten fehlen; nach unserer Vereinbarung passt das.
}
sense-heard = Alle haben gesagt, wie sich „{ $what }“ anfühlt; es steht auf der Karte. Soll die Gruppe jetzt entscheiden?
advice-heard = { $count ->
    [0] Niemand hat einen Rat zu „{ $what }“. Die Entscheidung ist deine.
    [one] Es gibt einen Rat zu „{ $what }“. Die Entscheidung ist deine.
   *[other] Es gibt { $count } Ratschläge zu „{ $what }“. Die Entscheidung ist deine.
}
tap-decide-now = Entscheiden wir
tap-say-decision = Ich sage, was ich entscheide
ask-decision = Was hast du zu „{ $what }“ entschieden?
advice-decided = { $name } hat uns gehört und entschieden: { $what }
