// How are wishes brought to Socium, once each, also when it was away for a while?

const key = () => crypto.randomUUID();

export class Line {
  constructor({ onHello, onEntries, onRefused, onAway }) {
    this.told = { onHello, onEntries, onRefused, onAway };
    this.waiting = new Map(JSON.parse(sessionStorage.getItem("waiting") ?? "[]"));
    this.world = "";
    this.number = 0;
    this.pause = 250;
    this.open = false;
    this.connect();
  }

  connect() {
    const socket = new WebSocket(`ws://${location.host}/world`);
    this.socket = socket;
    socket.onopen = () => socket.send(JSON.stringify({ wish: "look", world: this.world, since: this.number }));
    socket.onmessage = ({ data }) => this.hear(JSON.parse(data));
    socket.onclose = () => {
      this.open = false;
      this.told.onAway(true);
      setTimeout(() => this.connect(), this.pause);
      this.pause = Math.min(this.pause * 1.6, 4000);
    };
  }

  hear(said) {
    if (Array.isArray(said)) {
      this.number = said.at(-1).number;
      this.told.onEntries(said);
    } else if ("world" in said) {
      this.greet(said);
    } else {
      this.waiting.delete(said.done ?? said.refused);
      this.remember();
      if (said.why) this.told.onRefused(said.why);
    }
  }

  greet(said) {
    const fresh = said.since === 0;
    this.world = said.world;
    this.number = said.since;
    this.pause = 250;
    this.open = true;
    this.told.onHello(said, fresh);
    this.told.onAway(false);
    for (const wish of this.waiting.values()) this.socket.send(JSON.stringify(wish));
  }

  wish(wish) {
    const whole = { ...wish, key: key() };
    this.waiting.set(whole.key, whole);
    this.remember();
    if (this.open) this.socket.send(JSON.stringify(whole));
  }

  remember() {
    sessionStorage.setItem("waiting", JSON.stringify([...this.waiting]));
  }
}
