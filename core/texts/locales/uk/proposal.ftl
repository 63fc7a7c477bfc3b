# Картка пропозиції, місця, початок.
own-words = { $words }
card-missing = Уже { $count } з { $fewest }–{ $most } · бракує: { $seats }
card-complete = Уже { $count } з { $fewest }–{ $most }
card-formed = Зібралася група. Зараз у ній { $count ->
    [one] { $count } людина
    [few] { $count } людини
   *[other] { $count } людей
}.
card-formed-missing = Зібралася група: { $count ->
    [one] { $count } людина
    [few] { $count } людини
   *[other] { $count } людей
} · бракує: { $seats }
card-closed = Закрито. Дякую всім, хто зазирнув.
card-brings = { $name }: { $seat }
card-idea = { $name }: це була ідея
card-until = Відкрито до { $by }
card-topics = Теми: { $topics }
card-waiting = { $count ->
    [one] Чекає ще { $count } людина.
    [few] Чекають ще { $count } людини.
   *[other] Чекають ще { $count } людей.
}
tap-bring = Беру на себе: { $seat }
tap-taken = { $seat } · зайнято, почекаю
tap-bring-else = Можу запропонувати інше
tap-not-now = Не зараз
tap-start = Починаємо
tap-wait-for-more = Зачекаймо ще людей
tap-ready = Так, починаємо
tap-step-out = Я вийду
tap-ask-to-join = Попроситися до групи
tap-wait = Записати мене в чергу
tap-join-that = Подивитися «{ $what }»
tap-post-anyway = Усе одно запропонувати своє
similar-open = Схоже на «{ $what }» вже збирають. Зазирніть спершу туди, щоб не збирати те саме нарізно:
ask-bring = Що ви принесете в «{ $what }»? Вистачить одного-двох слів.
enough = Для «{ $what }» вас уже { $count }, можна починати.
start-now = «{ $what }» може початися просто зараз, вас { $count }. Починаємо?
start-again = Для «{ $what }» бракує лише вашої відповіді. Починаємо?
ready-heard = { $missing ->
    [one] Добре. Чекаємо ще на { $missing } відповідь.
    [few] Добре. Чекаємо ще на { $missing } відповіді.
   *[other] Добре. Чекаємо ще на { $missing } відповідей.
}
we-wait = «{ $what }» поки зачекає: хтось з учасників хоче, щоб спершу прийшли ще люди.
too-few-to-start = «{ $what }» поки не починається: людей тепер замало. Які місця вільні, видно на картці.
seat-freed = «{ $what }» збирається почати, а відповіді від вас не було, тож місце знову вільне. Поки його не зайняли, повернути його можна одним дотиком на картці.
room-again = Знову є місце: «{ $what }».
you-wait = У «{ $what }» це місце зараз зайняте. Ви в черзі, і я напишу вам, щойно воно звільниться.
you-wait-full = У «{ $name }» вже { $most } людей, більше мала група не вміщує. Ви в черзі.
you-wait-forming = У «{ $name }» ще домовляються, як працювати разом. Ви в черзі.
toast-in = Ви в справі.
toast-seated = Ви в справі: { $seat }.
toast-already = Ви вже в справі.
toast-not-now = Добре, не зараз.
toast-ready = Питаю всіх, хто в справі.
toast-wait = Добре, чекаємо ще людей.
toast-heard = Почуто.
toast-opened = Пишу вам особисто.
deadline-too-few = Термін для «{ $what }» вийшов. Зібралося { $count ->
    [one] { $count } людина
    [few] { $count } людини
   *[other] { $count } людей
}, а потрібно щонайменше { $fewest }.
deadline-enough = Термін для «{ $what }» вийшов, і вас { $count }: можна починати.
tap-two-more-weeks = Ще два тижні
tap-close = Закрити
longer = «{ $what }» відкрито до { $by }.
closing = «{ $what }» закриється завтра, якщо ніхто з учасників не захоче продовжити.
