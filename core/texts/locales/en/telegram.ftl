# On the button that opens Telegram's own dialogue for choosing, or making, the group's chat.
telegram-choose-home = Choose or make our group chat
