# Что обещают участники.
promised = { $name }: { $what }, срок: { $by }
promise-due = Вы взялись за дело: «{ $what }». Как оно?
promise-kept = «{ $what }»: готово. Спасибо.
promise-later = Для «{ $what }» теперь срок: { $by }.
promise-offered = Я спросил, кто мог бы взять «{ $what }».
promise-hushed = Больше не напомню о «{ $what }». В /group оно остаётся.
looking-for-hands = Кто возьмёт это дело? { $what }
tap-done = Готово
tap-two-days = +2 дня
tap-someone-take = Может, кто-то возьмёт?
tap-stop-reminding = Больше не напоминать
tap-take-it = Возьму
