// How does one person see the world?

import { Composer } from "./composer.js";
import { dress, face, make, message } from "./message.js";
import { flavourOf, privateOf } from "./world.js";
import { translate, word } from "./words.js";

export class Phone {
  constructor(place, house) {
    this.house = house;
    this.root = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    translate(this.root);
    this.log = this.root.querySelector(".log");
    this.tabs = this.root.querySelector(".tabs");
    this.whisper = this.root.querySelector(".whisper");
    this.who = this.root.querySelector(".who");
    this.composer = new Composer(this.root.querySelector(".composer"), { send: (text) => this.send(text), hints: house.hints });
    this.root.querySelector(".close").addEventListener("click", () => house.close(this));
    this.tabs.addEventListener("keydown", (event) => this.walk(event));
    this.turnTo(place.person, place.chat);
  }

  get world() { return this.house.world(); }
  get chat() { return this.world.chats.get(this.chatId); }
  get place() { return { person: this.person, chat: this.chatId }; }

  turnTo(person, chat = "") {
    this.person = person;
    const own = this.world.chatsOf(person);
    this.chatId = own.some((one) => one.id === chat) || chat === privateOf(person) ? chat : own[0]?.id ?? privateOf(person);
    this.shown = new Map();
    this.log.replaceChildren();
    this.who.open = false;
    this.house.changed();
  }

  send(text) {
    if (!this.chat) this.house.wish({ wish: "open-private", person: this.person });
    this.house.wish({ wish: "say", person: this.person, chat: this.chatId, text });
  }

  render() {
    const person = this.world.people.get(this.person);
    const flavour = flavourOf(this.person);
    this.root.dataset.flavour = flavour;
    this.root.dataset.person = this.person;
    this.root.setAttribute("aria-label", person.name);
    dress(this.who.querySelector("summary .face"), person);
    this.who.querySelector("strong").textContent = person.name;
    this.who.querySelector("small").textContent = word(`as-${flavour}`);
    this.renderPeople();
    this.renderTabs();
    const last = this.chat ? [...this.chat.said.values()].filter((one) => one.words).at(-1) : undefined;
    this.composer.turnTo({ name: person.name, flavour, asks: Boolean(last?.words.asks) });
    this.renderLog();
  }

  renderPeople() {
    const rows = [...this.world.people.values()].map((one) => {
      const button = make("button", one.id === this.person ? "now" : "");
      button.type = "button";
      button.append(face(one, "small"), make("span", "", one.name), make("small", "", word(`as-${flavourOf(one.id)}`)));
      button.addEventListener("click", () => this.turnTo(one.id));
      const row = make("li");
      row.append(button);
      return row;
    });
    this.who.querySelector("ul").replaceChildren(...rows);
  }

  renderTabs() {
    const chats = this.world.chatsOf(this.person).filter((one) => !one.private);
    const id = privateOf(this.person);
    const all = [...chats, this.world.chats.get(id) ?? { id, title: "", private: true, said: new Map(), last: 0 }];
    const focused = document.activeElement?.dataset?.chat;
    this.tabs.replaceChildren(...all.map((chat) => this.tab(chat)));
    if (focused && this.tabs.contains(document.activeElement) === false && this.walking) {
      this.tabs.querySelector("[aria-selected=true]")?.focus();
    }
    const unread = all.filter((chat) => chat.id !== this.chatId && this.house.unread(this.person, chat) > 0);
    const first = unread.find((chat) => chat.private) ?? unread[0];
    this.whisper.hidden = !first;
    if (first) {
      const who = this.world.people.get(this.person).name;
      this.whisper.textContent = first.private ? word("whisper", { who }) : word("elsewhere", { title: first.title });
      this.whisper.onclick = () => this.turnTo(this.person, first.id);
    }
  }

  tab(chat) {
    const made = make("button", "tab");
    made.type = "button";
    made.dataset.chat = chat.id;
    made.setAttribute("role", "tab");
    made.setAttribute("aria-selected", String(chat.id === this.chatId));
    made.tabIndex = chat.id === this.chatId ? 0 : -1;
    made.classList.toggle("private", chat.private);
    made.classList.toggle("home", Boolean(chat.home));
    made.append(make("span", "", chat.private ? word("private") : chat.title));
    const unread = chat.id === this.chatId ? 0 : this.house.unread(this.person, chat);
    if (unread) made.append(make("b", "unread", String(unread)));
    made.addEventListener("click", () => this.turnTo(this.person, chat.id));
    return made;
  }

  walk(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const all = [...this.tabs.children];
    const next = all[(all.findIndex((one) => one.dataset.chat === this.chatId) + step + all.length) % all.length];
    this.walking = true;
    this.turnTo(this.person, next.dataset.chat);
  }

  renderLog() {
    const said = this.chat?.said ?? new Map();
    const atEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 80 || this.shown.size === 0;
    this.log.querySelector(".empty")?.remove();
    const acts = {
      world: this.world, me: this.person,
      press: (spoken, option) => this.act("press", spoken, { option }),
      react: (spoken, symbol) => this.act("react", spoken, { symbol }),
    };
    let fresh = false;
    for (const [id, { element }] of this.shown) {
      if (!said.has(id)) {
        element.remove();
        this.shown.delete(id);
      }
    }
    for (const spoken of said.values()) {
      const old = this.shown.get(spoken.id);
      if (old?.spoken === spoken) continue;
      const element = message(spoken, acts);
      if (!old) this.log.append(element);
      else this.replace(old, element, spoken);
      if (!old && this.alive) element.classList.add("new");
      this.shown.set(spoken.id, { spoken, element });
      fresh = true;
    }
    if (this.quiet(said)) this.log.append(this.emptiness());
    if (fresh && atEnd) this.log.scrollTop = this.log.scrollHeight;
    this.alive = this.house.live();
  }

  // Nobody has said anything yet: the place to tell how to begin, once for each room.
  quiet(said) {
    if (said.size === 0) return true;
    const begun = [...said.values()].some((one) => !one.words);
    return !begun && !this.chat.private && !this.chat.home && this.house.firstIn(this.chatId) === this;
  }

  replace(old, element, spoken) {
    const focused = [...old.element.querySelectorAll("button")].indexOf(document.activeElement);
    if (spoken.edited > old.spoken.edited) element.classList.add("changed");
    old.element.replaceWith(element);
    if (focused >= 0) element.querySelectorAll("button")[focused]?.focus();
  }

  act(wish, spoken, more) {
    this.house.wish({ wish, person: this.person, chat: this.chatId, message: spoken.id, ...more });
  }

  emptiness() {
    const who = this.world.people.get(this.person).name;
    const made = make("div", "empty");
    const mark = make("img");
    mark.src = "mark.svg";
    mark.alt = "";
    made.append(mark);
    if (this.chatId === privateOf(this.person)) {
      made.append(make("p", "", word("empty-private", { who })));
      return made;
    }
    const first = this.house.firstIn(this.chatId);
    if (first !== this) {
      const other = this.world.people.get(first.person).name;
      made.append(make("p", "", word("empty-other", { first: other, who })));
      return made;
    }
    const example = this.composer.prefix + word("example");
    const button = make("button", "example", example);
    button.type = "button";
    button.addEventListener("click", () => this.composer.fill(example));
    made.append(make("h3", "", word("empty-title")), make("p", "", word("empty-room", { who })), button);
    return made;
  }
}
