# Una persona en varios mensajeros, lo que se guarda de ella y cómo ser olvidada.
command-link = Dime que en otro mensajero eres la misma persona
command-mydata = Lee todo lo que guardo de ti
command-forget = Que te olvide: lo dejas todo y borro quién eres
argument-link-code = El código que te di en el otro mensajero
ask-link-code = ¿Qué código te di en el otro mensajero?
account-shown = { $name } en { $messenger }
link-code = Tu código es { $code }. En los próximos { $minutes } minutos escríbeme en privado en tu otro mensajero: { "/" }link { $code } (en Matrix !link { $code }). Después te pregunto aquí.
link-wrong = Ese código no vale, o pasaron sus cinco minutos. Para uno nuevo, escribe { "/" }link en tu otro mensajero (en Matrix !link).
refused-link-tries = { $tries } códigos no valieron. Prueba otra vez dentro de una hora, por favor.
refused-link-late = Ya pasó. Escribe /link para un código nuevo.
link-typed = Gracias. Ahora confírmalo donde recibiste el código.
link-sure = { $other } escribió tu código. ¿Eres tú? Entonces ambas cuentas serán una sola persona, con una voz.
link-sure-group = Ambas están en «{ $name }»: dos sitios se vuelven uno.
link-sure-home = { $other } recibe una llave de la sala de «{ $name }», y el grupo lee que eres tú.
tap-link-yes = Sí, soy yo
tap-link-no = No
link-denied = Bien. No se unió nada y el código ya no vale.
linked = Tú y { $other } sois ahora una sola persona.
linked-group = En «{ $name }» tienes un sitio y una voz.
linked-home = { $other } tiene una llave de la sala de «{ $name }».
linked-undo = Durante un día puedes deshacerlo. Los sitios que se volvieron uno siguen siendo uno.
tap-link-undo = Deshacer
unlinked = Las cuentas vuelven a ser dos personas. Cada una tiene lo que trajo, si todavía está.
member-is-one = { $name } estaba aquí dos veces, desde dos mensajeros. Desde ahora es un sitio y una voz; sois { $count }.
member-also-here = { $name } también está aquí como { $other }: una persona, un sitio, una voz.
mydata-title = Esto es todo lo que guardo de ti, en todas tus cuentas.
mydata-settings = Idioma: { $language }. Zona horaria: { $zone }.
mydata-line = { $told }
mydata-one = { $one }
mydata-two = { $one } · { $other }
mydata-end = No guardo mensajes, solo lo que me dijiste para tus grupos. /forget borra quién eres.
mydata-accounts = Cuentas ({ $count })
mydata-drafts = Preguntas abiertas ({ $count })
mydata-group-waiting = Listas de espera de grupos ({ $count })
mydata-members = Sitios en grupos ({ $count })
mydata-outbox = Mensajes para ti, hasta que se entregan ({ $count })
mydata-promises = Promesas ({ $count })
mydata-proposal-waiting = Listas de espera de propuestas ({ $count })
mydata-proposals = Propuestas ({ $count })
mydata-rounds = Preguntas que hiciste a tu grupo ({ $count })
mydata-seats = Sitios en propuestas ({ $count })
mydata-voices = Lo que dijiste en decisiones ({ $count })
forget-sure = ¿Te olvido? Dejas { $groups ->
    [0] todo, aunque no estás en ningún grupo
    [one] un grupo
   *[other] { $groups } grupos
}, y borro quién eres en { $accounts ->
    [one] esta cuenta
   *[other] tus { $accounts } cuentas
}. Lo que acordaron tus grupos se queda, sin tu nombre.
tap-forget = Olvídame
tap-forget-not = No me olvides
forget-not = No cambió nada.
forgotten = Lo has dejado todo. Dentro de un minuto nada aquí dirá quién eras. Que te vaya bien.
word-code = código
mydata-acts = Cuándo hiciste algo por última vez en un grupo ({ $count })
mydata-advisers = Que otros grupos pueden pedirte consejo ({ $count })
mydata-advice = Consejos que te pidieron ({ $count })
mydata-bars = Lo que no quieres que te vuelva a preguntar ({ $count })
mydata-blocks = A quién bloqueaste ({ $count })
mydata-concerns = Inquietudes que planteaste ({ $count })
mydata-contract-events = Cambios del acuerdo que propusiste o aceptaste ({ $count })
mydata-introductions = Presentaciones que pediste ({ $count })
mydata-nevers = Temas por los que no quieres que te pregunten ({ $count })
mydata-notices = Lo que necesitas y ofreces ({ $count })
mydata-nudges = Lo que te recordé o te recordaré ({ $count })
mydata-pauses = Cuándo no estás ({ $count })
mydata-pledged = Compromisos a los que te uniste ({ $count })
mydata-pledges = Compromisos que empezaste ({ $count })
mydata-profiles = Lo que me contaste en /me ({ $count })
mydata-seekings = Lo que buscas ({ $count })
mydata-share-reactions = Tus reacciones a lo compartido ({ $count })
mydata-shares = Lo que compartiste con otros grupos, sin el texto ({ $count })
