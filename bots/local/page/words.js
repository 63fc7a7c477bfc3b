// What does the page itself say, in the browser's language?

const WORDS = {
  en: {
    people: "People", "add-person": "New person", "add-room": "New room", scheme: "Light or dark",
    away: "Socium is away. What you do is kept and sent when it is back.",
    name: "Name", lives: "Lives", speaks: "Speaks", title: "Title", where: "Where", who: "Who is in",
    "as-telegram": "as on Telegram", "as-matrix": "as on Matrix", cancel: "Cancel", add: "Add", make: "Make",
    close: "Close", send: "Send", private: "Socium", edited: "edited",
    write: "Write as {who}", answer: "Answer as {who}", command: "{prefix} for commands",
    open: "Open {who}", unread: "{count} unread",
    whisper: "Socium wrote to {who}, privately", elsewhere: "New in {title}",
    "empty-title": "A group begins with one line",
    "empty-room": "Try this as {who}, then let two others tap a seat.",
    "empty-other": "What {first} begins shows up here, and {who} can join in.",
    "empty-private": "What Socium has to say to {who} alone stands here.",
    example: "propose Repair café on Saturdays | need: electronics, sewing, tea | 3-7 people | by in two weeks",
    "no-one": "Choose someone above to see the world through their eyes.",
    refused: "That is no longer there.", "not-understood": "That could not be sent.", "bot-removed": "Socium is not here any more.",
    joined: "{who} came in", left: "{who} left",
  },
  ru: {
    people: "Люди", "add-person": "Новый человек", "add-room": "Новая комната", scheme: "Светло или темно",
    away: "Socium не отвечает. Всё, что вы делаете, сохранится и уйдёт, когда он вернётся.",
    name: "Имя", lives: "Живёт", speaks: "Говорит", title: "Название", where: "Где", who: "Кто внутри",
    "as-telegram": "как в Telegram", "as-matrix": "как в Matrix", cancel: "Отмена", add: "Добавить", make: "Создать",
    close: "Закрыть", send: "Отправить", private: "Socium", edited: "изменено",
    write: "Пишет {who}", answer: "Отвечает {who}", command: "{prefix} — команды",
    open: "Открыть: {who}", unread: "непрочитанных: {count}",
    whisper: "Socium пишет лично: {who}", elsewhere: "Новое: {title}",
    "empty-title": "Группа начинается с одной строки",
    "empty-room": "Попробуйте от имени {who}, потом пусть двое других займут места.",
    "empty-other": "Здесь появится то, что начнёт {first}, и {who} сможет присоединиться.",
    "empty-private": "Здесь будет то, что Socium скажет только одному человеку: {who}.",
    example: "propose Ремонтное кафе по субботам | нужны: электроника, шитьё, чай | 3-7 человек | до через две недели",
    "no-one": "Выберите кого-нибудь наверху, чтобы увидеть мир его глазами.",
    refused: "Этого здесь больше нет.", "not-understood": "Это не удалось отправить.", "bot-removed": "Socium здесь больше нет.",
    joined: "{who} теперь здесь", left: "{who} больше не здесь",
  },
};

export const language = navigator.language?.startsWith("ru") ? "ru" : "en";

export function word(key, values = {}) {
  return WORDS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

export function translate(root) {
  for (const one of root.querySelectorAll("[data-word]")) one.textContent = word(one.dataset.word);
  for (const one of root.querySelectorAll("[data-word-label]")) {
    one.setAttribute("aria-label", word(one.dataset.wordLabel));
    one.title = word(one.dataset.wordLabel);
  }
}
