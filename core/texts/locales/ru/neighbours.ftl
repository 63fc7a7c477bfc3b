# Группы вокруг нашей: словами и картинкой.
command-neighbours = Посмотреть, какие группы вокруг вашей: словами и картинкой
around-title = Группы вокруг «{ $name }»
around-known = { $place }. { $name } · { $ties }
around-topic = { $count ->
    [one] { $topic }: { $count } группа, с которой мы ещё не знакомы
    [few] { $topic }: { $count } группы, с которыми мы ещё не знакомы
   *[many] { $topic }: { $count } групп, с которыми мы ещё не знакомы
}
around-more = и ещё { $count }
around-none = Пока мы никого вокруг не знаем. { $prefix }meet найдёт группу по теме.
around-picture = Группы вокруг «{ $name }»
around-undrawn = На этот раз картинка не нарисовалась. Список говорит то же самое.
tap-neighbours-dark = На тёмном фоне
tie-kin = родня
tie-agreed = у нас договор
tie-met = мы знакомы
tie-nameless = группа с нашей темой, с которой мы ещё не знакомы
