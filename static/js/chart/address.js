// The state of the chart as the address says it; views/chart_state.py reads the same.

const OPENED = "展开";
const CLOSED = "收起";
const CHOSEN = "选中";
const SOUGHT = "找";
// An address has room for so many signs of opened branches, and of closed ones.
const ROOM = 2600;
const PLACE = /^#(-?\d+),(-?\d+),(\d+(?:\.\d+)?)$/;

// The query of a link, or of the page.
export function read(query) {
  return new URLSearchParams(query.split("#")[0]);
}

export function write(state) {
  const parts = [...state].filter(([, value]) => value !== "");
  const keep = (value) => encodeURIComponent(value).replaceAll("%2C", ",");
  return `?${parts.map(([name, value]) => `${keep(name)}=${keep(value)}`).join("&")}`;
}

function withValue(state, name, value) {
  const changed = new URLSearchParams(state);
  if (value) changed.set(name, value);
  else changed.delete(name);
  return changed;
}

export const chosenOf = (state) => state.get(CHOSEN) ?? "";
export const soughtOf = (state) => state.get(SOUGHT) ?? "";
export const choosing = (state, slug) => withValue(state, CHOSEN, slug);
// Whoever looks for something wants the hits, not the panel of the last one.
export const seeking = (state, words) => withValue(words ? choosing(state, "") : state, SOUGHT, words);
export const hitsOf = (state) => (chosenOf(state) ? "" : soughtOf(state));

// What writes the links that choose a card: all they have in common is written once.
export const choices = (state) => writing(choosing(state, "\0"));

function writing(state) {
  const parts = write(state).split("%00");
  return (slug) => parts.join(encodeURIComponent(slug));
}

// What a link that was written in another state changes there, changed here.
export function changed(state, there, next) {
  return [...new Set([...there.keys(), ...next.keys()])]
    .filter((name) => there.get(name) !== next.get(name))
    .reduce((here, name) => withValue(here, name, next.get(name)), state);
}

// Whether two states draw the same and differ at most in what is chosen and looked for.
export const sameDrawing = (one, other) => Boolean(other) && drawing(one) === drawing(other);

function drawing(state) {
  const copy = seeking(choosing(state, ""), "");
  copy.sort();
  return write(copy);
}

// The state in which a closed card is open, or an open one closed.
function toggled(state, slug, isClosed) {
  const [back, forth] = isClosed ? [CLOSED, OPENED] : [OPENED, CLOSED];
  const without = named(state, back).filter((one) => one !== slug);
  if (without.length < named(state, back).length) return withValue(state, back, without.join(","));
  const all = [slug, ...named(state, forth).filter((one) => one !== slug).reverse()];
  let room = ROOM;
  const fitting = all.filter((one) => (room -= encodeURIComponent(one).length + 1) >= 0);
  return withValue(state, forth, fitting.reverse().join(","));
}

const named = (state, name) => (state.get(name) ?? "").split(",").filter(Boolean);

// What writes the links that open and close, in the same way as `choices`.
export function togglings(state) {
  const ways = [false, true].map((isClosed) => writing(toggled(state, "\0", isClosed)));
  const already = new Set([...named(state, OPENED), ...named(state, CLOSED)]);
  return (slug, isClosed) =>
    already.has(slug) ? write(toggled(state, slug, isClosed)) : ways[Number(isClosed)](slug);
}

// Where the camera looks, from and to the address' fragment.
export function readPlace(fragment) {
  const [, x, y, scale] = PLACE.exec(fragment) ?? [];
  return scale ? { x: Number(x), y: Number(y), scale: Number(scale) } : null;
}

export function writePlace({ x, y, scale }) {
  return `#${Math.round(x)},${Math.round(y)},${Number(scale.toPrecision(3))}`;
}
