# Lo que la gente dice de sí, busca y encuentra.
command-me = Contarme qué te importa, qué aportas y cuándo puedes, para encontrar lo que encaje
command-seek = Que te avise cuando un grupo entero o un puesto libre encaje contigo
command-find = Ver los puestos libres que mejor encajan contigo, de todos los chats
argument-me-topics = Qué te importa, por ejemplo: huerto, ajedrez
argument-me-bring = Qué podrías aportar, por ejemplo: costura, una furgoneta, paciencia
argument-me-languages = Qué idiomas hablas, por ejemplo: español, inglés
argument-me-hours = Cuándo sueles poder, por ejemplo: entre semana por la tarde, sáb 10-14
argument-me-zone = Tu gran ciudad más cercana o zona horaria, por ejemplo: Europe/Madrid
argument-seek-topic = De qué debería tratar, por ejemplo: huerto
argument-find-topic = De qué debería tratar, por ejemplo: huerto
ask-me-topics = ¿Qué te importa? Por ejemplo: huerto, ajedrez. Puedes dejar fuera cualquiera de estas preguntas.
ask-me-bring = ¿Qué podrías aportar a un grupo? Por ejemplo: costura, una furgoneta, paciencia
ask-me-languages = ¿Qué idiomas hablas? Por ejemplo: español, inglés
ask-me-hours = ¿Cuándo sueles poder? Por ejemplo: entre semana por la tarde, o sáb 10-14
ask-me-zone = ¿Qué gran ciudad tiene tu hora? Por ejemplo: Europe/Madrid
ask-seek-topic = ¿De qué debería tratar? Por ejemplo: huerto
ask-find-topic = ¿De qué debería tratar? Por ejemplo: huerto
word-topic = tema, sobre
word-bring = aporto, traigo, puedo aportar
word-languages = idiomas, lenguas, hablo
word-hours = horas, horario, cuándo puedo

hours-unclear = No pude leer esas horas. Escribe algo como «entre semana por la tarde», «sáb 10-14» o «lunes y miércoles a partir de las 18».
tongue-unclear = No conozco el idioma «{ $name }». Escribe algo como «español, inglés».
tongues-many = Caben { $most } idiomas. Nombra los que mejor hablas.

# Yo
me-title = Lo que sé de ti
me-topics = Te importa: { $topics }
me-no-topics = No has nombrado temas.
me-brings = Aportas: { $brings }
me-no-brings = No has dicho qué aportas.
me-languages = Hablas: { $languages }
me-no-languages = No has nombrado idiomas, así que cuento con el que usamos aquí: { $languages }
me-hours = Puedes: { $hours }
me-no-hours = No has dicho horas, así que supongo que cualquiera puede servir.
me-zone = Tu zona horaria: { $zone }
me-note = Solo cuenta lo que dices aquí. De lo que escribes en los chats no aprendo nada.
me-dropped = Olvidado. Cuando quieras, empieza de nuevo.
tap-me-topics = Temas
tap-me-bring = Lo que aporto
tap-me-languages = Idiomas
tap-me-hours = Horas
tap-me-zone = Zona horaria
tap-me-drop = Olvidar todo esto
tap-skip = Dejarlo fuera
tap-weekday-evenings = Noches entre semana
tap-weekends = Fines de semana
tap-any-time = Cualquier hora
hours-of-days = { $days } { $hours }
days-through = { $first }–{ $last }
day-1 = Lun
day-2 = Mar
day-3 = Mié
day-4 = Jue
day-5 = Vie
day-6 = Sáb
day-7 = Dom
week-row = { $blocks } { $day }

