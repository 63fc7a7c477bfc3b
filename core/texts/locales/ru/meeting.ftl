# Как знакомятся группы, которые не знают друг друга, и с кем знакомиться не хочется.
command-meet = Познакомиться с ещё незнакомой группой: по теме или по названию
command-block = Сказать, с кем вы не хотите, чтобы вас сводили
argument-meet-what = Тема или название группы, например: швейные машины
argument-block-whom = Имя человека или название группы, с которыми вы встречались
ask-meet-what = О чём вы хотели бы поговорить с другой группой? Тема, например: швейные машины. Или название группы.
ask-block-whom = С кем вас больше не сводить? Напишите имя.
word-whom = кого, кто, человек

messenger-called = { $name ->
    [telegram] Telegram
    [discord] Discord
    [matrix] Matrix
    [local] эта страница
   *[other] { $name }
}

meet-as-whom = Для кого вы спрашиваете?
tap-meet-as = Для «{ $name }»
tap-meet-me = Только для себя
meet-offer = Ищу группу, которой подходит «{ $topic }». Она увидит одну вашу строку, сколько вас и в каком вы мессенджере; имён не увидит.
meet-offer-wait = «Да» придёт сразу, всё остальное через 48 часов и без объяснений.
tap-meet-ask = Спросить
meet-ask-line = Какую одну строку им показать? Без имён, ссылок и номеров, до 200 знаков.
meet-left = Тогда не будем. /meet всегда под рукой.
meet-asked = Мы хотели бы познакомиться: { $topic }
meet-waiting = Вопрос задан. «Да» придёт сразу, всё остальное до { $by }.
meet-met = Обе стороны сказали «да».
meet-not-now = На этот раз ничего не вышло.
meet-withdrawn = Вопрос отозван.
tap-take-back = Отозвать
meet-nothing = С «{ $topic }» на этот раз ничего не вышло. Причин может быть много; попробуйте другую тему или ту же позже.

meet-someone-asks = { $count ->
    [1] Один человек ({ $messenger }) хотел бы поговорить с нами. Тема: { $topic }
    [one] Небольшая группа ({ $count } человек, { $messenger }) хотела бы поговорить. Тема: { $topic }
    [few] Небольшая группа ({ $count } человека, { $messenger }) хотела бы поговорить. Тема: { $topic }
   *[other] Небольшая группа ({ $count } человек, { $messenger }) хотела бы поговорить. Тема: { $topic }
}
tap-meet-yes = Да
tap-meet-no = Нет
tap-never-topic = Эту тему больше не надо
tap-never-group = Эту группу больше не надо
meet-answer-agreed = Мы сказали «да».
meet-answer-blocked = Не в этот раз. Кто так решил, никто не узнает.
meet-answer-unsettled = Ответили не все, поэтому пусть полежит.
meet-answer-withdrawn = Они отозвали вопрос.
meet-no-noted = Принято. Те, кто спрашивал, не узнают ни о вашем «нет», ни о причине.
meet-never-topic-noted = Принято. Эта тема больше не придёт. Посмотреть и отменить: /block.
meet-never-group-noted = Принято. От них вопросов больше не будет. Посмотреть и отменить: /block.

meet-both-yes = Обе стороны сказали «да». Вот они:
meet-card = { $count ->
    [one] { $count } человек, { $messenger }
    [few] { $count } человека, { $messenger }
   *[other] { $count } человек, { $messenger }
}
meet-card-person = { $messenger }
meet-card-seats = Что у них есть: { $seats }
meet-again = Мы уже знакомились раньше.
meet-link-next = Между нами теперь открыта связь. По ней проходит только то, чем делятся, и каждая сторона может её закрыть.
meet-group-next = Если хотите быть с ними, попроситесь в группу: спросят каждого из них.
meet-person-next = { $name } теперь может попроситься к нам; сначала спросят нас всех.

blocked = Вас больше не будут сводить с «{ $name }», ни на одном из ваших аккаунтов. Там об этом не узнают.
blocked-already = «{ $name }» уже в вашем списке.
block-which = Кого вы имеете в виду?
tap-block-person = { $name } (человек)
tap-block-group = { $name } (группа)
block-title = С кем вас не сводить:
block-unknown = Группа, которая спрашивала { $on }
block-topic = Тема «{ $topic }»
tap-block-lift = Отменить: { $name }
block-lifted = Отменено.
block-none = В вашем списке никого нет. Добавить: { $prefix }block и имя.
refused-block-unknown = Среди тех, с кем вы здесь встречались, нет «{ $name }».
