# Одна людина в кількох месенджерах, що про неї зберігається і як її забути.
command-link = Сказати, що в іншому месенджері це теж ви
command-mydata = Прочитати все, що я про вас зберігаю
command-forget = Бути забутим: вийти звідусіль і стерти, хто ви
argument-link-code = Код, який я дав вам в іншому месенджері
ask-link-code = Який код я дав вам в іншому месенджері?
account-shown = { $name } ({ $messenger })
link-code = Ваш код: { $code }. Напишіть мені особисто в іншому месенджері протягом { $minutes } хвилин: { "/" }link { $code } (у Matrix !link { $code }). Потім я спитаю вас тут.
link-wrong = Цей код не підходить, або його п’ять хвилин минули. Напишіть { "/" }link в іншому месенджері (у Matrix !link), і буде новий.
refused-link-tries = Не підійшли { $tries } кодів. Спробуйте, будь ласка, за годину.
refused-link-late = Час минув. Напишіть /link, і буде новий код.
link-typed = Дякую. Тепер підтвердьте там, де отримали код.
link-sure = Ваш код набрав(-ла) { $other }. Це ви? Тоді обоє станете однією людиною з одним голосом.
link-sure-group = Ви обоє в групі «{ $name }»: два місця стануть одним.
link-sure-home = { $other } отримає ключ від кімнати групи «{ $name }», і група прочитає, що це ви.
tap-link-yes = Так, це я
tap-link-no = Ні
link-denied = Гаразд. Нічого не об’єднано, код більше не діє.
linked = Ви та { $other } тепер одна людина.
linked-group = У групі «{ $name }» у вас одне місце й один голос.
linked-home = Ключ від кімнати групи «{ $name }» надіслано: { $other }.
linked-undo = Добу це можна скасувати. Місця, що стали одним, одним і лишаться.
tap-link-undo = Скасувати
unlinked = Це знову дві людини. У кожної те, що вона принесла, якщо воно ще є.
member-is-one = { $name } був(-ла) тут двічі, з двох месенджерів. Тепер це одне місце й один голос, і вас { $count }.
member-also-here = { $name } тепер тут і як { $other }: одна людина, одне місце, один голос.
mydata-title = Це все, що я про вас зберігаю, за всіма вашими акаунтами.
mydata-settings = Мова: { $language }. Часовий пояс: { $zone }.
mydata-line = { $told }
mydata-one = { $one }
mydata-two = { $one } · { $other }
mydata-end = Листування я не зберігаю, лише те, що ви сказали мені для своїх груп. /forget зітре, хто ви.
mydata-accounts = Акаунти ({ $count })
mydata-drafts = Відкриті питання ({ $count })
mydata-group-waiting = Черги до груп ({ $count })
mydata-members = Місця в групах ({ $count })
mydata-outbox = Повідомлення вам, доки не доставлені ({ $count })
mydata-promises = Обіцянки ({ $count })
mydata-proposal-waiting = Черги до пропозицій ({ $count })
mydata-proposals = Пропозиції ({ $count })
mydata-rounds = Питання, які ви поставили групі ({ $count })
mydata-seats = Місця в пропозиціях ({ $count })
mydata-voices = Що ви сказали про рішення ({ $count })
forget-sure = Забути вас? Ви вийдете з { $groups ->
    [0] усього, хоча груп у вас немає
    [one] { $groups } групи
   *[other] { $groups } груп
}, і я зітру, хто ви, { $accounts ->
    [one] у цьому акаунті
    [few] в усіх { $accounts } акаунтах
   *[other] в усіх { $accounts } акаунтах
}. Те, про що домовилися ваші групи, лишиться без вашого імені.
tap-forget = Забути мене
tap-forget-not = Не забувати
forget-not = Усе лишилося як було.
forgotten = Ви вийшли звідусіль. За хвилину тут ніщо не скаже, ким ви були. На все добре.
word-code = код
mydata-acts = Коли ви востаннє щось робили в групі ({ $count })
mydata-advisers = Що інші групи можуть просити у вас поради ({ $count })
mydata-advice = Поради, про які вас просили ({ $count })
mydata-bars = Про що вас більше не питати ({ $count })
mydata-blocks = Кого ви заблокували ({ $count })
mydata-concerns = Що вас турбувало ({ $count })
mydata-contract-events = Зміни договору, які ви запропонували або прийняли ({ $count })
mydata-introductions = Знайомства, про які ви просили ({ $count })
mydata-nevers = Теми, про які вас не питати ({ $count })
mydata-notices = Що вам потрібно і що ви пропонуєте ({ $count })
mydata-nudges = Про що я нагадував або нагадаю ({ $count })
mydata-pauses = Коли вас немає ({ $count })
mydata-pledged = До чого ви приєдналися ({ $count })
mydata-pledges = Що ви запропонували зробити разом ({ $count })
mydata-profiles = Що ви розповіли мені в /me ({ $count })
mydata-seekings = Що ви шукаєте ({ $count })
mydata-share-reactions = Ваші реакції на те, чим ділилися ({ $count })
mydata-shares = Чим ви ділилися з іншими групами, без тексту ({ $count })
