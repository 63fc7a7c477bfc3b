# Palabras que se pueden escribir antes de los dos puntos en lugar del nombre, separadas por comas.
word-what = qué, título, idea, tarea, pregunta
word-need = hace falta, hacen falta, falta, necesitamos, buscamos, se necesita, puestos
word-people = personas, gente, cuántos, cuántas, tamaño, participantes
word-by = hasta, para, plazo, cuándo, fecha
word-topics = temas, tema, etiquetas, sobre
word-language = idioma, lengua
word-zone = zona, zona horaria, huso horario, ciudad
# Otros nombres de los idiomas.
word-choice-en = inglés
word-choice-ru = ruso
word-choice-uk = ucraniano
word-choice-de = alemán
word-choice-es = español, castellano
