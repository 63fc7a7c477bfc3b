# Títulos de la historia que cuenta `socium demo`.
demo-forming = 1. Tres personas se encuentran
demo-agreeing = 2. Acuerdan cómo trabajar juntas
demo-promise = 3. Una promesa y un recordatorio discreto a su hora
demo-deciding = 4. Una decisión, con una duda anotada al lado
demo-going = 5. Alguien se va, alguien llega
demo-other-world = 6. En otro lugar: botones en vez de reacciones, otro idioma y ninguna sala
demo-end = Era el programa de verdad con un reloj prestado. Para probarlo: make run
