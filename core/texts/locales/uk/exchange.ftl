# Що групи кажуть одна одній: рядки угод, передані слова і чого зробити не можна.
clause-gives = { $party } дає: { $what }
clause-gives-by = { $party } дає (термін: { $by }): { $what }
clause-until = Ця угода діє до { $on }. Будь-яка з груп може припинити її раніше сама.
clause-when-late = { $days ->
    [one] Хто не встигає, попереджає за { $days } день.
    [few] Хто не встигає, попереджає за { $days } дні.
   *[other] Хто не встигає, попереджає за { $days } днів.
}

relay-header = ⇄ { $author } · { $group }
relay-header-from = ⇄ { $author } · { $group } ({ $messenger })
relay-someone = Хтось
relay-some-group = пов'язана група
relay-some-file = файл
relay-words = { $words }
relay-file-stayed = { $name } ({ $size } кБ) не передано: для цього чату файл завеликий.
relay-file-stayed-unmeasured = { $name } не передано.
relay-reaction = { $symbol } { $count }
relay-reactions = Реакції з того боку: { $reactions }
relay-digest = { $count ->
    [one] І ще { $count } повідомлення ({ $authors }): зібране разом, щоб не засипати вас.
    [few] І ще { $count } повідомлення ({ $authors }): зібрані разом, щоб не засипати вас.
   *[other] І ще { $count } повідомлень ({ $authors }): зібрані разом, щоб не засипати вас.
}

refused-first-line-empty = Напишіть одним рядком, що ви хотіли б робити разом.
refused-first-line-long = У вашому рядку { $length } знаків. Будь ласка, вкладіться у { $most }.
refused-first-line-link = У першому рядку не буває посилань, адрес і номерів. Приберіть, будь ласка, «{ $words }». Імена й картки з'являться, коли обидві сторони скажуть «так».
refused-first-line-name = У першому рядку не буває імен. Приберіть, будь ласка, «{ $name }». Імена з'являться, коли обидві сторони скажуть «так».
refused-introductions-cap = У вашої групи вже { $most } відкриті знайомства: більше не буває. Дочекайтеся відповіді або відкличте одне.
refused-introduction-over = Це знайомство завершено. Запитати знову можна командою /meet.
refused-introduction-not-yours = Про це питали не вашу групу.
refused-not-met = Імена видно лише після того, як обидві сторони сказали «так».
refused-link-closed = Цей зв'язок закрито, він нічого не передає. Познайомитися знову: /meet.
refused-link-full = На цьому зв'язку вже { $most } груп, більше він не вміщує.
refused-consent-missing = Ще не всі групи цього зв'язку дали згоду.
refused-other-text = Перед групами тепер інший текст. Відкрийте найновішу картку.
refused-not-party = Ваша група не бере участі в цій угоді.
refused-agreement-over = Для цієї угоди такий крок уже неможливий. Почати нову: /agree.
refused-pack-large = У наборі не більше { $most } кБ. Приберіть те, що потрібно рідко.
refused-pack-toml = Це не читається як TOML: { $where }
refused-pack-field = У наборі помилка, місце { $where }: { $what }
