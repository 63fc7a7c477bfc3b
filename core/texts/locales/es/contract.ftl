# El acuerdo, sus líneas y cómo todo el mundo las acepta.
clause-answer-within = { $days ->
    [one] Nos respondemos en el plazo de un día.
   *[other] Nos respondemos en el plazo de { $days } días.
}
clause-consent = Decidimos en común: algo vale cuando no daña a nadie.
clause-speak-first = Cuando algo nos molesta, se lo decimos primero a esa persona.
clause-leave-freely = Cualquiera puede irse en cualquier momento y entrega lo que tenga a su cargo.
clause-review-on = Volvemos a leer esto el { $on }.
numbered = { $number }. { $line }
contract-draft = Nuestro acuerdo, borrador de la versión { $number }
contract-agreed = { $count ->
    [one] Versión { $number } · aceptada por una persona
   *[other] Versión { $number } · aceptada por todo el grupo, { $count } personas
}
contract-title = { $name } · acuerdo, versión { $number }
contract-agreed-by = Aceptado por { $names } el { $on }
no-contract-yet = Todavía no hay acuerdo; el borrador espera la palabra de todo el grupo.
tap-all-fine = Todo bien
tap-change-line = Cambiar una línea
tap-add-line = Añadir una línea
tap-line = { $number }. { $line }
which-line = ¿Qué línea quieres cambiar?
ask-new-words = ¿Cómo debería decir? Dilo como se lo dirías a una amistad.
ask-added-line = ¿Qué línea añadimos? Se puede empezar en plural: «Cuidamos…», «Avisamos…».
draft-changed = Más abajo hay un borrador más nuevo.
diff-dropped = Ya no: «{ $line }»
diff-changed = «{ $before }» pasa a ser «{ $after }»
diff-added = Nuevo: «{ $line }»
agreed-first = La versión 1 está aceptada por todo el grupo, { $count } personas.
agreed-version = La versión { $number } está aceptada por todo el grupo, { $count } personas. Vale desde ahora.
first-task = ¿Qué es lo primero que hay que hacer, quién lo hace y para cuándo?
tap-first-task = Me encargo de una primera tarea
review-ahead = El { $on } volvemos a leer nuestro acuerdo, línea por línea. Son unos minutos.
review-title = Releemos, línea { $number } de { $all }
tap-keep = Mantener
tap-change = Cambiar
tap-drop = Quitar
