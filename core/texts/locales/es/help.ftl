# The pages of /help.
help-title-together = Lo que sé hacer
help-title-between = Entre chats y grupos
help-title-yours = Lo que es tuyo
argument-help-part = Qué página: vuestro grupo, otros grupos o lo tuyo
ask-help-part = ¿Qué página quieres ver?
word-part = página
choice-together = Nuestro grupo
choice-between = Otros grupos
choice-yours = Lo mío
