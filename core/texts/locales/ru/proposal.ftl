# Карточка предложения, места, начало.
own-words = { $words }
card-missing = Уже { $count } из { $fewest }–{ $most } · не хватает: { $seats }
card-complete = Уже { $count } из { $fewest }–{ $most }
card-formed = Собралась группа. Сейчас в ней { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[other] { $count } человек
}.
card-formed-missing = Собралась группа: { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[other] { $count } человек
} · не хватает: { $seats }
card-closed = Закрыто. Спасибо всем, кто заглянул.
card-brings = { $name }: { $seat }
card-idea = { $name }: это была идея
card-until = Открыто до { $by }
card-topics = Темы: { $topics }
card-waiting = { $count ->
    [one] Ждёт ещё { $count } человек.
    [few] Ждут ещё { $count } человека.
   *[other] Ждут ещё { $count } человек.
}
tap-bring = Беру на себя: { $seat }
tap-taken = { $seat } · занято, подожду
tap-bring-else = Могу предложить другое
tap-not-now = Не сейчас
tap-start = Начинаем
tap-wait-for-more = Подождём ещё людей
tap-ready = Да, начинаем
tap-step-out = Я выйду
tap-ask-to-join = Попроситься в группу
tap-wait = Записать меня в очередь
tap-join-that = Посмотреть «{ $what }»
tap-post-anyway = Всё равно предложить своё
similar-open = Похожее на «{ $what }» уже собирают. Загляните сначала туда, чтобы не собирать одно и то же врозь:
ask-bring = Что вы принесёте в «{ $what }»? Хватит одного-двух слов.
enough = Для «{ $what }» вас уже { $count }, можно начинать.
start-now = «{ $what }» может начаться прямо сейчас, вас { $count }. Начинаем?
start-again = Для «{ $what }» не хватает только вашего ответа. Начинаем?
ready-heard = { $missing ->
    [one] Хорошо. Ждём ещё { $missing } ответ.
    [few] Хорошо. Ждём ещё { $missing } ответа.
   *[other] Хорошо. Ждём ещё { $missing } ответов.
}
we-wait = «{ $what }» пока подождёт: кто-то из участников хочет, чтобы сначала пришли ещё люди.
too-few-to-start = «{ $what }» пока не начинается: людей теперь слишком мало. Какие места свободны, видно на карточке.
seat-freed = «{ $what }» собирается начать, а ответа от вас не было, поэтому место снова свободно. Пока его не заняли, вернуть его можно одним нажатием на карточке.
room-again = Снова есть место: «{ $what }».
you-wait = В «{ $what }» это место сейчас занято. Вы в очереди, и я напишу вам, как только оно освободится.
you-wait-full = В «{ $name }» уже { $most } человек, больше малая группа не вмещает. Вы в очереди.
you-wait-forming = В «{ $name }» ещё договариваются, как работать вместе. Вы в очереди.
toast-in = Вы в деле.
toast-seated = Вы в деле: { $seat }.
toast-already = Вы уже в деле.
toast-not-now = Хорошо, не сейчас.
toast-ready = Спрашиваю всех, кто в деле.
toast-wait = Хорошо, ждём ещё людей.
toast-heard = Услышано.
toast-opened = Написал вам лично.
deadline-too-few = Срок для «{ $what }» вышел. Собралось { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[other] { $count } человек
}, а нужно хотя бы { $fewest }.
deadline-enough = Срок для «{ $what }» вышел, и вас { $count }: можно начинать.
tap-two-more-weeks = Ещё две недели
tap-close = Закрыть
longer = «{ $what }» открыто до { $by }.
closing = «{ $what }» закроется завтра, если никто из участников не захочет продолжить.
