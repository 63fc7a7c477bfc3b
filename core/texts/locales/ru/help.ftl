# The pages of /help.
help-title-together = Что я умею
help-title-between = Между чатами и группами
help-title-yours = Что ваше
argument-help-part = Какая страница: ваша группа, другие группы или ваше
ask-help-part = Какую страницу показать?
word-part = страница
choice-together = Наша группа
choice-between = Другие группы
choice-yours = Моё
