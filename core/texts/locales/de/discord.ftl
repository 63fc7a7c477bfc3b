# Was nur Discord zeigt: der Knopf, der ein Feld zum Schreiben öffnet.
discord-answer = Antworten
discord-answer-hint = Mit eigenen Worten
