# Круги согласия и решения.
decide-title = Подходит ли нам это? { $what }
entry-title = { $name } хочет в группу, место: { $seat }. Подходит ли нам это?
round-heard = Высказались { $heard } из { $all }
round-agreed = { $worried ->
    [0] Решено: подходит всем ({ $fine })
   *[other] Решено: подходит ({ $fine }), с оговоркой ({ $worried })
}
round-blocked = Кому-то это не подходит.
round-unsettled = Отвечать стало некому.
round-withdrawn = Вопрос снят.
told-worry = Оговорка: { $words }
told-block = Пострадает: { $harmed } · Поможет: { $help }
tap-fine = Подходит
tap-worry = Подходит, но есть оговорка
tap-block = Мне это не подходит
ask-worry = Что вас беспокоит? Это будет записано рядом с решением.
ask-harmed = Что от этого пострадает?
ask-help = А что помогло бы?
round-remind = «{ $name }» ждёт вашего голоса, никто не скажет за вас:
round-waits = { $missing ->
    [one] Не хватает ещё { $missing } голоса, поэтому вопрос открыт. Молчание не значит «да».
   *[other] Не хватает ещё { $missing } голосов, поэтому вопрос открыт. Молчание не значит «да».
}
decided = Решено: { $what }
decision-blocked = Кому-то не подходит «{ $what }». Почему, написано под вопросом. Что вы сделаете?
decision-postponed = «{ $what }» меняли дважды, и всё равно кому-то это вредит. Отложим до дня, когда перечитаем договор.
decision-withdrawn = «{ $what }» снято с обсуждения.
decision-talk = Давайте сначала поговорим о «{ $what }», а потом решим. Спешить некуда.
ask-revision = Как сказать «{ $what }» лучше?
tap-revise = Изменить вопрос
tap-withdraw = Снять вопрос
tap-talk-first = Сначала поговорить
