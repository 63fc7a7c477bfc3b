# Lo que prometen las personas del grupo.
promised = { $name }: { $what }, para el { $by }
promise-due = Dijiste que harías esto: «{ $what }». ¿Cómo va?
promise-kept = «{ $what }» está hecho. Gracias.
promise-later = «{ $what }» tiene ahora tiempo hasta el { $by }.
promise-offered = He preguntado si alguien puede encargarse de «{ $what }».
promise-hushed = No volveré a mencionar «{ $what }». Sigue en /group.
looking-for-hands = Se buscan otras manos: { $what }
tap-done = Hecho
tap-two-days = +2 días
tap-someone-take = ¿Puede encargarse alguien?
tap-stop-reminding = No me lo recuerdes más
tap-take-it = Me encargo
