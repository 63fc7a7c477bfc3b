# Acuerdos entre grupos que se han conocido.
command-agree = Acordar algo con un grupo conocido: qué aporta cada uno, para cuándo y hasta cuándo
command-agreements = Leer los acuerdos de tu grupo con otros y, si hace falta, terminar alguno
argument-agree-give = Qué aporta tu grupo, como: una máquina reparada al mes
argument-agree-get = Qué aporta el otro grupo, como: una tarde con la máquina de coser
argument-agree-by = Para cuándo lo aporta cada grupo, como: 1 de junio
argument-agree-ends = Hasta cuándo vale, como: 1 de diciembre
argument-agree-late = Qué hacemos si alguien se retrasa, como: avisamos dos días antes
ask-agree-give = ¿Qué aporta nuestro grupo? Por ejemplo: una máquina reparada al mes
ask-agree-get = ¿Y qué aporta el otro grupo? Por ejemplo: una tarde con la máquina de coser
ask-agree-by = ¿Para cuándo lo aporta cada grupo? Por ejemplo: 1 de junio, o en dos semanas
ask-agree-ends = ¿Hasta cuándo vale? Por ejemplo: 1 de diciembre, o en tres meses
ask-agree-late = ¿Qué hacemos si alguien se retrasa? Escribe «-» para: avisamos un día antes.
word-give = damos, aportamos, nosotros damos
word-get = recibimos, ellos dan, aportan
word-ends = vale hasta, fin, termina
word-late = retraso, si hay retraso

agree-with-whom = ¿Con qué grupo?
agree-ask-gives = Es un acuerdo entre todos los grupos de nuestra línea. ¿Qué aporta { $name }? Escribe «-» si no se le pide nada.
agree-one-ended = Nuestro acuerdo con { $names } ha terminado: lo terminó { $name }. Cualquiera de nosotros puede hacerlo en cualquier momento.
tap-agree-all = Todos: { $names }
tap-agree-as-written = Como escribí: { $words }
agree-title = ¿Podemos vivir con este acuerdo con { $name }? Texto { $number }
agree-gone = Este acuerdo ha terminado.
agree-round-agreed = Todos consentimos.
agree-round-blocked = Alguien de nosotros no puede vivir con ello. Lo que valía sigue valiendo.
agree-round-unsettled = No quedaba nadie para responder.
agree-round-withdrawn = Otro texto ocupa su lugar, o se terminó.
agree-stands = Nuestro acuerdo con { $name } · texto { $number }
agree-they-object = { $name } no puede vivir con este texto. Lo que valía sigue valiendo; hablad por el vínculo y luego /agree propone otro.
agree-gift-due = Acordamos con { $name } aportar antes del { $by }: { $what }
agree-given = Bien. Podéis decírselo por el vínculo.
agree-later = Preguntaré otra vez en dos días. Si se retrasa, decídselo por el vínculo.
agree-review = Hoy volvemos a leer nuestro acuerdo con { $name }. ¿Sigue sirviendo? /agree propone otro texto.
agree-ran-out = Nuestro acuerdo con { $name } valía hasta hoy y ha terminado. /agree empieza otro.
agree-end-sure = ¿Terminar nuestro acuerdo con { $name }? Termina enseguida y se les dice.
agree-ended = Nuestro acuerdo con { $name } ha terminado.
agree-they-ended = { $name } ha terminado nuestro acuerdo. Puede hacerlo en cualquier momento.
agree-kept = Nuestro acuerdo con { $name } sigue como está.
agree-asked = { $parties ->
    [2] Con { $name }: ambos grupos tienen delante un primer texto.
   *[other] Con { $name }: los { $parties } grupos tienen delante un primer texto.
}
agree-asked-anew = { $parties ->
    [2] Ambos grupos tienen delante un texto nuevo; hasta que todos consientan, vale este.
   *[other] Los { $parties } grupos tienen delante un texto nuevo; hasta que todos consientan, vale este.
}
agree-none = Aún no tenemos ningún acuerdo con otro grupo. { $prefix }agree empieza uno con un grupo conocido.
tap-agree-end = Terminarlo
tap-agree-end-with = Terminar: { $name }
refused-not-linked = Tu grupo aún no tiene ningún vínculo abierto con otro. { $prefix }meet empieza uno.
refused-link-rests = La línea entre nosotros está en pausa. Cuando se abra de nuevo, esto podrá pasar.
refused-agree-order = Primero se aporta, luego termina el acuerdo. Di un final más tarde, por favor.
