# Cómo se conocen grupos que no se conocen, y a quién no se quiere conocer.
command-meet = Conocer un grupo que aún no conocéis, por un tema o por su nombre
command-block = Decir con quién no quieres que te pongan en contacto
argument-meet-what = Un tema o el nombre de un grupo, como: máquinas de coser
argument-block-whom = El nombre de una persona o un grupo con quien te has cruzado
ask-meet-what = ¿De qué te gustaría hablar con otro grupo? Un tema, como: máquinas de coser. O el nombre de un grupo.
ask-block-whom = ¿Con quién no quieres que te pongan en contacto? Escribe el nombre.
word-whom = a quién, quién, persona

messenger-called = { $name ->
    [telegram] Telegram
    [discord] Discord
    [matrix] Matrix
    [local] esta página
   *[other] { $name }
}

meet-as-whom = ¿Por quién preguntas?
tap-meet-as = Por «{ $name }»
tap-meet-me = Solo por mí
meet-offer = Busco un grupo al que le vaya bien «{ $topic }». Verá una línea vuestra, cuántos sois y en qué mensajería; ningún nombre.
meet-offer-wait = Un sí os llega enseguida; todo lo demás, a las 48 horas y sin motivo.
tap-meet-ask = Preguntar
meet-ask-line = ¿Qué única línea leerán? Sin nombres, enlaces ni números, hasta 200 caracteres.
meet-left = Entonces no. /meet está aquí cuando quieras.
meet-asked = Nos gustaría conocer a alguien: { $topic }
meet-waiting = Preguntado. Un sí llega enseguida; todo lo demás, antes del { $by }.
meet-met = Ambas partes han dicho que sí.
meet-not-now = Esta vez no ha salido nada.
meet-withdrawn = Retirado.
tap-take-back = Retirarlo
meet-nothing = De «{ $topic }» esta vez no ha salido nada. Puede haber muchos motivos; otro tema, o el mismo más adelante, es bienvenido.

meet-someone-asks = { $count ->
    [one] Alguien ({ $messenger }) quiere hablar con nosotros de { $topic }:
   *[other] Un grupo pequeño ({ $count } personas, { $messenger }) quiere hablar de { $topic }:
}
tap-meet-yes = Sí
tap-meet-no = No
tap-never-topic = Nunca este tema
tap-never-group = Nunca este grupo
meet-answer-agreed = Hemos dicho que sí.
meet-answer-blocked = Esta vez no. Nadie sabrá quién lo dijo.
meet-answer-unsettled = No hemos respondido todos, así que descansa.
meet-answer-withdrawn = Lo han retirado.
meet-no-noted = Anotado. Quien preguntó no sabrá de tu no, ni del motivo.
meet-never-topic-noted = Anotado. Este tema no volverá. /block lo muestra y lo deshace.
meet-never-group-noted = Anotado. No volverán a preguntar. /block lo muestra y lo deshace.

meet-both-yes = Ambas partes han dicho que sí. Aquí están:
meet-card = { $count ->
    [one] Una persona, { $messenger }
   *[other] { $count } personas, { $messenger }
}
meet-card-person = { $messenger }
meet-card-seats = Aportan: { $seats }
meet-again = Ya nos conocíamos de antes.
meet-link-next = Hay ahora un vínculo abierto entre nosotros. Solo lleva lo que alguien comparte, y cada parte puede cerrarlo.
meet-group-next = Si quieres ser parte, pide entrar; entonces se les pregunta a todos.
meet-person-next = { $name } puede ahora pedir entrar con nosotros; antes se nos preguntaría a todos.

blocked = No te pondrán en contacto con «{ $name }», en ninguna de tus cuentas. Allí no se enteran.
blocked-already = «{ $name }» ya está en tu lista.
block-which = ¿A quién te refieres?
tap-block-person = { $name } (persona)
tap-block-group = { $name } (grupo)
block-title = No quieres que te pongan en contacto con:
block-unknown = Un grupo que preguntó el { $on }
block-topic = El tema «{ $topic }»
tap-block-lift = Quitar: { $name }
block-lifted = Quitado.
block-none = No hay nadie en tu lista. Para añadir: { $prefix }block y el nombre.
refused-block-unknown = Entre quienes te has cruzado aquí no hay nadie llamado «{ $name }».
