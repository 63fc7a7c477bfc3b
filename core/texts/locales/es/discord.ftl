# Lo que solo muestra Discord: el botón que abre un campo para escribir.
discord-answer = Responder
discord-answer-hint = Con tus propias palabras
