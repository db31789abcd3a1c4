// The state of the chart as the address says it; views/chart_state.py reads the same.

const OPENED = "展开";
const CLOSED = "收起";
const CHOSEN = "选中";
// More would not fit into an address.
const MOST_NAMED = 60;
const PLACE = /^#(-?\d+),(-?\d+),(\d+(?:\.\d+)?)$/;

// The query of a link, or of the page.
export function read(query) {
  return new URLSearchParams(query);
}

export function write(state) {
  const parts = [...state].filter(([, value]) => value !== "");
  const keep = (value) => encodeURIComponent(value).replaceAll("%2C", ",");
  return `?${parts.map(([name, value]) => `${keep(name)}=${keep(value)}`).join("&")}`;
}

export function withValue(state, name, value) {
  const changed = new URLSearchParams(state);
  if (value) changed.set(name, value);
  else changed.delete(name);
  return changed;
}

export const chosenOf = (state) => state.get(CHOSEN) ?? "";
export const soughtOf = (state) => state.get("找") ?? "";
export const choosing = (state, slug) => withValue(state, CHOSEN, slug);

// What writes the links that choose a card: all they have in common is written once.
export function choices(state) {
  const common = write(choosing(state, ""));
  const start = `${common}${common.length > 1 ? "&" : ""}${encodeURIComponent(CHOSEN)}=`;
  return (slug) => start + encodeURIComponent(slug);
}

// What a link that was written in another state changes there, changed here.
export function changed(state, there, next) {
  return [...new Set([...there.keys(), ...next.keys()])]
    .filter((name) => there.get(name) !== next.get(name))
    .reduce((here, name) => withValue(here, name, next.get(name)), state);
}

// Whether two states draw the same and differ at most in what is chosen.
export function sameDrawing(one, other) {
  return write(sorted(choosing(one, ""))) === write(sorted(choosing(other, "")));
}

function sorted(state) {
  const copy = new URLSearchParams(state);
  copy.sort();
  return copy;
}

// The state in which a closed card is open, or an open one closed.
export function toggled(state, slug, isClosed) {
  const [back, forth] = isClosed ? [CLOSED, OPENED] : [OPENED, CLOSED];
  const without = named(state, back).filter((one) => one !== slug);
  if (without.length < named(state, back).length) return withValue(state, back, without.join(","));
  const all = [...named(state, forth).filter((one) => one !== slug), slug];
  return withValue(state, forth, all.slice(-MOST_NAMED).join(","));
}

const named = (state, name) => (state.get(name) ?? "").split(",").filter(Boolean);

// What writes the links that open and close, in the same way as `choices`.
export function togglings(state) {
  const ways = [false, true].map((isClosed) => write(toggled(state, "\0", isClosed)).split("%00"));
  const already = new Set([...named(state, OPENED), ...named(state, CLOSED)]);
  return (slug, isClosed) =>
    already.has(slug)
      ? write(toggled(state, slug, isClosed))
      : ways[Number(isClosed)].join(encodeURIComponent(slug));
}

// Where the camera looks, from and to the address' fragment.
export function readPlace(fragment) {
  const [, x, y, scale] = PLACE.exec(fragment) ?? [];
  return scale ? { x: Number(x), y: Number(y), scale: Number(scale) } : null;
}

export function writePlace({ x, y, scale }) {
  return `#${Math.round(x)},${Math.round(y)},${Number(scale.toPrecision(3))}`;
}
