# Договор, его строки и как с ними соглашаются.
clause-answer-within = { $days ->
    [one] Мы отвечаем друг другу в течение { $days } дня.
   *[other] Мы отвечаем друг другу в течение { $days } дней.
}
clause-consent = Мы решаем вместе: решение принято, если оно никому не вредит.
clause-speak-first = Если нас что-то задевает, мы сначала говорим об этом самому человеку.
clause-leave-freely = Каждый может уйти в любой момент и передаёт другим то, за что отвечал.
clause-review-on = Мы перечитаем это { $on }.
numbered = { $number }. { $line }
contract-draft = Наш договор, черновик версии { $number }
contract-agreed = Версия { $number } · согласны все, нас { $count }
contract-title = { $name } · договор, версия { $number }
contract-agreed-by = Согласились: { $names }, { $on }
no-contract-yet = Договора ещё нет; черновик ждёт слова каждого.
tap-all-fine = Всё подходит
tap-change-line = Изменить строку
tap-add-line = Добавить строку
tap-line = { $number }. { $line }
which-line = Какую строку изменить?
ask-new-words = Как она должна звучать? Скажите так, как сказали бы другу.
ask-added-line = Какую строку добавить? Хорошо начать с «Мы…».
draft-changed = Ниже есть более новый черновик.
diff-dropped = Больше не будет: «{ $line }»
diff-changed = Вместо «{ $before }» будет «{ $after }»
diff-added = Новое: «{ $line }»
agreed-first = Версия 1 принята, согласны все, нас { $count }.
agreed-version = Версия { $number } принята, согласны все, нас { $count }. Теперь действует она.
first-task = С чего начнём: что, кто и к какому сроку?
tap-first-task = Возьму первое дело
review-ahead = { $on } мы перечитаем наш договор строка за строкой. Это займёт несколько минут.
review-title = Перечитываем, строка { $number } из { $all }
tap-keep = Оставить
tap-change = Изменить
tap-drop = Убрать
