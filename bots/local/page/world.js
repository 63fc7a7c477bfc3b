// What does the world look like after everything that happened? Mirrors bots/local/state.py.

export class World {
  constructor() {
    this.people = new Map();
    this.chats = new Map();
    this.number = 0;
  }

  apply({ number, at, what }) {
    this.number = number;
    const chat = this.chats.get(what.chat);
    switch (what.kind) {
      case "person-came":
        // The golden angle keeps neighbours apart in colour, however many come.
        this.people.set(what.person, { id: what.person, name: what.name, hue: (18 + this.people.size * 137.5) % 360 });
        break;
      case "chat-made":
        this.chats.set(what.chat, {
          id: what.chat, title: what.title, private: what.private, home: what.home !== "",
          members: [...what.members], said: new Map(), last: 0,
        });
        break;
      case "joined": chat.members.push(what.person); this.note(chat, number, "joined", what.person); break;
      case "left": chat.members = chat.members.filter((one) => one !== what.person); this.note(chat, number, "left", what.person); break;
      case "bot-removed": this.note(chat, number, "bot-removed", what.person); break;
      case "person-said":
        this.say(chat, { id: String(number), author: what.person, at, replyTo: what.reply_to, text: what.text, files: what.files });
        break;
      case "bot-said":
        this.say(chat, { id: String(number), author: "", at, replyTo: what.reply_to, words: what.words });
        chat.last = number;
        break;
      case "person-edited":
        this.change(chat, what.message, (old) => ({ ...old, text: what.text, edited: old.edited + 1 }));
        break;
      case "removed": chat.said.delete(what.message); break;
      case "bot-edited":
        this.change(chat, what.message, (old) => ({
          ...old, words: what.words, edited: old.edited + 1, reactions: sameOptions(old.words, what.words) ? old.reactions : [],
        }));
        break;
      case "person-reacted":
        this.change(chat, what.message, (old) => ({ ...old, reactions: [...old.reactions, [what.symbol, what.person]] }));
        break;
      case "reaction-taken":
        this.change(chat, what.message, (old) => ({
          ...old, reactions: old.reactions.filter(([symbol, who]) => symbol !== what.symbol || who !== what.person),
        }));
        break;
    }
  }

  say(chat, spoken) {
    chat.said.set(spoken.id, { edited: 0, reactions: [], ...spoken });
  }

  note(chat, number, note, person) {
    chat.said.set(String(number), { id: String(number), note, author: person, edited: 0, reactions: [] });
  }

  change(chat, id, how) {
    chat.said.set(id, how(chat.said.get(id)));
  }

  chatsOf(person) {
    const own = [...this.chats.values()].filter((chat) => chat.members.includes(person));
    return own.sort((one, other) => Number(one.private) - Number(other.private));
  }
}

// A symbol stood for one choice; once it means another, nobody has chosen it yet.
const labels = ({ options }) => options.map(({ label }) => label).join("\n");
const sameOptions = (one, other) => labels(one) === labels(other);

export const flavourOf = (id) => (id.startsWith("matrix:") ? "matrix" : "telegram");

export const privateOf = (person) => `${person}:private`;
