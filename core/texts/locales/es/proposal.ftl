# La tarjeta de una propuesta, tomar un puesto, empezar.
own-words = { $words }
card-missing = { $count } de { $fewest }–{ $most } personas · falta: { $seats }
card-complete = { $count } de { $fewest }–{ $most } personas
card-formed = Esto ya es un grupo de { $count }.
card-formed-missing = Esto ya es un grupo de { $count } · falta: { $seats }
card-closed = Esto está cerrado. Gracias a quienes se asomaron.
card-brings = { $name }: { $seat }
card-idea = { $name }: tuvo la idea
card-until = Abierto hasta el { $by }
card-topics = Temas: { $topics }
card-waiting = { $count ->
    [one] Una persona más espera.
   *[other] { $count } personas más esperan.
}
tap-bring = Aporto { $seat }
tap-taken = { $seat } · ocupado, espero
tap-bring-else = Aporto otra cosa
tap-not-now = Ahora no
tap-start = Empezar
tap-wait-for-more = Esperar a más gente
tap-ready = Sí, empecemos
tap-step-out = Me retiro
tap-ask-to-join = Pedir entrar
tap-wait = Apuntarme a la lista de espera
tap-join-that = Ver «{ $what }»
tap-post-anyway = Publicar también lo mío
similar-open = { $count ->
    [one] Ya hay abierto algo como «{ $what }». Échale un vistazo antes de que compitan dos cosas pequeñas:
   *[other] Ya hay abiertas cosas como «{ $what }». Échales un vistazo antes de que compitan cosas pequeñas:
}
ask-bring = ¿Qué aportas a «{ $what }»? Con una o dos palabras basta.
enough = Hay { $count } personas para «{ $what }», y con eso se puede empezar.
start-now = «{ $what }» podría empezar ya con { $count } personas. ¿Empezamos?
start-again = Falta tu respuesta para «{ $what }». ¿Empezamos?
ready-heard = { $missing ->
    [one] Bien. Falta una respuesta más.
   *[other] Bien. Faltan { $missing } respuestas más.
}
we-wait = «{ $what }» espera a más gente. Alguien que está dentro prefiere que antes haya más.
too-few-to-start = «{ $what }» aún no empieza: ahora hay muy poca gente dentro. En la tarjeta se ve qué puestos están libres.
seat-freed = «{ $what }» quería empezar y no tenía tu respuesta, así que tu puesto vuelve a estar libre. Un toque en la tarjeta lo recupera mientras siga libre.
room-again = Vuelve a haber sitio: «{ $what }».
you-wait = En «{ $what }» ese puesto está ocupado ahora. Estás en la lista de espera y te aviso en cuanto se abra.
you-wait-full = «{ $name }» tiene { $most } personas, las que caben en un grupo pequeño. Estás en la lista de espera.
you-wait-forming = «{ $name }» todavía está acordando cómo trabajar. Estás en la lista de espera.
toast-in = Estás dentro.
toast-seated = Estás dentro: { $seat }.
toast-already = Ya estás dentro.
toast-not-now = De acuerdo, ahora no.
toast-ready = Pregunto a quienes están dentro.
toast-wait = De acuerdo, esperamos a más gente.
toast-heard = Oído.
toast-opened = Te he escrito en privado.
deadline-too-few = { $count ->
    [one] Se acabó el plazo de «{ $what }». Hay una persona y hacen falta { $fewest }.
   *[other] Se acabó el plazo de «{ $what }». Hay { $count } personas y hacen falta { $fewest }.
}
deadline-enough = Se acabó el plazo de «{ $what }» y hay { $count } personas: bastan para empezar.
tap-two-more-weeks = Dos semanas más
tap-close = Cerrar
longer = «{ $what }» sigue abierto hasta el { $by }.
closing = «{ $what }» se cierra mañana, a menos que alguien de dentro quiera seguir.
