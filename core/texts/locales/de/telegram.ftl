# Auf der Taste, die Telegrams eigenes Fenster öffnet, in dem man den Chat der Gruppe wählt oder anlegt.
telegram-choose-home = Gruppenchat wählen oder anlegen
