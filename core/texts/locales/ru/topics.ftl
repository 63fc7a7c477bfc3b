# Темы, за которыми следят, и платформы.
command-follow = Следить в этом чате за темой и узнавать, что в ней нового
argument-follow-topic = Тема, например: ремонт
ask-follow-topic = За какой темой следить в этом чате? Например: ремонт
command-unfollow = Больше не следить за темой
argument-unfollow-topic = Тема, например: ремонт
ask-unfollow-topic = За какой темой этому чату больше не следить?
command-topics = За чем следит этот чат, кто там есть и что сейчас открыто
command-platform = Что приносит тема: места, обычные строки, кто кому помогает
argument-platform-name = Платформа, например: мастерская
ask-platform-name = Какая платформа? Например: снабжение
word-name = название, имя, платформа

followed = Этот чат следит за темой «{ $topic }».
pace-is-daily = Не больше одного сообщения в день.
pace-is-all = О каждом сразу.
tap-pace-all = Пишите нам сразу
tap-pace-daily = Хватит раза в день
follow-open-now = { $count ->
    [one] Сейчас открыто { $count } дело:
    [few] Сейчас открыто { $count } дела:
   *[many] Сейчас открыто { $count } дел:
}
follow-nothing-yet = Сейчас в ней ничего не открыто.
unfollow-which = За какой темой этому чату больше не следить?
unfollowed = Этот чат больше не следит за темой «{ $topic }».
topics-title = За чем следит этот чат
topics-none = Этот чат пока ни за чем не следит. Начать можно так: { $prefix }follow и тема.
crowd = { $topic }: { $groups ->
    [one] { $groups } группа
    [few] { $groups } группы
   *[many] { $groups } групп
}, { $people ->
    [one] { $people } человек
    [few] { $people } человека
   *[many] { $people } человек
}; { $most ->
    [one] никто не состоит больше чем в одной из них
   *[other] никто не состоит больше чем в { $most } из них
}
crowd-none = { $topic }: групп пока нет
tap-show = Посмотреть «{ $what }»
news-digest = { $count ->
    [one] Новое в теме { $topics }
   *[other] Новое в теме { $topics }: { $count }
}
news-more = { $count ->
    [one] И ещё одно: /topics
   *[other] И ещё { $count }: /topics
}
news-proposal = { $what } · { $count } из { $fewest }–{ $most } человек
platforms = Какую платформу показать?
platforms-topics = Там, например: { $words }
platform-seats = Часто нужны места: { $words }
platform-fields = На карточке можно указать ещё: { $words }
platform-clauses = Строки, которые такие группы часто добавляют:
platform-passes = Кому нужно: { $need }, тех видит и платформа «{ $platform }»
tap-follow = Следить здесь: «{ $topic }»
refused-topic-empty = Тема: одно-два слова, например «ремонт».
refused-follows-many = Этот чат следит за темами: { $most }, больше не прочесть. /unfollow освободит место.
refused-follows-already = Этот чат уже следит за темой «{ $topic }».
refused-follows-not = Этот чат не следит за темой «{ $topic }».
refused-follows-nothing = Этот чат ни за чем не следит.
