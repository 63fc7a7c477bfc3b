# Cambios, versiones, pausas.
command-amend = Cambiar, añadir o quitar una línea del acuerdo de tu grupo
command-versions = Leer cada versión del acuerdo, quién consintió y cuándo
argument-versions-number = Qué versión, por ejemplo: 2
ask-versions-number = ¿Qué versión quieres leer? Por ejemplo: 2
word-number = número, versión
command-pause = Decir que estás fuera un tiempo: nadie te espera ni te recuerda nada
argument-pause-until = Hasta cuándo, por ejemplo: 20 de mayo, en dos semanas
ask-pause-until = ¿Hasta cuándo estás fuera? Por ejemplo: 20 de mayo, o en dos semanas
word-until = hasta, fuera
draft-binds = Valdría para { $names }. Hasta que todos consientan, vale la versión anterior.
tap-drop-line = Quitar una línea
which-line-drop = ¿Qué línea puede irse?
amendment-asked = { $count ->
    [one] He preguntado a quien está. Hasta entonces vale la versión anterior.
   *[other] He preguntado a los { $count } que están; tienen { $days ->
        [one] un día
       *[other] { $days } días
    }. Hasta entonces vale la versión anterior.
}
amendment-blocked = Alguien no puede vivir con este cambio. Sigue valiendo la versión { $number }.
amendment-again = Lo que ayudaría está escrito bajo tu cambio. ¿Quieres probar con otras palabras?
tap-amend-again = Probar otras palabras
tap-line-rhythm = Cada cuánto nos vemos
tap-line-quiet-hours = Horas de silencio
tap-line-sleep-limit = Cuando alguien calla
tap-line-quorum = Cuántos deben haber hablado
tap-line-silence-fine = Qué significa el silencio
tap-line-when-blocked = Cuando nos atascamos
tap-line-joining = Cómo entra alguien
tap-line-introductions = Cómo nos presentan
tap-line-licence = Licencia de nuestras obras
ask-line-rhythm = ¿Cada cuánto os veis? Por ejemplo: cada martes a las 19:00, o el primer lunes de cada mes a las 18:30
ask-line-quiet-hours = ¿De qué hora a qué hora no se molesta a nadie? Por ejemplo: de 21:00 a 9:00
ask-line-sleep-limit = ¿Tras cuántos días de silencio se pregunta con cariño? Por ejemplo: 30 días
ask-line-quorum = ¿Cuántos deben haber hablado para que algo valga? Por ejemplo: 3 de nosotros
ask-line-silence-fine = Sin una línea sobre ello, el silencio nunca es un sí. Podéis acordar que en las decisiones lo sea:
ask-line-when-blocked = ¿Qué pasa cuando algo aún daña a alguien tras dos revisiones?
ask-line-joining = ¿Qué va primero, antes de preguntaros a todos?
ask-line-introductions = Sin una línea sobre ello, todos los presentes deben decir que sí. Un no basta siempre. Podéis acordar:
ask-line-licence = ¿Bajo qué licencia pueden otros usar lo que hacéis?
tap-silence-fine-0 = El silencio vale, en las decisiones
tap-joining-0 = Nada más que nuestro consentimiento
tap-joining-1 = Una conversación
tap-joining-2 = Una visita
tap-introductions-0 = El sí de todos
tap-introductions-1 = El silencio vale, si uno dice que sí
tap-introductions-2 = Que no nos pregunten
tap-when-blocked-0 = Descansa seis semanas
tap-when-blocked-1 = Lo probamos cuatro semanas
tap-when-blocked-2 = Nos hacemos dos grupos
tap-so-it-is = Así es
tap-say-differently = Decirlo de otro modo
rhythm-dates = Las tres próximas serían { $dates }. ¿Es eso lo que quieres decir?
refused-rhythm = Necesito un día y una hora, como «cada martes a las 19:00» o «el primer lunes de cada mes a las 18:30».
refused-line-number = Esta línea necesita un número de { $least } a { $most }.
refused-line-hours = Esta línea necesita dos horas, como «de 21:00 a 9:00».
refused-spoken = Ya has hablado en esta ronda. Cada voz se oye una vez.
changed-meanwhile = Mientras estabas fuera, los demás acordaron la versión { $number } de nuestro acuerdo. Esta es la diferencia:
tap-live-with-it = Puedo vivir con ello
tap-reopen = Abrirlo de nuevo
version-accepted = Bien. La versión { $number } de «{ $name }» tiene también tu palabra.
reopened = La pregunta está abierta de nuevo, para todos. Hasta resolverla vale la versión { $number }.
refused-newer-version = Ya hay una versión más nueva. /versions la muestra.
version-title = Versión { $number } · { $place } de { $all }
version-changed = Lo que cambió con ella:
version-accepted-by = Después también { $name }, el { $on }
tap-earlier = Versión anterior
tap-later = Versión posterior
group-next-dates = Próximas fechas: { $dates }
group-away = { $name } está fuera hasta { $until }
tap-back = He vuelto
pause-begun = Estás fuera de «{ $name }» hasta { $until }. Nadie te espera y no te recordaré nada. Tu lugar sigue siendo tuyo.
pause-told = { $name } está fuera hasta { $until }. Mientras tanto no esperamos con las preguntas.
back-told = { $name } ha vuelto.
pause-promises = { $count ->
    [one] Algo que prometiste vence mientras tanto. Puede esperarte, o alguien puede tomarlo.
   *[other] { $count } cosas que prometiste vencen mientras tanto. Pueden esperarte, o alguien puede tomarlas.
}
tap-hand-over = ¿Puede alguien tomar «{ $what }»?
welcome-back = Te damos la bienvenida de vuelta a «{ $name }».
refused-not-away = Ya estás aquí.
