# En el botón que abre la ventana de Telegram para elegir o crear el chat del grupo.
telegram-choose-home = Elegir o crear el chat del grupo
