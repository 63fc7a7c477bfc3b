# Themen, denen ein Chat folgt, und Plattformen.
command-follow = In diesem Chat einem Thema folgen und hören, was dort neu ist
argument-follow-topic = Das Thema, etwa: Reparieren
ask-follow-topic = Welchem Thema soll dieser Chat folgen? Zum Beispiel: Reparieren
command-unfollow = Einem Thema nicht mehr folgen
argument-unfollow-topic = Das Thema, etwa: Reparieren
ask-unfollow-topic = Welchem Thema soll dieser Chat nicht mehr folgen?
command-topics = Sehen, welchen Themen dieser Chat folgt, wer dabei ist und was offen ist
command-platform = Sehen, was ein Thema mitbringt: Plätze, übliche Zeilen, wer wem hilft
argument-platform-name = Die Plattform, etwa: making
ask-platform-name = Welche Plattform? Zum Beispiel: making
word-name = name, plattform

followed = Dieser Chat folgt „{ $topic }“.
pace-is-daily = Höchstens eine Nachricht am Tag.
pace-is-all = Jedes sofort.
tap-pace-all = Sag es uns sofort
tap-pace-daily = Einmal am Tag reicht
follow-open-now = { $count ->
    [one] Eines ist gerade offen:
   *[other] { $count } sind gerade offen:
}
follow-nothing-yet = Gerade ist dort nichts offen.
unfollow-which = Welchem Thema soll dieser Chat nicht mehr folgen?
unfollowed = Dieser Chat folgt „{ $topic }“ nicht mehr.
topics-title = Wem dieser Chat folgt
topics-none = Dieser Chat folgt noch nichts. { $prefix }follow und ein Thema fangen an.
crowd = { $topic }: { $groups ->
    [one] eine Gruppe
   *[other] { $groups } Gruppen
}, { $people ->
    [one] ein Mensch
   *[other] { $people } Menschen
}; { $most ->
    [one] niemand ist in mehr als einer davon
   *[other] niemand ist in mehr als { $most } davon
}
crowd-none = { $topic }: noch keine Gruppe
tap-show = „{ $what }“ ansehen
news-digest = { $count ->
    [one] Neu bei { $topics }
   *[other] Neu bei { $topics }: { $count }
}
news-more = { $count ->
    [one] Und noch eines: /topics
   *[other] Und noch { $count }: /topics
}
news-proposal = { $what } · { $count } von { $fewest }–{ $most } Leuten
platforms = Welche Plattform möchtest du sehen?
platforms-topics = Dort gibt es zum Beispiel: { $words }
platform-seats = Oft gebrauchte Plätze: { $words }
platform-fields = Eine Karte kann außerdem sagen: { $words }
platform-clauses = Zeilen, die solche Gruppen oft ergänzen:
platform-passes = Wer { $need } braucht, wird auch hier gezeigt: { $platform }
tap-follow = Hier „{ $topic }“ folgen
refused-topic-empty = Ein Thema ist ein Wort oder zwei, etwa „Reparieren“.
refused-follows-many = Dieser Chat folgt { $most } Themen, mehr liest niemand. /unfollow macht Platz.
refused-follows-already = Dieser Chat folgt „{ $topic }“ schon.
refused-follows-not = Dieser Chat folgt „{ $topic }“ nicht.
refused-follows-nothing = Dieser Chat folgt keinem Thema.
