# Títulos de la historia que cuenta `socium demo`.
demo-forming = 1. Tres personas se encuentran
demo-agreeing = 2. Acuerdan cómo trabajar juntas
demo-promise = 3. Una promesa y un recordatorio discreto a su hora
demo-deciding = 4. Una decisión, con una duda anotada al lado
demo-going = 5. Alguien se va, alguien llega
demo-other-world = 6. En otro lugar: botones en vez de reacciones, otro idioma y ninguna sala
demo-meeting = 7. Dos grupos se conocen, y no hay nombres hasta que ambos dicen que sí
demo-sharing = 8. Lo que se comparte llega al otro lado, con su respuesta y su corrección
demo-together = 9. Los grupos llegan a un acuerdo, cada uno con su propio consentimiento
demo-parting = 10. Y cualquiera de los dos puede terminarlo, por su cuenta y al momento
demo-end = Era el programa de verdad con un reloj prestado. Para probarlo: make run
