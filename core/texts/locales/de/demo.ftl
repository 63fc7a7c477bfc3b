# Überschriften der Geschichte, die `socium demo` spielt.
demo-forming = 1. Drei Menschen finden sich
demo-agreeing = 2. Sie einigen sich, wie sie zusammenarbeiten
demo-promise = 3. Ein Versprechen und eine leise Erinnerung, wenn es so weit ist
demo-deciding = 4. Eine Entscheidung, daneben ein Bedenken
demo-going = 5. Jemand geht, jemand kommt
demo-other-world = 6. Anderswo: Knöpfe statt Reaktionen, eine andere Sprache und keine Räume
demo-meeting = 7. Zwei Gruppen lernen sich kennen, und Namen gibt es erst nach beiden Ja
demo-sharing = 8. Was geteilt wird, kommt drüben an, auch die Antwort und die Berichtigung
demo-together = 9. Die Gruppen einigen sich, jede mit ihrem eigenen Einverständnis
demo-parting = 10. Und jede Seite kann es beenden, allein und sofort
demo-end = Das war das echte Programm mit einer geliehenen Uhr. Zum Ausprobieren: make run
