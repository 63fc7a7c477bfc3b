# Los grupos alrededor del nuestro, en palabras y como imagen.
command-neighbours = Ver los grupos alrededor del vuestro, en palabras y como imagen
around-title = Los grupos alrededor de «{ $name }»
around-known = { $place }. { $name } · { $ties }
around-topic = { $count ->
    [one] { $topic }: un grupo que aún no conocemos
   *[other] { $topic }: { $count } grupos que aún no conocemos
}
around-more = { $count ->
    [one] y uno más
   *[other] y { $count } más
}
around-none = Todavía no sabemos de nadie a nuestro alrededor. { $prefix }meet encuentra un grupo por su tema.
around-picture = Los grupos alrededor de «{ $name }»
around-undrawn = Esta vez no se pudo dibujar la imagen. La lista dice lo mismo.
tap-neighbours-dark = Sobre fondo oscuro
tie-kin = parientes
tie-agreed = tenemos un acuerdo
tie-met = nos conocemos
tie-nameless = un grupo con un tema nuestro que aún no conocemos
