# Лише для Discord: кнопка, що відкриває поле для відповіді.
discord-answer = Відповісти
discord-answer-hint = Своїми словами
