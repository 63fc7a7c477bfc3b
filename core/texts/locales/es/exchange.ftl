# Lo que los grupos se dicen: líneas de acuerdos, palabras transmitidas y lo que no se puede.
clause-gives = { $party } aporta: { $what }
clause-gives-by = { $party } aporta antes del { $by }: { $what }
clause-until = Este acuerdo vale hasta el { $on }. Cualquiera de los grupos puede terminarlo antes por su cuenta.
clause-when-late = { $days ->
    [one] Quien vaya a retrasarse avisa un día antes.
   *[other] Quien vaya a retrasarse avisa { $days } días antes.
}

relay-header = ⇄ { $author } · { $group }
relay-header-from = ⇄ { $author } · { $group } ({ $messenger })
relay-someone = Alguien
relay-some-group = un grupo vinculado
relay-some-file = un archivo
relay-words = { $words }
relay-file-stayed = { $name } ({ $size } kB) se quedó al otro lado: es demasiado grande para este chat.
relay-file-stayed-unmeasured = { $name } se quedó al otro lado.
relay-reaction = { $symbol } { $count }
relay-reactions = Reacciones del otro lado: { $reactions }
relay-digest = { $count ->
    [one] Y un mensaje más de { $authors }, reunido para no saturaros.
   *[other] Y { $count } mensajes más de { $authors }, reunidos para no saturaros.
}

refused-first-line-empty = Escribe en una línea qué os gustaría hacer juntos.
refused-first-line-long = Tu línea tiene { $length } caracteres. Que sean { $most } como mucho, por favor.
refused-first-line-link = La primera línea no lleva enlaces, direcciones ni números. Quita «{ $words }», por favor. Los nombres y las tarjetas llegan cuando ambas partes han dicho que sí.
refused-first-line-name = La primera línea no lleva nombres. Quita «{ $name }», por favor. Los nombres llegan cuando ambas partes han dicho que sí.
refused-introductions-cap = Vuestro grupo tiene { $most } presentaciones abiertas, el máximo. Esperad una respuesta o retirad una.
refused-introduction-over = Esta presentación ha terminado. Podéis volver a preguntar con /meet.
refused-introduction-not-yours = Esto no se le preguntó a vuestro grupo.
refused-not-met = Los nombres solo se ven cuando ambas partes han dicho que sí.
refused-link-closed = Este vínculo está cerrado y ya no transmite nada. Para volver a conocerse: /meet.
refused-link-full = { $most } grupos comparten ya este vínculo; no caben más.
refused-consent-missing = Todavía no han consentido todos los grupos de este vínculo.
refused-other-text = Los grupos tienen ahora otro texto delante. La tarjeta más reciente lo muestra.
refused-not-party = Vuestro grupo no forma parte de este acuerdo.
refused-agreement-over = Este acuerdo ya no admite ese paso. Para empezar otro: /agree.
refused-pack-large = Un paquete tiene como mucho { $most } kB. Quita lo que se use poco.
refused-pack-toml = Esto no se puede leer como TOML: { $where }
refused-pack-field = El paquete no está bien en { $where }: { $what }
