# Die Vereinbarung, ihre Zeilen, und wie alle ihnen zustimmen.
clause-answer-within = { $days ->
    [one] Wir antworten einander innerhalb eines Tages.
   *[other] Wir antworten einander innerhalb von { $days } Tagen.
}
clause-consent = Wir entscheiden gemeinsam: Etwas gilt, wenn es niemandem schadet.
clause-speak-first = Wenn uns etwas stört, sagen wir es zuerst der Person selbst.
clause-leave-freely = Alle können jederzeit gehen und übergeben dann, was sie in der Hand haben.
clause-review-on = Wir lesen das hier wieder am { $on }.
numbered = { $number }. { $line }
contract-draft = Unsere Vereinbarung, Entwurf der Version { $number }
contract-agreed = { $count ->
    [one] Version { $number } · eine Zustimmung
   *[other] Version { $number } · alle { $count } einverstanden
}
contract-title = { $name } · Vereinbarung, Version { $number }
contract-agreed-by = Zugestimmt haben { $names } am { $on }
no-contract-yet = Es gibt noch keine Vereinbarung; der Entwurf wartet auf das Wort von allen.
tap-all-fine = Alles gut so
tap-change-line = Eine Zeile ändern
tap-add-line = Eine Zeile hinzufügen
tap-line = { $number }. { $line }
which-line = Welche Zeile möchtest du ändern?
ask-new-words = Wie soll sie lauten? Sag es so, wie du es Freunden sagen würdest.
ask-added-line = Welche Zeile kommt dazu? „Wir …“ ist ein guter Anfang.
draft-changed = Weiter unten steht ein neuerer Entwurf.
diff-dropped = Nicht mehr: „{ $line }“
diff-changed = Aus „{ $before }“ wird „{ $after }“
diff-added = Neu: „{ $line }“
agreed-first = Version 1 gilt, alle { $count } sind einverstanden.
agreed-version = Version { $number } gilt von jetzt an, alle { $count } sind einverstanden.
first-task = Was ist als Erstes zu tun, wer macht es, bis wann?
tap-first-task = Ich übernehme eine erste Aufgabe
review-ahead = Am { $on } lesen wir unsere Vereinbarung wieder, Zeile für Zeile. Das dauert ein paar Minuten.
review-title = Wir lesen wieder, Zeile { $number } von { $all }
tap-keep = Behalten
tap-change = Ändern
tap-drop = Streichen
