// Questions to the server, the last of each kind and some ahead, and what its answers replace.

// An answer that nobody needed for so long may be out of date.
const LASTS = 60_000;
// So many are asked for while the reader looks.
const MOST = 12;

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

  // The prepared answer, or one asked for now; what else was prepared is of no use any more.
  async answer(query) {
    const prepared = this.ahead.get(query);
    this.ahead.clear();
    return (await prepared) ?? this.ask(query);
  }

  // One after another; `query` tells what opens a card, or nothing when the reader is elsewhere.
  async prepareAll(cards, query) {
    if (navigator.connection?.saveData) return;
    for (const index of cards.slice(0, MOST)) {
      const next = query(index);
      if (!next) return;
      await this.prepare(next);
    }
  }
}

// Put parts of the page in their places; what was open or focused stays so.
export function replacePieces(pieces) {
  for (const [name, html] of Object.entries(pieces)) {
    const place = document.querySelector(`[data-piece="${name}"]`);
    if (!place) continue;
    const opened = [...place.querySelectorAll("details[open] > summary")].map((one) => one.textContent);
    const focused = place.contains(document.activeElement) ? document.activeElement : null;
    const at = focused ? [...place.querySelectorAll("a, button, summary")].indexOf(focused) : -1;
    place.innerHTML = html;
    if (name === "aside") {
      for (const summary of place.querySelectorAll("details > summary")) {
        if (opened.includes(summary.textContent)) summary.parentElement.open = true;
      }
    }
    const again = at >= 0 && place.querySelectorAll("a, button, summary")[at];
    // What stands in a closed menu cannot take the focus; the menu's head can.
    const closed = again && again.closest("details:not([open])");
    (closed ? closed.querySelector("summary") : again || null)?.focus({ preventScroll: true });
  }
}

export function notice(words) {
  const place = document.querySelector(".notice");
  if (place.textContent === words) return;
  place.textContent = words;
  place.hidden = !words;
}
