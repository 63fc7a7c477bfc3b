# Rondas de consentimiento y decisiones.
decide-title = ¿Podemos vivir con esto? { $what }
entry-title = { $name } quiere entrar y aporta { $seat }. ¿Podemos vivir con esto?
round-heard = Han hablado { $heard } de { $all }
round-agreed = { $worried ->
    [0] De acuerdo: { $fine } sin reparos
    [one] De acuerdo: { $fine } sin reparos, una persona con un reparo
   *[other] De acuerdo: { $fine } sin reparos, { $worried } con algún reparo
}
round-blocked = Alguien no puede vivir con ello.
round-unsettled = No quedó nadie para responder.
round-withdrawn = Retirado.
told-worry = Un reparo: { $words }
told-block = Dañaría: { $harmed } · Ayudaría: { $help }
tap-fine = Bien
tap-worry = Bien, con un reparo
tap-block = No puedo vivir con ello
ask-worry = ¿Cuál es tu reparo? Quedará escrito junto a la decisión.
ask-harmed = ¿Qué se dañaría?
ask-help = ¿Y qué ayudaría?
round-remind = «{ $name }» espera tu voz, y nadie puede darla por ti:
round-waits = { $missing ->
    [one] Todavía falta una voz, así que esto sigue abierto. El silencio no es un sí.
   *[other] Todavía faltan { $missing } voces, así que esto sigue abierto. El silencio no es un sí.
}
decided = Decidido: { $what }
decision-blocked = Alguien no puede vivir con «{ $what }». Debajo está lo que dijo. ¿Qué quieres hacer?
decision-postponed = «{ $what }» se ha cambiado dos veces y todavía daña a alguien. Lo dejamos descansar hasta releer nuestro acuerdo.
decision-withdrawn = «{ $what }» queda retirado.
decision-talk = Hablemos de «{ $what }» antes de decidir. No hay prisa.
ask-revision = ¿Cómo sería mejor «{ $what }»?
tap-revise = Cambiar
tap-withdraw = Retirar
tap-talk-first = Hablar primero
