# Як знайомляться групи, які не знають одна одної, і з ким знайомитися не хочеться.
command-meet = Познайомитися з іще незнайомою групою: за темою або за назвою
command-block = Сказати, з ким ви не хочете, щоб вас зводили
argument-meet-what = Тема або назва групи, наприклад: швейні машини
argument-block-whom = Ім'я людини або назва групи, з якими ви зустрічалися
ask-meet-what = Про що ви хотіли б поговорити з іншою групою? Тема, наприклад: швейні машини. Або назва групи.
ask-block-whom = З ким вас більше не зводити? Напишіть ім'я.
word-whom = кого, хто, людина

messenger-called = { $name ->
    [telegram] Telegram
    [discord] Discord
    [matrix] Matrix
    [local] ця сторінка
   *[other] { $name }
}

meet-as-whom = Для кого ви питаєте?
tap-meet-as = Для «{ $name }»
tap-meet-me = Тільки для себе
meet-offer = Шукаю групу, якій підходить «{ $topic }». Вона побачить один ваш рядок, скільки вас і в якому ви месенджері; імен не побачить.
meet-offer-wait = «Так» прийде одразу, усе інше за 48 годин і без пояснень.
tap-meet-ask = Запитати
meet-ask-line = Який один рядок їм показати? Без імен, посилань і номерів, до 200 знаків.
meet-left = Тоді не будемо. /meet завжди під рукою.
meet-asked = Ми хотіли б познайомитися: { $topic }
meet-waiting = Питання поставлено. «Так» прийде одразу, усе інше до { $by }.
meet-met = Обидві сторони сказали «так».
meet-not-now = Цього разу нічого не вийшло.
meet-withdrawn = Питання відкликано.
tap-take-back = Відкликати
meet-nothing = З «{ $topic }» цього разу нічого не вийшло. Причин може бути багато; спробуйте іншу тему або ту саму пізніше.

meet-someone-asks = { $count ->
    [1] Одна людина ({ $messenger }) хотіла б поговорити з нами. Тема: { $topic }
    [one] Невелика група ({ $count } людина, { $messenger }) хотіла б поговорити. Тема: { $topic }
    [few] Невелика група ({ $count } людини, { $messenger }) хотіла б поговорити. Тема: { $topic }
   *[other] Невелика група ({ $count } людей, { $messenger }) хотіла б поговорити. Тема: { $topic }
}
tap-meet-yes = Так
tap-meet-no = Ні
tap-never-topic = Цю тему більше не треба
tap-never-group = Цю групу більше не треба
meet-answer-agreed = Ми сказали «так».
meet-answer-blocked = Не цього разу. Хто так вирішив, ніхто не дізнається.
meet-answer-unsettled = Відповіли не всі, тож нехай полежить.
meet-answer-withdrawn = Вони відкликали питання.
meet-no-noted = Прийнято. Ті, хто питав, не дізнаються ні про ваше «ні», ні про причину.
meet-never-topic-noted = Прийнято. Ця тема більше не прийде. Подивитися й скасувати: /block.
meet-never-group-noted = Прийнято. Від них питань більше не буде. Подивитися й скасувати: /block.

meet-both-yes = Обидві сторони сказали «так». Ось вони:
meet-card = { $count ->
    [one] { $count } людина, { $messenger }
    [few] { $count } людини, { $messenger }
   *[other] { $count } людей, { $messenger }
}
meet-card-person = { $messenger }
meet-card-seats = Що в них є: { $seats }
meet-again = Ми вже знайомилися раніше.
meet-link-next = Між нами тепер відкрито зв'язок. Ним проходить лише те, чим діляться, і кожна сторона може його закрити.
meet-group-next = Якщо хочете бути з ними, попросіться до групи: спитають кожного з них.
meet-person-next = { $name } тепер може попроситися до нас; спершу спитають нас усіх.

blocked = Вас більше не зводитимуть із «{ $name }», на жодному з ваших акаунтів. Там про це не дізнаються.
blocked-already = «{ $name }» уже у вашому списку.
block-which = Кого ви маєте на увазі?
tap-block-person = { $name } (людина)
tap-block-group = { $name } (група)
block-title = З ким вас не зводити:
block-unknown = Група, яка питала { $on }
block-topic = Тема «{ $topic }»
tap-block-lift = Скасувати: { $name }
block-lifted = Скасовано.
block-none = У вашому списку нікого немає. Додати: { $prefix }block та ім'я.
refused-block-unknown = Серед тих, із ким ви тут зустрічалися, немає «{ $name }».
