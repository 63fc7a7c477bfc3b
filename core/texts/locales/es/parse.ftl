# Lo que se lee cuando algo escrito no se puede aceptar: qué hacer, con un ejemplo.

# Órdenes
command-unknown = No existe la orden /{ $name }. Con /help se ven todas.
command-near = No existe la orden /{ $name }. Parecidas: { $near }.
called = /{ $name }

# Partes de una línea
part-unclear = No sé a qué corresponde «{ $part }». Pon una palabra delante, por ejemplo «hace falta: electrónica, té» o «hasta: 20 de mayo».
part-twice = «{ $part }» ya estaba indicado. Me quedo con lo primero.

# Valores
value-empty = Estaba vacío. Escribe unas palabras, por favor.
value-long = Son { $length } caracteres y caben { $most }. Dilo más corto, por favor.
name-long = «{ $name }» tiene { $length } caracteres y caben { $most }. Prueba con «electrónica, té».
seats-many = Son { $count } puestos, y un grupo tiene { $most } como mucho. Nombra los más importantes, por favor.
topics-many = Son { $count } temas y caben { $most }. Deja los más cercanos, como «reparación, costura».
size-unclear = ¿Cuántas personas son? Escribe, por ejemplo, «{ $fewest }-{ $most }» o «5 personas».
size-bounds = Un grupo tiene de { $fewest } a { $most } personas. Escribe, por ejemplo, «{ $fewest }-{ $most }» o «5».
choice-unclear = Eso no lo conozco. Se puede elegir { $choices }.
number-unclear = Hace falta un número de { $least } a { $most }, por ejemplo { $least }.
number-bounds = El número puede ir de { $least } a { $most }.

# Plazos
when-unclear = No entiendo esa fecha. Escribe, por ejemplo, «20 de mayo», «viernes 18:00» o «en dos semanas».
when-past = Ese momento ya pasó. Escribe uno que esté por venir, como «mañana» o «en dos semanas».
when-far = Faltan más de dos años. Escribe algo más cercano, como «20 de mayo» o «en dos meses».
when-two-ways = Esa fecha se puede leer de dos maneras. Escribe el mes con letras, como «5 de junio».
when-hour = ¿Es a las { $early } o a las { $late }? Escribe la hora así: «{ $late }».
when-no-day = No existe ese día o esa hora. Escribe, por ejemplo, «28 de febrero» o «18:00».
when-weekday = Esa fecha cae en otro día de la semana. Escribe solo una cosa, como «20 de mayo» o «viernes».
