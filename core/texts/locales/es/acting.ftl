# Líneas de un acuerdo según las cuales actúa la casa.
clause-quorum = Una decisión vale solo cuando han hablado al menos { $people } de nosotros.
clause-silence-fine = En las decisiones, quien no ha respondido a tiempo puede vivir con ello.
clause-rhythm-weekly = Nos vemos { $every ->
    [1] cada { $weekday ->
        [1] lunes
        [2] martes
        [3] miércoles
        [4] jueves
        [5] viernes
        [6] sábado
       *[7] domingo
    }
   *[other] cada { $every } semanas, el { $weekday ->
        [1] lunes
        [2] martes
        [3] miércoles
        [4] jueves
        [5] viernes
        [6] sábado
       *[7] domingo
    }
} a las { $at } ({ $zone }).
clause-rhythm-monthly = Nos vemos el { $nth ->
    [1] primer
    [2] segundo
    [3] tercer
    [4] cuarto
   *[5] último
} { $weekday ->
    [1] lunes
    [2] martes
    [3] miércoles
    [4] jueves
    [5] viernes
    [6] sábado
   *[7] domingo
} de cada mes a las { $at } ({ $zone }).
clause-rhythm-day = Nos vemos el día { $day } de cada mes a las { $at } ({ $zone }).
clause-quiet-hours = De { $begin } a { $end } nos dejamos en paz.
clause-sleep-limit = { $days ->
    [one] A quien lleva un día en silencio se le pregunta con cariño.
   *[other] A quien lleva { $days } días en silencio se le pregunta con cariño, y su lugar puede quedar libre.
}
clause-joining-consent = Quien quiere unirse entra con el consentimiento de todos nosotros.
clause-joining-talk = Quien quiere unirse habla primero con nosotros; después consentimos todos.
clause-joining-visit = Quien quiere unirse nos visita primero; después consentimos todos.
clause-introductions-all = Si alguien desconocido quiere conocernos, hace falta el sí de todos los presentes.
clause-introductions-silence = Si alguien desconocido quiere conocernos: a quien no responde a tiempo le vale, si uno dice que sí y nadie que no.
clause-introductions-never = No queremos que nos presenten a desconocidos.
clause-licence = Lo que hacemos juntos es para todos, bajo { $licence }.
clause-blocked-postpone = Lo que tras dos revisiones aún daña a alguien descansa { $days } días.
clause-blocked-try = Lo que tras dos revisiones aún daña a alguien se prueba { $days } días y se vuelve a preguntar.
clause-blocked-bud = Si tras dos revisiones no podemos seguir juntos, nos hacemos dos grupos que siguen siendo parientes.
