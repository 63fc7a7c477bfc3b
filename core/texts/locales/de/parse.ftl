# Was jemand liest, wenn sich etwas Geschriebenes nicht übernehmen lässt: was zu tun ist, mit Beispiel.

# Befehle
command-unknown = Den Befehl /{ $name } gibt es nicht. /help zeigt alle.
command-near = Den Befehl /{ $name } gibt es nicht. Ähnlich: { $near }.
called = /{ $name }

# Teile einer Zeile
part-unclear = Wozu „{ $part }“ gehört, ist mir nicht klar. Setz ein Wort davor, zum Beispiel „brauchen: Elektronik, Tee“ oder „bis: 20. Mai“.
part-twice = „{ $part }“ war schon angegeben. Ich bleibe beim Ersten.

# Werte
value-empty = Das war leer. Schreib bitte ein paar Worte.
value-long = Das sind { $length } Zeichen, { $most } passen hinein. Sag es bitte kürzer.
name-long = „{ $name }“ hat { $length } Zeichen, { $most } passen hinein. Schreib etwa „Elektronik, Tee“.
seats-many = Das sind { $count } Plätze, eine Gruppe hat höchstens { $most }. Nenn bitte die wichtigsten.
topics-many = Das sind { $count } Themen, { $most } passen hinein. Behalte die nächstliegenden, etwa „Reparieren, Nähen“.
size-unclear = Wie viele Leute sind das? Schreib etwa „{ $fewest }-{ $most }“ oder „5 Leute“.
size-bounds = Eine Gruppe hat { $fewest } bis { $most } Leute. Schreib etwa „{ $fewest }-{ $most }“ oder „5“.
choice-unclear = Das kenne ich nicht. Zur Wahl stehen { $choices }.
number-unclear = Hier passt eine Zahl von { $least } bis { $most }, etwa { $least }.
number-bounds = Die Zahl kann von { $least } bis { $most } gehen.

# Fristen
when-unclear = Dieses Datum verstehe ich nicht. Schreib etwa „20. Mai“, „Freitag 18:00“ oder „in zwei Wochen“.
when-past = Dieser Zeitpunkt ist schon vorbei. Schreib einen, der noch kommt, etwa „morgen“ oder „in zwei Wochen“.
when-far = Bis dahin sind es mehr als zwei Jahre. Schreib etwas Näheres, etwa „20. Mai“ oder „in zwei Monaten“.
when-two-ways = Dieses Datum lässt sich auf zwei Arten lesen. Schreib den Monat als Wort, etwa „5. Juni“.
when-hour = Ist das { $early } oder { $late }? Schreib die Uhrzeit so: „{ $late }“.
when-no-day = Diesen Tag oder diese Uhrzeit gibt es nicht. Schreib etwa „28. Februar“ oder „18:00“.
when-weekday = Dieses Datum ist ein anderer Wochentag. Schreib nur eines davon, etwa „20. Mai“ oder „Freitag“.
