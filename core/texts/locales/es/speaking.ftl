# Rondas que escuchan, y lo que sigue a una decisión.
command-round = Hacer una pregunta al grupo y oír cada voz una vez
argument-round-what = La pregunta, por ejemplo: ¿Qué probamos ahora?
ask-round-what = ¿Qué quieres preguntar a todos? Por ejemplo: ¿Qué probamos ahora?
argument-decide-kind = Cómo: por consentimiento, con consejo, o solo un sondeo
ask-decide-kind = ¿Cómo lo preguntamos? Consentimiento: vale si no daña a nadie. Consejo: oyes a todos y decides tú. Sondeo: solo cómo se siente, no se decide nada.
word-kind = tipo, cómo
choice-consent = Consentimiento
choice-advice = Consejo
choice-sense = Sondeo
meaning-decision = Bien: no daña nada. Con una duda: puede seguir, y la duda queda al lado. No puedo vivir con ello: dañaría algo, y digo qué ayudaría.
meaning-sense = Solo cómo se siente. Con esto no se decide nada.
meaning-advice = Quien pregunta oye cada consejo, decide y nos lo dice.
meaning-voices = Cada voz una vez. Lo que decimos se muestra junto cuando todos han hablado o acaba el tiempo.
meaning-concern = Se trata de algo que pasó, no de quién tiene razón. Di qué viste y qué ayudaría.
sense-title = ¿Cómo se siente esto? { $what }
advice-title = { $name } pide consejo: { $what }
voices-title = Cada voz una vez: { $what }
concern-title = Algo pesa a alguien de nosotros: { $what }
concern-title-named = A { $name } le pesa algo: { $what }
voices-order = Si hablamos por turnos, este es el orden, al azar: { $names }
voice-said = { $name }: { $words }
sense-unsure-because = Con dudas: { $words }
sense-no-because = No se siente bien: { $words }
sense-sum = Se siente bien: { $fine } · con dudas: { $unsure } · no: { $against }. No se ha decidido nada.
voices-sum = Han hablado { $heard } de { $all }.
round-quiet = Esta vez no ha hablado nadie.
round-tried = Lo probamos, como dice nuestro acuerdo.
tap-sense-yes = Se siente bien
tap-sense-unsure = Tengo dudas
tap-sense-no = No se siente bien
tap-speak-advice = Tengo un consejo
tap-speak-voices = Hablo
tap-speak-concern = Digo algo
tap-nothing-to-add = Nada que añadir
ask-speak-sense = ¿Qué te hace dudar?
ask-sense-no = ¿Qué no se siente bien?
ask-speak-advice = ¿Qué aconsejarías? «{ $what }»
ask-speak-voices = «{ $what }» ¿Qué dices? Los demás lo leen cuando todos hayan hablado.
ask-speak-concern = «{ $what }» ¿Qué viste y qué ayudaría?
decision-again = Dijimos que volveríamos a mirarlo. ¿Sigue sirviendo?
decided-until = Lo miramos de nuevo el { $on }.
ask-review = «{ $what }» está decidido. ¿Cuándo lo miramos de nuevo?
tap-in-30-days = En un mes
tap-in-90-days = En tres meses
tap-another-day = Otro día
tap-not-needed = No hace falta
no-review = «{ $what }» vale hasta que alguien pregunte.
ask-review-day = ¿Cuándo miramos de nuevo «{ $what }»? Por ejemplo: 1 de agosto, o en dos meses
review-set = Miramos de nuevo «{ $what }» el { $on }.
decision-rests = Así que «{ $what }» descansa. Vuelvo a preguntar el { $on }.
decision-tried = Así que probamos «{ $what }». Vuelvo a preguntar el { $on }.
decision-bud = «{ $what }» nos sigue dividiendo, así que pregunto si nos hacemos dos grupos. Solo ocurre si todos consienten.
decision-bud-never = «{ $what }» nos sigue dividiendo, y de aquí no podrían vivir dos grupos. Queda abierto hasta que encontremos mejores palabras.
decision-bud-asked = «{ $what }» nos sigue dividiendo. Ya se está preguntando si nos hacemos dos grupos.
silence-counted = { $silent ->
    [one] Se acabó el tiempo para «{ $what }». Una persona no respondió; según nuestro acuerdo, está bien.
   *[other] Se acabó el tiempo para «{ $what }». { $silent } no respondieron; según nuestro acuerdo, está bien.
}
sense-heard = Todos han dicho cómo se siente «{ $what }»; está en la tarjeta. ¿Decide el grupo ahora?
advice-heard = { $count ->
    [0] Nadie tiene consejo sobre «{ $what }». La decisión es tuya.
    [one] Hay un consejo sobre «{ $what }». La decisión es tuya.
   *[other] Hay { $count } consejos sobre «{ $what }». La decisión es tuya.
}
tap-decide-now = Decidamos
tap-say-decision = Digo lo que decido
ask-decision = ¿Qué has decidido sobre «{ $what }»?
advice-decided = { $name } nos ha oído y ha decidido: { $what }
