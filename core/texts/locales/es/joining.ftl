# Entrar: qué va primero, y el acuerdo tal como es ahora.
joining-wish = { $name } quiere unirse y trae { $seat }. Nuestro acuerdo dice qué va primero:
joining-first = He dicho a «{ $name }» que quieres unirte. Esta es su línea sobre ello; después se pregunta a todos:
tap-we-talked = Hemos hablado
tap-they-visited = Nos ha visitado
joining-accept = Todos en «{ $name }» te dejan entrar. Mientras tanto acordaron la versión { $number }; el lugar es tuyo en cuanto puedas vivir con ella:
joining-declined = Está bien. La puerta sigue donde está.