# Buscar
seek-not-here = Para formar grupos falta instalar algo aquí. Mientras tanto, /find te muestra puestos libres.
seek-none = Ahora no estás buscando. Con /seek empiezas.
seek-what = ¿De qué debería tratar? Elige, o escríbelo con tus palabras.
seek-begun = Estoy atento por ti: { $topic }. En cuanto algo encaje, te pregunto a solas.
seek-begun-any = Estoy atento a quien necesite lo que aportas. En cuanto algo encaje, te pregunto a solas.
seek-until = Busco hasta el { $until }, o hasta que lo pares.
seek-more = Cuanto más sé, mejor encaja: { $prefix }me hace cinco preguntas cortas.
seek-runs = Estás buscando: { $topic }.
seek-runs-any = Estás buscando a quien necesite lo que aportas.
seek-stopped = He dejado de buscar. Lo que me contaste de ti queda, hasta que lo cambies con /me.
seek-week = { $count ->
    [0] Ha pasado una semana y ahora nadie más busca. Una propuesta tuya podría ser el comienzo.
    [one] Ha pasado una semana y todavía nada encaja contigo. Busca otra persona. Una propuesta tuya podría ser el comienzo.
   *[other] Ha pasado una semana y todavía nada encaja contigo. Buscan otras { $count } personas. Una propuesta tuya podría ser el comienzo.
}
seek-ending = Busco por ti hasta el { $until }. ¿Sigo otros 30 días?
tap-seek-any = Donde haga falta
tap-seek-stop = Dejar de buscar
tap-seek-propose = Propongo algo
tap-seek-longer = 30 días más

# Que te pregunten
offer-new = { $count ->
    [one] Tú y otra persona podríais empezar un grupo: { $title }
   *[other] Tú y otras { $count } personas podríais empezar un grupo: { $title }
}
offer-seat = { $count ->
    [one] A «{ $title }» le vendrías bien. Hay una persona.
   *[other] A «{ $title }» le vendrías bien. Hay { $count } personas.
}
offer-you-bring = Aportarías: { $seat }
offer-others-bring = Los demás aportan: { $seats }
hours-open = Nadie ha dicho horas todavía; ya encontraréis las que vengan bien a todos.
hours-common = { $count ->
    [one] Una hora a la semana viene bien a todos: { $hours }
   *[other] { $count } horas a la semana vienen bien a todos: { $hours }
}
offer-why = Por qué tú: { $why }
offer-again = Algunos ya os conocisteis hace poco. Esta vez no encajaba nada más.
offer-no-names = Los nombres llegan cuando bastantes hayan dicho que sí. Nadie sabrá quién dijo que no.
offer-seat-next = Con tu sí ocupas el puesto. Puedes levantarte cuando quieras.
tap-offer-yes = Sí
tap-offer-later = Ahora no
tap-offer-never = Esto no
offer-heard = Bien. Te aviso en cuanto bastantes hayan dicho que sí a «{ $title }».
offer-declined = De acuerdo. Nadie lo sabrá, y yo sigo buscando.
offer-fell = «{ $title }» no salió esta vez. Sigo buscando por ti.
offer-formed = «{ $title }» empieza. Sois: { $names }

# Por qué encaja
why-covers = hace falta { $seat }
why-completes = contigo estaría completo, { $count } personas
why-same-topic = es justo tu tema
why-near-topic = está cerca de tu tema
why-language = compartís { $languages }
why-waited = { $days ->
    [one] llevas un día esperando
   *[other] llevas { $days } días esperando
}
why-hours = { $count ->
    [one] una hora a la semana viene bien a todos
   *[other] { $count } horas a la semana vienen bien a todos
}

# Encontrar
find-title = Puestos libres: { $topic }
find-title-any = Puestos libres que encajan contigo
find-why = Encaja: { $why }
find-none-about = Ahora no hay nada abierto sobre «{ $topic }» que encaje con lo que me contaste. ¿Te aviso cuando llegue algo?
find-none = Ahora ningún puesto libre encaja contigo. ¿Te aviso cuando llegue uno?
find-no-more = Eso era todo por ahora.
find-group = { $title } · un grupo de { $count } · falta: { $seats }
find-missing = { $title } · { $count } de { $fewest }–{ $most } personas · falta: { $seats }
find-anything = { $title } · { $count } de { $fewest }–{ $most } personas · todo es bienvenido
tap-find-more = Más
tap-find-seek = Sí, estate atento por mí
tap-find-knock = Pedir entrar: { $title }
tap-find-bring = Aporto { $seat }: { $title }
tap-find-join = Unirme: { $title }
