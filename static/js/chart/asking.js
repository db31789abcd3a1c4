// Questions to the server: the last of each kind counts, and some are asked ahead.

import { CLOSED } from "./cards.js";

// An answer that nobody needed for so long may be out of date.
const LASTS = 60_000;
// So many closed branches in view are asked for while the reader looks, where answers are small.
const MOST = 12;
const LARGEST = 300;

export class Asking {
  // `failed` is called when there is no answer.
  constructor(address, failed) {
    Object.assign(this, { address, failed, asked: new Map(), ahead: new Map() });
  }

  // A later question of the same kind takes back an earlier one.
  async ask(query, only = "") {
    this.asked.get(only)?.abort();
    const asking = new AbortController();
    this.asked.set(only, asking);
    const { signal } = asking;
    try {
      const response = await fetch(`${this.address}${query}${only}`, { signal });
      if (response.ok) return await response.json();
    } catch {
      if (signal.aborted) return null;
    }
    this.failed();
    return null;
  }

  // Ask for what will probably be wanted next, without a word when that fails.
  prepare(query) {
    if (!this.ahead.has(query)) {
      const answer = fetch(this.address + query)
        .then((response) => (response.ok ? response.json() : null))
        .catch(() => null);
      this.ahead.set(query, answer);
      setTimeout(() => this.ahead.get(query) === answer && this.ahead.delete(query), LASTS);
    }
    return this.ahead.get(query);
  }

  // The prepared answer, or one that is asked for now; what was prepared besides belongs to a
  // state that is left.
  async answer(query) {
    const prepared = this.ahead.get(query);
    this.ahead.clear();
    return (await prepared) ?? this.ask(query);
  }

  // One after another; `query` tells what opens a card, or nothing when the reader is elsewhere.
  async prepareBranches({ drawing, shown }, query) {
    const { branch } = drawing;
    if (branch.length > LARGEST || navigator.connection?.saveData) return;
    const closed = [...shown.keys()].filter((index) => branch[index] === CLOSED);
    for (const index of closed.slice(0, MOST)) {
      const next = query(index);
      if (!next) return;
      await this.prepare(next);
    }
  }
}
