# Только для Discord: кнопка, открывающая поле для ответа.
discord-answer = Ответить
discord-answer-hint = Своими словами
