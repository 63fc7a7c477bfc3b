# Договір, його рядки і як на них погоджуються.
clause-answer-within = { $days ->
    [one] Ми відповідаємо одне одному протягом { $days } дня.
   *[other] Ми відповідаємо одне одному протягом { $days } днів.
}
clause-consent = Ми вирішуємо разом: рішення чинне, якщо воно нікому не шкодить.
clause-speak-first = Якщо нас щось зачіпає, ми спершу кажемо про це самій людині.
clause-leave-freely = Кожен може піти будь-коли й передає іншим те, за що відповідав.
clause-review-on = Ми перечитаємо це { $on }.
numbered = { $number }. { $line }
contract-draft = Наш договір, чернетка версії { $number }
contract-agreed = Версія { $number } · згодні всі, нас { $count }
contract-title = { $name } · договір, версія { $number }
contract-agreed-by = Погодилися: { $names }, { $on }
no-contract-yet = Договору ще немає; чернетка чекає на слово кожного.
tap-all-fine = Усе підходить
tap-change-line = Змінити рядок
tap-add-line = Додати рядок
tap-line = { $number }. { $line }
which-line = Який рядок змінити?
ask-new-words = Як він має звучати? Скажіть так, як сказали б друзям.
ask-added-line = Який рядок додати? Добре почати з «Ми…».
draft-changed = Нижче є новіша чернетка.
diff-dropped = Більше не буде: «{ $line }»
diff-changed = Замість «{ $before }» буде «{ $after }»
diff-added = Нове: «{ $line }»
agreed-first = Версію 1 прийнято, згодні всі, нас { $count }.
agreed-version = Версію { $number } прийнято, згодні всі, нас { $count }. Відтепер діє вона.
first-task = З чого почнемо: що, хто і до якого часу?
tap-first-task = Візьму першу справу
review-ahead = { $on } ми перечитаємо наш договір рядок за рядком. Це забере кілька хвилин.
review-title = Перечитуємо, рядок { $number } з { $all }
tap-keep = Залишити
tap-change = Змінити
tap-drop = Прибрати
