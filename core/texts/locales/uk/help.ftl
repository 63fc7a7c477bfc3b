# The pages of /help.
help-title-together = Що я вмію
help-title-between = Між чатами й групами
help-title-yours = Що ваше
argument-help-part = Яка сторінка: ваша група, інші групи чи ваше
ask-help-part = Яку сторінку показати?
word-part = сторінка
choice-together = Наша група
choice-between = Інші групи
choice-yours = Моє
