# Was jeder Befehl tut, im Menü eines Messengers: höchstens 100 Zeichen.
command-propose = Etwas Gemeinsames vorschlagen und Leute dafür finden
command-group = Sehen, wer was einbringt, was offen ist und was als Nächstes ansteht
command-promise = Der Gruppe etwas bis zu einem Tag versprechen
command-decide = Der Gruppe etwas zur Entscheidung vorlegen, mit dem alle leben können
command-contract = Lesen, was eure Gruppe vereinbart hat
command-review = Die Vereinbarung Zeile für Zeile durchgehen: behalten, ändern oder streichen
command-leave = Die Gruppe verlassen; Gründe braucht es nicht
command-lang = Die Sprache wählen, in der ich mit dir spreche
command-zone = Deine Zeitzone angeben, damit Uhrzeiten und Erinnerungen stimmen
command-constitution = Lesen, was keine Gruppe, kein Betreiber und keine Nachricht abschalten kann
command-help = Sehen, was du hier tun kannst
command-cancel = Meine Fragen abbrechen und die Antworten vergessen
command-start = Ein Gespräch mit mir beginnen

# Was jede Angabe bedeutet, ebenso kurz.
argument-propose-what = Was ihr zusammen tun wollt, etwa: Repair-Café am Samstag
argument-propose-need = Wer oder was gebraucht wird, etwa: Elektronik, Nähen, Tee
argument-propose-people = Wie viele Leute, von 3 bis 7, etwa: 3-7
argument-propose-by = Bis wann man dazukommen kann, etwa: 20. Mai, in zwei Wochen
argument-propose-topics = Themen, unter denen andere es finden, etwa: Reparieren, Nähen
argument-promise-what = Was du tun wirst, etwa: Steckdosen bestellen
argument-promise-by = Bis wann, etwa: Freitag, morgen 18:00
argument-decide-what = Was zu entscheiden ist, etwa: bis August treffen wir uns in der Bücherei
argument-lang-language = Deine Sprache
argument-zone-zone = Die nächste große Stadt oder Zeitzone, etwa: Europe/Berlin

# Was gefragt wird, wenn eine Antwort fehlt.
ask-propose-what = Was möchtest du mit anderen tun? Zum Beispiel: Repair-Café am Samstag
ask-propose-need = Wen oder was braucht ihr dafür? Zum Beispiel: Elektronik, Nähen, Tee. Ist alles willkommen, schreib „-“.
ask-propose-people = Wie viele solltet ihr sein, von 3 bis 7? Zum Beispiel: 3-7 oder 5
ask-propose-by = Bis wann kann man dazukommen? Zum Beispiel: 20. Mai oder in zwei Wochen
ask-propose-topics = Um welche Themen geht es? Zum Beispiel: Reparieren, Nähen. Ohne Themen geht es mit „-“.
ask-promise-what = Was wirst du tun? Zum Beispiel: Steckdosen bestellen
ask-promise-by = Bis wann hast du es getan? Zum Beispiel: Freitag oder morgen 18:00
ask-decide-what = Was soll eure Gruppe entscheiden? Zum Beispiel: bis August treffen wir uns in der Bücherei
ask-lang-language = In welcher Sprache soll ich mit dir sprechen? Zum Beispiel: Deutsch
ask-zone-zone = In welcher großen Stadt ist es so spät wie bei dir? Zum Beispiel: Europe/Berlin

# Jede Sprache unter ihrem eigenen Namen.
choice-en = English
choice-ru = Русский
choice-uk = Українська
choice-de = Deutsch
choice-es = Español
