# El grupo: su casa, quién está, quién llega y quién se va.
home-welcome = Esta es la casa de «{ $name }». Hay { $count } llaves, una por persona, y nadie manda.
home-private = «{ $name }» no tiene aquí una sala propia, así que vive en mensajes privados: lo que decidís, prometéis y acordáis llega allí a cada persona.
home-key = Tu llave de «{ $name }», solo para ti: { $link }
home-make = Alguien del grupo crea la sala de «{ $name }» con dos toques: { $link }
group-title = { $name } · { $count ->
    [one] 1 persona
   *[other] { $count } personas
}
group-open-seats = Puestos libres: { $seats }
group-open-round = Por decidir: { $what } · { $missing ->
    [one] falta 1 voz
   *[other] faltan { $missing } voces
}
group-review = Volvemos a leer nuestro acuerdo el { $on }
which-group = ¿De qué grupo se trata?
knock = «{ $name }» es un grupo de { $count }. Esto es lo que acordaron:
knock-accept = Si puedes vivir con eso, di qué aportas. Entonces les pregunto.
knocked = He preguntado a «{ $name }». Cada persona tiene voz, así que puede tardar un día o dos.
you-are-in = Ya formas parte de «{ $name }». Te damos la bienvenida. Con /group se ve quién aporta qué.
newcomer = { $name } entra en el grupo y aporta { $seat }. Le damos la bienvenida.
not-this-time = «{ $name }» no admite a nadie esta vez. Con /propose se puede reunir gente en torno a la misma idea.
leave-sure = ¿Salir de «{ $name }»? No hace falta motivo ni permiso de nadie.
tap-leave = Salir
tap-stay = Quedarme
stayed = Qué bien que te quedes.
left = Has salido de «{ $name }». Gracias por lo que aportaste.
member-left = { $name } se ha ido. Que le vaya bien.
member-left-seat = { $name } se ha ido. Que le vaya bien. El puesto «{ $seat }» está libre.
thin = { $count ->
    [one] Solo quedas tú. Puedes buscar gente con /propose o dejarlo descansar.
   *[other] Quedan { $count } personas, menos de las que necesita un grupo. Se puede admitir gente desde la tarjeta o dejarlo descansar.
}
