# Temas que se siguen, y plataformas.
command-follow = Seguir un tema en este chat y saber qué hay de nuevo
argument-follow-topic = El tema, por ejemplo: reparar
ask-follow-topic = ¿Qué tema quieres que siga este chat? Por ejemplo: reparar
command-unfollow = Dejar de seguir un tema
argument-unfollow-topic = El tema, por ejemplo: reparar
ask-unfollow-topic = ¿Qué tema debe dejar de seguir este chat?
command-topics = Ver qué sigue este chat, quién hay y qué está abierto ahora
command-platform = Ver qué trae un tema: puestos, líneas habituales, quién ayuda a quién
argument-platform-name = La plataforma, por ejemplo: making
ask-platform-name = ¿Qué plataforma? Por ejemplo: making
word-name = nombre, plataforma

followed = Este chat sigue «{ $topic }».
pace-is-daily = Como mucho un mensaje al día.
pace-is-all = Cada cosa en cuanto llega.
tap-pace-all = Avísanos al momento
tap-pace-daily = Una vez al día basta
follow-open-now = { $count ->
    [one] Hay una cosa abierta ahora:
   *[other] Hay { $count } cosas abiertas ahora:
}
follow-nothing-yet = Ahora mismo no hay nada abierto.
unfollow-which = ¿Qué tema debe dejar de seguir este chat?
unfollowed = Este chat ya no sigue «{ $topic }».
topics-title = Lo que sigue este chat
topics-none = Este chat aún no sigue nada. Se empieza con { $prefix }follow y un tema.
crowd = { $topic }: { $groups ->
    [one] un grupo
   *[other] { $groups } grupos
}, { $people ->
    [one] una persona
   *[other] { $people } personas
}; { $most ->
    [one] nadie está en más de uno de ellos
   *[other] nadie está en más de { $most } de ellos
}
crowd-none = { $topic }: todavía ningún grupo
tap-show = Ver «{ $what }»
news-digest = { $count ->
    [one] Nuevo en { $topics }
   *[other] Nuevo en { $topics }: { $count }
}
news-more = { $count ->
    [one] Y una más: /topics
   *[other] Y { $count } más: /topics
}
news-proposal = { $what } · { $count } de { $fewest }–{ $most } personas
platforms = ¿Qué plataforma quieres ver?
platforms-topics = Allí hay, por ejemplo: { $words }
platform-seats = Puestos que suelen hacer falta: { $words }
platform-fields = Una tarjeta también puede decir: { $words }
platform-clauses = Líneas que estos grupos suelen añadir:
platform-passes = A quien necesita { $need } lo ve también: { $platform }
tap-follow = Seguir «{ $topic }» aquí
refused-topic-empty = Un tema es una palabra o dos, como «reparar».
refused-follows-many = Este chat sigue { $most } temas, nadie lee más. /unfollow hace sitio.
refused-follows-already = Este chat ya sigue «{ $topic }».
refused-follows-not = Este chat no sigue «{ $topic }».
refused-follows-nothing = Este chat no sigue nada.
