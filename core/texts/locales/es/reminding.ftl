# Lo que se dice sin que nadie pregunte, y qué hacer con ello.
we-said = Dijimos: «{ $line }»
comes-late = Esto llega tarde; estuve fuera un tiempo.
digest = Desde la última vez se juntaron { $count } cosas:
digest-late = Estuve fuera un tiempo. Estas { $count } cosas llegan tarde:
tap-open-number = Abrir { $number }
tap-change-clause = Cambiar la línea
said-later = Lo diré una vez más, después del { $at }.
hushed = No volveré a mencionarlo.
refused-answered = Esto ya tiene respuesta; no queda nada por hacer.
promise-ahead = Dijiste que para el { $by } harías esto: «{ $what }». ¿Va en camino?
round-heard-until = Han hablado { $heard } de { $all }; los demás tienen tiempo hasta el { $by }
round-waits-for = Sigue abierto: { $what }
tap-remind-later = Más tarde

# Cómo se dice cuándo queremos estar en paz.
command-quiet = Decir cuándo debo dejarte en paz, a ti o a este chat
command-stop = No decirme nada que yo no haya pedido
command-reminders = Ver lo que dije sin que nadie preguntara, en nombre de tu grupo, en el último mes
command-weekly = Cuatro líneas por semana: qué se acordó, qué vence, quién no está, qué sigue
argument-quiet-when = Horas, un día o una palabra, como: 20-10, hasta el lunes, basta, como siempre
argument-weekly-when = Día y hora, como: cada lunes 9:00, o basta
ask-quiet-when = ¿Cuándo debo dejarte en paz? Por ejemplo: 20-10, o hasta el lunes
ask-weekly-when = ¿Qué día y a qué hora? Por ejemplo: cada lunes 9:00
words-stop = basta, para, detente, stop, alto, ya basta, no más
words-usual = como siempre, normal, como antes, de costumbre
quiet-how = También puedes escribir las horas o un día tras la orden, como: 20-10, o hasta el lunes.
quiet-for-whom = ¿Solo para ti o para todas las personas de este chat?
quiet-usual = Digo poco sin que me pregunten, y nada entre las 22:00 y las 8:00.
quiet-hours = No digo nada por mi cuenta entre las { $begin } y las { $end }, ni de noche.
quiet-until = No digo nada por mi cuenta hasta el { $until }.
quiet-stopped = Ya no digo nada por mi cuenta. Lo que pidas te llegará igual.
tap-quiet-day = Hasta mañana
tap-quiet-week = Una semana
tap-quiet-stop = Nada por tu cuenta
tap-quiet-usual = Como siempre
refused-quiet-always = Estas horas no dejan ningún momento del día. ¿Querías decir «basta», o un tiempo más corto?

# Alguien guarda silencio, o todo el grupo.
ghost-ask = Hace tiempo que no sabemos de ti en «{ $name }». ¿Sigues con nosotros?
ghost-here = Qué bien que estés. Tu lugar en «{ $name }» es tuyo.
ghost-free = Tu lugar en «{ $name }» está abierto otra vez, porque no supimos de ti. Mientras esté libre, lo recuperas con un toque.
tap-still-here = Sigo aquí
tap-away = Estaré fuera un tiempo
tap-come-back = Vuelvo
seat-open = Hay otra vez un lugar abierto entre nosotros: { $seat }
seat-open-plain = Hay otra vez un lugar abierto entre nosotros.
is-back-seat = { $name } está de vuelta y aporta { $seat }.
is-back = { $name } está de vuelta.
refused-seat-taken = Tu lugar en «{ $name }» ya está ocupado. Puedes pedir entrar en su tarjeta.
group-silent = { $days ->
    [one] Hace un día que hay silencio en «{ $name }». ¿Cómo seguimos? Sin respuesta dormimos, y cualquier palabra nos despierta.
   *[other] Hace { $days } días que hay silencio en «{ $name }». ¿Cómo seguimos? Sin respuesta dormimos, y cualquier palabra nos despierta.
}
tap-group-go-on = Seguimos
tap-group-sleep = Dormir
tap-group-close = Cerrar y guardar el registro
we-go-on = Seguimos. Bien.
group-sleeps = «{ $name }» duerme ahora. A nadie se le recuerda nada; cualquier palabra nuestra lo despierta.
group-awake = «{ $name }» está despierto otra vez.
group-closing = «{ $name }» se cierra en una semana y guarda su registro, salvo que alguien prefiera seguir.
group-closed = «{ $name }» está cerrado. Lo que acordamos e hicimos sigue siendo nuestro.

# Lo que se dijo en nombre de un grupo.
reminders-head = Dicho por mi cuenta en nombre de «{ $name }» en el último mes:
reminders-none = En el último mes no dije nada por mi cuenta en nombre de «{ $name }».
reminders-more = Y { $count } más.
reminders-line = { $what } · en privado: { $people } · en salas: { $rooms }
reminders-line-clause = { $what } · en privado: { $people } · en salas: { $rooms } · por «{ $line }»
thing-promise = Una promesa
thing-round = Una voz que faltaba
thing-review = Releer el contrato
thing-ghost = Si alguien sigue con nosotros
thing-silent = Si seguimos
thing-seat = Un lugar que se abrió
thing-open-seat = Un lugar que se abrió, al grupo
thing-pause = El fin de una pausa
thing-weekly = La nota semanal
thing-other = Otra cosa
tap-less = Menos
tap-stop = Basta
tap-as-before = Como antes
wish-less = Desde ahora digo cada cosa una sola vez en nuestro nombre.
wish-stopped = Desde ahora no digo nada por mi cuenta en nuestro nombre.
wish-usual = Recuerdo las cosas como antes.

# La nota semanal.
weekly-begins = Una vez por semana llegan cuatro líneas, la primera el { $at }.
weekly-ends = No habrá más notas semanales.
weekly-agreed = Acordado esta semana: { $what }
weekly-agreed-none = Esta semana no se acordó nada nuevo.
weekly-due = Vence en los próximos días: { $what }
weekly-due-none = No vence nada en los próximos días.
weekly-away = { $count ->
    [0] Nadie está fuera.
    [one] Una persona del grupo está fuera.
   *[other] { $count } personas del grupo están fuera.
}
weekly-next = Próxima fecha: { $at }
weekly-next-none = Aún no hay próxima fecha.
tap-no-weekly = Sin notas semanales
