# The pages of /help.
help-title-together = Was ich kann
help-title-between = Zwischen Chats und Gruppen
help-title-yours = Was dir gehört
argument-help-part = Welche Seite: eure Gruppe, andere Gruppen oder deins
ask-help-part = Welche Seite möchtest du?
word-part = seite
choice-together = Unsere Gruppe
choice-between = Andere Gruppen
choice-yours = Meins
