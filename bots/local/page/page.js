// What stands side by side, who is looked at, and what was seen already?

import { Line } from "./line.js";
import { face, make } from "./message.js";
import { Phone } from "./phone.js";
import { translate, language, word } from "./words.js";
import { World, flavourOf, privateOf } from "./world.js";

const at = (id) => document.getElementById(id);
const FIRST = ["telegram:lena", "telegram:omar", "telegram:mei", "matrix:ana"];
const WIDTH = 320;

let world = new World();
let hints = {};
let phones = [];
let seen = {};
let live = false;
let upTo = 0;
let planned = false;

const house = {
  world: () => world,
  hints: () => hints,
  live: () => live,
  wish: (wish) => line.wish(wish),
  unread,
  close: (phone) => { phone.root.remove(); phones = phones.filter((one) => one !== phone); plan(); },
  firstIn: (chat) => phones.find((phone) => phone.chatId === chat),
  changed: plan,
};

function unread(person, chat) {
  const from = seen[`${person} ${chat.id}`] ?? 0;
  if (chat.last <= from) return 0;
  return [...chat.said.values()].filter((one) => one.author === "" && Number(one.id) > from).length;
}

function plan() {
  if (planned) return;
  planned = true;
  queueMicrotask(() => { planned = false; render(); });
}

function render() {
  for (const phone of phones) {
    if (phone.chat && !document.hidden) seen[`${phone.person} ${phone.chatId}`] = phone.chat.last;
  }
  for (const phone of phones) phone.render();
  at("no-one").hidden = phones.length > 0;
  renderStrip();
  keep();
}

function renderStrip() {
  const groups = ["telegram", "matrix"].map((flavour) => {
    const group = make("div", "world");
    group.dataset.flavour = flavour;
    group.append(make("small", "", word(`as-${flavour}`)));
    for (const person of world.people.values()) {
      if (flavourOf(person.id) === flavour) group.append(stripFace(person));
    }
    return group;
  });
  at("people").replaceChildren(...groups);
}

function stripFace(person) {
  const made = make("button", "person");
  made.type = "button";
  made.append(face(person));
  const open = phones.some((phone) => phone.person === person.id);
  const count = world.chatsOf(person.id).filter((chat) => chat.private || chat.home)
    .reduce((sum, chat) => sum + unread(person.id, chat), 0);
  made.classList.toggle("open", open);
  if (count) made.append(make("b", "unread", String(count)));
  made.title = person.name;
  made.setAttribute("aria-label", word("open", { who: person.name }) + (count ? `, ${word("unread", { count })}` : ""));
  made.addEventListener("click", () => look(person.id));
  return made;
}

function look(person, chat = "") {
  const known = phones.find((phone) => phone.person === person);
  const waiting = world.chats.get(privateOf(person));
  const place = chat || (waiting && unread(person, waiting) ? waiting.id : "");
  if (known && place) known.turnTo(person, place);
  const phone = known ?? add({ person, chat: place });
  phone.root.scrollIntoView({ behavior: "smooth", inline: "center", block: "nearest" });
  phone.root.classList.add("called");
  setTimeout(() => phone.root.classList.remove("called"), 900);
  phone.composer.field.focus({ preventScroll: true });
}

function add(place) {
  const phone = new Phone(place, house);
  phones.push(phone);
  at("phones").append(phone.root);
  return phone;
}

function furnish() {
  const kept = JSON.parse(localStorage.getItem(`phones ${line.world}`) ?? "null");
  const fitting = Math.max(1, Math.min(FIRST.length, Math.floor(innerWidth / WIDTH)));
  const places = kept ?? FIRST.slice(0, fitting).map((person) => ({ person, chat: "" }));
  for (const place of places) if (world.people.has(place.person)) add(place);
}

function keep() {
  if (!live) return;
  localStorage.setItem(`phones ${line.world}`, JSON.stringify(phones.map((phone) => phone.place)));
  localStorage.setItem(`seen ${line.world}`, JSON.stringify(seen));
}

function greeted(said, fresh) {
  hints = said.hints;
  upTo = said.number;
  if (!fresh) return;
  for (const phone of phones) phone.root.remove();
  [world, phones, live] = [new World(), [], false];
  seen = JSON.parse(localStorage.getItem(`seen ${said.world}`) ?? "{}");
}

function told(entries) {
  for (const entry of entries) {
    world.apply(entry);
    if (live && entry.what.kind === "chat-made" && entry.what.home) enter(entry.what);
  }
  if (!live && world.number >= upTo) {
    furnish();
    live = true;
  }
  plan();
}

function enter(home) {
  for (const phone of phones) {
    if (home.members.includes(phone.person) && phone.composer.empty) phone.turnTo(phone.person, home.chat);
  }
}

function toast(text) {
  const made = make("p", "toast", text);
  made.setAttribute("role", "alert");
  document.body.append(made);
  setTimeout(() => made.remove(), 3500);
}

function dialog(id, opener, granted) {
  const box = at(id);
  const form = box.querySelector("form");
  at(opener).addEventListener("click", () => { form.reset(); roomPeople(); box.showModal(); });
  box.querySelector("[data-close]").addEventListener("click", () => box.close());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (granted(new FormData(form)) !== false) box.close();
  });
}

function roomPeople() {
  const flavour = new FormData(at("room-dialog").querySelector("form")).get("flavour");
  const rows = [...world.people.values()].filter((one) => flavourOf(one.id) === flavour).map((one) => {
    const row = make("label");
    const box = make("input");
    Object.assign(box, { type: "checkbox", name: "members", value: one.id, checked: true });
    const name = make("span", "", one.name);
    name.prepend(face(one, "small"));
    row.append(box, name);
    return row;
  });
  at("room-people").replaceChildren(at("room-people").querySelector("legend"), ...rows);
}

const line = new Line({
  onHello: greeted,
  onEntries: told,
  onRefused: (why) => toast(word(why === "not-there" ? "refused" : "not-understood")),
  onAway: (away) => { at("away").hidden = !away || !live; document.body.classList.toggle("is-away", away); },
});

document.documentElement.lang = language;
document.documentElement.dataset.scheme = localStorage.getItem("scheme") ?? "";
translate(document);
dialog("person-dialog", "add-person", (form) => {
  line.wish({ wish: "come", name: form.get("name"), flavour: form.get("flavour"), language: form.get("language") });
});
dialog("room-dialog", "add-room", (form) => {
  const members = form.getAll("members");
  if (!members.length) return false;
  line.wish({ wish: "make-room", title: form.get("title"), members });
  return true;
});
at("room-flavour").addEventListener("change", roomPeople);
at("scheme").addEventListener("click", () => {
  const chosen = document.documentElement.dataset.scheme;
  const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.scheme = dark ? "light" : "dark";
  localStorage.setItem("scheme", dark ? "light" : "dark");
});
document.addEventListener("visibilitychange", plan);
document.addEventListener("keydown", ({ key, target }) => {
  const open = target.closest?.("details[open]");
  if (key !== "Escape" || !open) return;
  open.open = false;
  open.querySelector("summary").focus();
});
document.addEventListener("click", ({ target }) => {
  for (const open of document.querySelectorAll("details[open]")) if (!open.contains(target)) open.open = false;
});
