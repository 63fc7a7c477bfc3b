// How does one message look?

import { word } from "./words.js";

const SYMBOLS = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟"];

export function make(tag, name = "", text = "") {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  return made;
}

export function face(person, size = "") {
  const made = make("span", `face ${size}`.trim());
  dress(made, person);
  return made;
}

export function dress(element, person) {
  const initials = person.name.trim().split(/\s+/).slice(0, 2).map((part) => [...part][0]).join("");
  element.textContent = initials.toLocaleUpperCase();
  element.style.setProperty("--hue", person.hue);
  element.setAttribute("aria-hidden", "true");
}

export function message(spoken, { world, me, press, react }) {
  if (spoken.note) return make("p", "event", word(spoken.note, { who: world.people.get(spoken.author)?.name }));
  const made = make("article", "message");
  made.dataset.id = spoken.id;
  made.classList.toggle("bot", spoken.author === "");
  made.classList.toggle("mine", spoken.author === me);
  made.append(portrait(spoken, world), bubble(spoken, world));
  if (spoken.words?.options.length) made.append(choices(spoken, me, press, react));
  else if (spoken.reactions.length) made.append(chips(spoken, me, react));
  return made;
}

function portrait(spoken, world) {
  if (spoken.author) return face(world.people.get(spoken.author));
  const mark = make("img", "face mark");
  mark.src = "mark.svg";
  mark.alt = "";
  return mark;
}

function bubble(spoken, world) {
  const made = make("div", "bubble");
  const head = make("p", "by");
  const author = world.people.get(spoken.author);
  const name = make("strong", "", author ? author.name : "Socium");
  name.dir = "auto";
  if (author) name.style.setProperty("--hue", author.hue);
  const time = make("time", "", new Date(spoken.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }));
  time.dateTime = spoken.at;
  head.append(name, time);
  if (spoken.edited) head.append(make("span", "edited", word("edited")));
  made.append(head, ...(spoken.words ? body(spoken.words) : [typed(spoken.text)]));
  made.append(...(spoken.words?.files ?? spoken.files ?? []).map(attached));
  return made;
}

function attached({ name, media, data }) {
  const made = make("a", "file", name);
  made.href = `data:application/octet-stream;base64,${data}`;
  made.download = name;
  made.title = media;
  return made;
}

function typed(text) {
  const made = line("p", "line", "");
  const command = /^[!/]\w+/.exec(text)?.[0] ?? "";
  made.append(make("span", "command", command), text.slice(command.length));
  return made;
}

function body(words) {
  const numbered = words.shown === "buttons" ? 0 : words.options.length;
  return words.body.map(({ text, style }, place) => {
    const option = numbered && place >= words.body.length - numbered;
    const made = line(style === "title" ? "h3" : style === "quote" ? "blockquote" : "p", option ? "option" : style, text);
    made.lang = words.language;
    made.classList.toggle("numbered", style === "item" && /^\d+\. /.test(text));
    return made;
  });
}

function line(tag, name, text) {
  const made = make(tag, name, text);
  made.dir = "auto";
  return made;
}

function choices(spoken, me, press, react) {
  if (spoken.words.shown === "reactions") return chips(spoken, me, react);
  if (spoken.words.shown === "numbers") return make("div");
  const made = make("div", "buttons");
  for (const { key, label } of spoken.words.options) {
    const button = make("button", "button", label);
    button.type = "button";
    button.dir = "auto";
    button.addEventListener("click", () => {
      button.classList.add("pressed");
      setTimeout(() => button.classList.remove("pressed"), 700);
      press(spoken, key);
    });
    made.append(button);
  }
  return made;
}

function chips(spoken, me, react) {
  const made = make("div", "chips");
  const offered = spoken.words?.options ?? [];
  const symbols = new Set([...SYMBOLS.slice(0, offered.length), ...spoken.reactions.map(([symbol]) => symbol)]);
  for (const symbol of symbols) {
    const who = spoken.reactions.filter(([one]) => one === symbol).map(([, person]) => person);
    const chip = make("button", "chip");
    chip.type = "button";
    chip.append(make("span", "", symbol), make("b", "", who.length ? String(who.length) : ""));
    chip.setAttribute("aria-pressed", String(who.includes(me)));
    chip.title = offered[SYMBOLS.indexOf(symbol)]?.label ?? symbol;
    chip.setAttribute("aria-label", chip.title);
    chip.addEventListener("click", () => react(spoken, symbol));
    made.append(chip);
  }
  return made;
}
