# Теми, за якими стежать, і платформи.
command-follow = Стежити в цьому чаті за темою й дізнаватися, що в ній нового
argument-follow-topic = Тема, наприклад: ремонт
ask-follow-topic = За якою темою стежити в цьому чаті? Наприклад: ремонт
command-unfollow = Більше не стежити за темою
argument-unfollow-topic = Тема, наприклад: ремонт
ask-unfollow-topic = За якою темою цьому чату більше не стежити?
command-topics = За чим стежить цей чат, хто там є і що зараз відкрито
command-platform = Що дає тема: місця, звичні рядки, хто кому допомагає
argument-platform-name = Платформа, наприклад: making
ask-platform-name = Яка платформа? Наприклад: making
word-name = назва, імʼя, платформа

followed = Цей чат стежить за темою «{ $topic }».
pace-is-daily = Не більше одного повідомлення на день.
pace-is-all = Про кожне одразу.
tap-pace-all = Пишіть нам одразу
tap-pace-daily = Досить разу на день
follow-open-now = { $count ->
    [one] Зараз відкрито { $count } справу:
    [few] Зараз відкрито { $count } справи:
   *[many] Зараз відкрито { $count } справ:
}
follow-nothing-yet = Зараз у ній нічого не відкрито.
unfollow-which = За якою темою цьому чату більше не стежити?
unfollowed = Цей чат більше не стежить за темою «{ $topic }».
topics-title = За чим стежить цей чат
topics-none = Цей чат поки ні за чим не стежить. Почати можна так: { $prefix }follow і тема.
crowd = { $topic }: { $groups ->
    [one] { $groups } група
    [few] { $groups } групи
   *[many] { $groups } груп
}, { $people ->
    [one] { $people } людина
    [few] { $people } людини
   *[many] { $people } людей
}; { $most ->
    [one] ніхто не є більш ніж в одній із них
   *[other] ніхто не є більш ніж у { $most } із них
}
crowd-none = { $topic }: груп поки немає
tap-show = Подивитися «{ $what }»
news-digest = { $count ->
    [one] Нове в темі { $topics }
   *[other] Нове в темі { $topics }: { $count }
}
news-more = { $count ->
    [one] І ще одне: /topics
   *[other] І ще { $count }: /topics
}
news-proposal = { $what } · { $count } з { $fewest }–{ $most } людей
platforms = Яку платформу показати?
platforms-topics = Там, наприклад: { $words }
platform-seats = Часто потрібні місця: { $words }
platform-fields = На картці можна вказати ще: { $words }
platform-clauses = Рядки, які такі групи часто додають:
platform-passes = Кому потрібно: { $need }, тих бачить і платформа «{ $platform }»
tap-follow = Стежити тут: «{ $topic }»
refused-topic-empty = Тема: одне-два слова, наприклад «ремонт».
refused-follows-many = Цей чат стежить за темами: { $most }, більше не прочитати. /unfollow звільнить місце.
refused-follows-already = Цей чат уже стежить за темою «{ $topic }».
refused-follows-not = Цей чат не стежить за темою «{ $topic }».
refused-follows-nothing = Цей чат ні за чим не стежить.
