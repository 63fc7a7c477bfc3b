// How is something written, and which commands are hinted at meanwhile?

import { make } from "./message.js";
import { language, word } from "./words.js";

export class Composer {
  constructor(form, { send, hints }) {
    this.form = form;
    this.field = form.querySelector("textarea");
    this.list = form.querySelector(".hints");
    this.shape = form.querySelector(".shape");
    this.hints = hints;
    this.send = send;
    this.chosen = 0;
    form.addEventListener("submit", (event) => this.submit(event));
    this.field.addEventListener("input", () => this.typed());
    this.field.addEventListener("keydown", (event) => this.keyed(event));
    this.field.addEventListener("blur", () => setTimeout(() => { this.list.hidden = true; }, 150));
  }

  turnTo({ name, flavour, asks }) {
    this.flavour = flavour;
    const what = word(asks ? "answer" : "write", { who: name });
    this.field.placeholder = `${what} · ${word("command", { prefix: this.prefix })}`;
    this.field.setAttribute("aria-label", what);
    this.form.classList.toggle("asked", asks);
  }

  get prefix() {
    return this.hints().prefixes?.[this.flavour] ?? "/";
  }

  get empty() {
    return this.field.value.trim() === "";
  }

  fill(text) {
    this.field.value = text;
    this.typed();
    this.field.focus();
  }

  submit(event) {
    event?.preventDefault();
    if (this.empty) return;
    this.send(this.field.value);
    this.fill("");
  }

  typed() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 160)}px`;
    const typed = /^[!/](\w*)(\s?)/.exec(this.field.value);
    const commands = typed ? this.hints().commands ?? [] : [];
    this.found = typed && !typed[2] ? commands.filter(({ name }) => name.startsWith(typed[1])) : [];
    this.chosen = 0;
    this.show();
    const known = typed?.[2] ? commands.find(({ name }) => name === typed[1]) : undefined;
    this.shape.textContent = known?.arguments.map((name, place) => (place ? `${name}: …` : `${name} …`)).join("  |  ") ?? "";
    this.shape.hidden = !this.shape.textContent;
  }

  show() {
    this.list.hidden = this.found.length === 0;
    this.list.replaceChildren(...this.found.map((command, place) => this.hint(command, place)));
    this.list.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  hint(command, place) {
    const made = make("button", "hint");
    made.type = "button";
    made.tabIndex = -1;
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", String(place === this.chosen));
    made.append(make("b", "", this.prefix + command.name), make("span", "", command.about[language] ?? command.about.en));
    made.addEventListener("mousedown", (event) => { event.preventDefault(); this.take(command); });
    return made;
  }

  take(command) {
    this.fill(`${this.prefix}${command.name}${command.arguments.length ? " " : ""}`);
    this.list.hidden = true;
  }

  keyed(event) {
    if (event.isComposing) return;
    const hinting = !this.list.hidden;
    const whole = hinting && this.found[this.chosen]?.name === this.field.value.slice(1);
    if (hinting && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.chosen = (this.chosen + (event.key === "ArrowDown" ? 1 : -1) + this.found.length) % this.found.length;
      this.show();
    } else if (hinting && (event.key === "Tab" || (event.key === "Enter" && !whole))) {
      event.preventDefault();
      this.take(this.found[this.chosen]);
    } else if (event.key === "Escape") {
      this.list.hidden = true;
    } else if (event.key === "Enter" && !event.shiftKey) {
      this.submit(event);
    }
  }
}
