# Що обіцяють учасники.
promised = { $name }: { $what }, термін: { $by }
promise-due = Ви взялися за справу: «{ $what }». Як вона?
promise-kept = «{ $what }»: зроблено. Дякую.
promise-later = Для «{ $what }» тепер термін: { $by }.
promise-offered = Інші вже знають, що «{ $what }» можна перейняти.
promise-hushed = Про «{ $what }» більше не нагадаю. У /group воно лишається.
looking-for-hands = Хто візьме цю справу? { $what }
tap-done = Зроблено
tap-two-days = +2 дні
tap-someone-take = Може, хтось візьме?
tap-stop-reminding = Більше не нагадувати
tap-take-it = Візьму
