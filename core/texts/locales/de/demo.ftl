# Überschriften der Geschichte, die `socium demo` spielt.
demo-forming = 1. Drei Menschen finden sich
demo-agreeing = 2. Sie einigen sich, wie sie zusammenarbeiten
demo-promise = 3. Ein Versprechen und eine leise Erinnerung, wenn es so weit ist
demo-deciding = 4. Eine Entscheidung, daneben ein Bedenken
demo-going = 5. Jemand geht, jemand kommt
demo-other-world = 6. Anderswo: Knöpfe statt Reaktionen, eine andere Sprache und keine Räume
demo-end = Das war das echte Programm mit einer geliehenen Uhr. Zum Ausprobieren: make run
