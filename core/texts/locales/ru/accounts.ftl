# Один человек в нескольких мессенджерах, что о нём хранится и как его забыть.
command-link = Сказать, что в другом мессенджере это тоже вы
command-mydata = Прочитать всё, что я о вас храню
command-forget = Быть забытым: выйти отовсюду и стереть, кто вы
argument-link-code = Код, который я дал вам в другом мессенджере
ask-link-code = Какой код я дал вам в другом мессенджере?
account-shown = { $name } ({ $messenger })
link-code = Ваш код: { $code }. Напишите мне лично в другом мессенджере в течение { $minutes } минут: { "/" }link { $code } (в Matrix !link { $code }). Потом я спрошу вас здесь.
link-wrong = Этот код не подходит, или его пять минут прошли. Напишите { "/" }link в другом мессенджере (в Matrix !link), и будет новый.
refused-link-tries = Не подошли { $tries } кодов. Попробуйте, пожалуйста, через час.
refused-link-late = Время прошло. Напишите /link, и будет новый код.
link-typed = Спасибо. Теперь подтвердите там, где получили код.
link-sure = Ваш код набрал(а) { $other }. Это вы? Тогда оба станут одним человеком с одним голосом.
link-sure-group = Вы оба в группе «{ $name }»: два места станут одним.
link-sure-home = { $other } получит ключ от комнаты группы «{ $name }», и группа прочтёт, что это вы.
tap-link-yes = Да, это я
tap-link-no = Нет
link-denied = Хорошо. Ничего не объединено, код больше не действует.
linked = Вы и { $other } теперь один человек.
linked-group = В группе «{ $name }» у вас одно место и один голос.
linked-home = Ключ от комнаты группы «{ $name }» отправлен: { $other }.
linked-undo = Сутки это можно отменить. Места, ставшие одним, одним и останутся.
tap-link-undo = Отменить
unlinked = Это снова два человека. У каждого то, что он принёс, если оно ещё есть.
member-is-one = { $name } был(а) здесь дважды, из двух мессенджеров. Теперь это одно место и один голос, и вас { $count }.
member-also-here = { $name } теперь здесь и как { $other }: один человек, одно место, один голос.
mydata-title = Это всё, что я о вас храню, по всем вашим аккаунтам.
mydata-settings = Язык: { $language }. Часовой пояс: { $zone }.
mydata-line = { $told }
mydata-one = { $one }
mydata-two = { $one } · { $other }
mydata-end = Переписку я не храню, только то, что вы сказали мне для своих групп. /forget сотрёт, кто вы.
mydata-accounts = Аккаунты ({ $count })
mydata-drafts = Открытые вопросы ({ $count })
mydata-group-waiting = Очереди в группы ({ $count })
mydata-members = Места в группах ({ $count })
mydata-outbox = Сообщения вам, пока не доставлены ({ $count })
mydata-promises = Обещания ({ $count })
mydata-proposal-waiting = Очереди в предложения ({ $count })
mydata-proposals = Предложения ({ $count })
mydata-rounds = Вопросы, которые вы задали группе ({ $count })
mydata-seats = Места в предложениях ({ $count })
mydata-voices = Что вы сказали о решениях ({ $count })
forget-sure = Забыть вас? Вы выйдете из { $groups ->
    [0] всего, хотя групп у вас нет
    [one] { $groups } группы
   *[other] { $groups } групп
}, и я сотру, кто вы, { $accounts ->
    [one] в этом аккаунте
    [few] во всех { $accounts } аккаунтах
   *[other] во всех { $accounts } аккаунтах
}. То, о чём договорились ваши группы, останется без вашего имени.
tap-forget = Забыть меня
tap-forget-not = Не забывать
forget-not = Всё осталось как было.
forgotten = Вы вышли отовсюду. Через минуту здесь ничто не скажет, кем вы были. Всего доброго.
word-code = код
mydata-acts = Когда вы последний раз что-то делали в группе ({ $count })
mydata-advisers = Что другие группы могут просить у вас совета ({ $count })
mydata-advice = Советы, о которых вас просили ({ $count })
mydata-bars = О чём вас больше не спрашивать ({ $count })
mydata-blocks = Кого вы заблокировали ({ $count })
mydata-concerns = Что вас тревожило ({ $count })
mydata-contract-events = Изменения договора, которые вы предложили или приняли ({ $count })
mydata-introductions = Знакомства, о которых вы просили ({ $count })
mydata-nevers = Темы, о которых вас не спрашивать ({ $count })
mydata-notices = Что вам нужно и что вы предлагаете ({ $count })
mydata-nudges = О чём я напоминал или напомню ({ $count })
mydata-pauses = Когда вас нет ({ $count })
mydata-pledged = К чему вы присоединились ({ $count })
mydata-pledges = Что вы предложили сделать вместе ({ $count })
mydata-profiles = Что вы рассказали мне в /me ({ $count })
mydata-seekings = Что вы ищете ({ $count })
mydata-share-reactions = Ваши реакции на то, чем делились ({ $count })
mydata-shares = Чем вы делились с другими группами, без текста ({ $count })
