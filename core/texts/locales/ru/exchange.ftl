# Что группы говорят друг другу: строки соглашений, переданные слова и чего сделать нельзя.
clause-gives = { $party } даёт: { $what }
clause-gives-by = { $party } даёт (срок: { $by }): { $what }
clause-until = Это соглашение действует до { $on }. Любая из групп может прекратить его раньше сама.
clause-when-late = { $days ->
    [one] Кто не успевает, предупреждает за { $days } день.
    [few] Кто не успевает, предупреждает за { $days } дня.
   *[other] Кто не успевает, предупреждает за { $days } дней.
}

relay-header = ⇄ { $author } · { $group }
relay-header-from = ⇄ { $author } · { $group } ({ $messenger })
relay-someone = Кто-то
relay-some-group = связанная группа
relay-some-file = файл
relay-words = { $words }
relay-file-stayed = { $name } ({ $size } кБ) не передан: для этого чата файл слишком велик.
relay-file-stayed-unmeasured = { $name } не передан.
relay-reaction = { $symbol } { $count }
relay-reactions = Реакции с той стороны: { $reactions }
relay-digest = { $count ->
    [one] И ещё { $count } сообщение ({ $authors }): собрано вместе, чтобы не засыпать вас.
    [few] И ещё { $count } сообщения ({ $authors }): собраны вместе, чтобы не засыпать вас.
   *[other] И ещё { $count } сообщений ({ $authors }): собраны вместе, чтобы не засыпать вас.
}

refused-first-line-empty = Напишите одной строкой, что вы хотели бы делать вместе.
refused-first-line-long = В вашей строке { $length } знаков. Пожалуйста, уложитесь в { $most }.
refused-first-line-link = В первой строке не бывает ссылок, адресов и номеров. Уберите, пожалуйста, «{ $words }». Имена и карточки появятся, когда обе стороны скажут «да».
refused-first-line-name = В первой строке не бывает имён. Уберите, пожалуйста, «{ $name }». Имена появятся, когда обе стороны скажут «да».
refused-introductions-cap = У вашей группы уже { $most } открытых знакомства: больше не бывает. Дождитесь ответа или отзовите одно.
refused-introduction-over = Это знакомство завершено. Спросить снова можно командой /meet.
refused-introduction-not-yours = Об этом спрашивали не вашу группу.
refused-not-met = Имена видны только после того, как обе стороны сказали «да».
refused-link-closed = Эта связь закрыта и ничего не передаёт. Познакомиться снова: /meet.
refused-link-full = На этой связи уже { $most } групп, больше она не вмещает.
refused-consent-missing = Ещё не все группы этой связи дали согласие.
refused-other-text = Перед группами теперь другой текст. Откройте самую новую карточку.
refused-not-party = Ваша группа не участвует в этом соглашении.
refused-agreement-over = Для этого соглашения такой шаг уже невозможен. Начать новое: /agree.
refused-pack-large = В наборе не больше { $most } кБ. Уберите то, что нужно редко.
refused-pack-toml = Это не читается как TOML: { $where }
refused-pack-field = В наборе ошибка, место { $where }: { $what }
