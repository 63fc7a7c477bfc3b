# Qué hace cada orden, en el menú de un servicio de mensajería: 100 caracteres como mucho.
command-propose = Proponer algo en común y encontrar a la gente para hacerlo
command-group = Ver quién aporta qué en tu grupo, qué está abierto y qué fechas vienen
command-promise = Prometer al grupo hacer algo para una fecha
command-decide = Proponer al grupo una decisión con la que todo el mundo pueda vivir
command-contract = Leer lo que ha acordado tu grupo
command-review = Repasar el acuerdo línea por línea: mantener, cambiar o quitar
command-leave = Salir del grupo; no hace falta dar motivos
command-lang = Elegir el idioma en que te hablo
command-zone = Indicar tu zona horaria, para que las horas y los avisos sean los tuyos
command-constitution = Leer lo que ningún grupo, operador o mensaje puede desactivar
command-help = Ver qué se puede hacer aquí
command-cancel = Dejar mis preguntas y olvidar las respuestas
command-start = Empezar a hablar conmigo

# Qué es cada dato, igual de corto.
argument-propose-what = Qué hacer en común, por ejemplo: café de reparación los sábados
argument-propose-need = Quién o qué hace falta, por ejemplo: electrónica, costura, té
argument-propose-people = Cuántas personas, de 3 a 7, por ejemplo: 3-7
argument-propose-by = Hasta cuándo se puede entrar, por ejemplo: 20 de mayo, en dos semanas
argument-propose-topics = Temas con los que se encuentra, por ejemplo: reparación, costura
argument-promise-what = Qué vas a hacer, por ejemplo: pedir enchufes
argument-promise-by = Para cuándo, por ejemplo: viernes, mañana 18:00
argument-decide-what = Qué hay que decidir, por ejemplo: reunirnos en la biblioteca hasta agosto
argument-lang-language = Tu idioma
argument-zone-zone = La ciudad grande o zona horaria más cercana, por ejemplo: Europe/Madrid

# Lo que se pregunta cuando falta una respuesta.
ask-propose-what = ¿Qué te gustaría hacer con más gente? Por ejemplo: café de reparación los sábados
ask-propose-need = ¿Quién o qué hace falta? Por ejemplo: electrónica, costura, té. Si todo es bienvenido, escribe «-».
ask-propose-people = ¿Cuántas personas tendría que haber, de 3 a 7? Por ejemplo: 3-7 o 5
ask-propose-by = ¿Hasta cuándo se puede entrar? Por ejemplo: 20 de mayo o en dos semanas
ask-propose-topics = ¿De qué temas se trata? Por ejemplo: reparación, costura. Para no poner ninguno, escribe «-».
ask-promise-what = ¿Qué vas a hacer? Por ejemplo: pedir enchufes
ask-promise-by = ¿Para cuándo estará hecho? Por ejemplo: viernes o mañana 18:00
ask-decide-what = ¿Qué te gustaría que decidiera tu grupo? Por ejemplo: reunirnos en la biblioteca hasta agosto
ask-lang-language = ¿En qué idioma te hablo? Por ejemplo: español
ask-zone-zone = ¿Qué ciudad grande tiene la misma hora que tú? Por ejemplo: Europe/Madrid

# Cada idioma con su propio nombre.
choice-en = English
choice-ru = Русский
choice-uk = Українська
choice-de = Deutsch
choice-es = Español
