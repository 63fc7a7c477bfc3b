# Wörter, die statt des Argumentnamens vor einem Doppelpunkt stehen dürfen, durch Kommas getrennt.
word-what = was, titel, idee, aufgabe, vorhaben, frage
word-need = brauchen, brauche, wir brauchen, gesucht, gebraucht, plätze, wir suchen
word-people = leute, personen, größe, wie viele, mitglieder
word-by = bis, frist, wann, termin
word-topics = themen, thema, schlagwörter
word-language = sprache
word-zone = zone, zeitzone, stadt
# Andere Namen der Sprachen.
word-choice-en = englisch
word-choice-ru = russisch
word-choice-uk = ukrainisch
word-choice-de = deutsch
word-choice-es = spanisch
