// The chart that moves: what the server drew is taken over and drawn as far as it is seen.

import * as address from "./address.js";
import { Asking, notice, replacePieces } from "./asking.js";
import { Camera, Minimap } from "./camera.js";
import { findWhileTyping, neighbour, offerButtons } from "./controls.js";
import { Painter } from "./painter.js";

const READABLE = 0.55;
const OPENS_AT = 0.85;
const TOP = 40;
const WIDER = 0.25;
const SETTLED = 250;
const CALM = 120;
const BUTTONS = 48;
const LEGEND_GAP = 16;
const LARGEST = 300;
const PIECES = Object.entries({ 旁栏: address.chosenOf, 找: address.hitsOf });

const canvas = document.querySelector(".canvas");
const svg = canvas.querySelector("svg");
const words = { open: canvas.dataset.openWord, close: canvas.dataset.closeWord };

let state = address.read(location.search);
// The state that is drawn; none while of much only the upper levels are.
let seen = null;
// The state that the links around the drawing were written in.
let around = state;
// Whether what is seen still wants an entry of its own in the browser's history.
let isNew = false;
let drawn = null;
let settling = 0;
let widening = 0;
// When the drawing was last moved.
let moved = 0;
let written = writers();

const links = {
  card: (index) => writing().choice(painter.drawing.slug[index]),
  badge: (index) => writing().toggling(painter.drawing.slug[index], painter.isClosed(index)),
};
const painter = new Painter(svg, links, words);
const camera = new Camera(canvas, move, covered);
const server = new Asking(canvas.dataset.address, () => notice(canvas.dataset.failed));
const minimap = new Minimap(document.querySelector(".minimap"), camera);

// What writes the links of many cards in one state.
function writers() {
  return { state, choice: address.choices(state), toggling: address.togglings(state) };
}

function writing() {
  if (written.state !== state) written = writers();
  return written;
}

// How much of the canvas' right and lower side the buttons and the legend lie over.
function covered() {
  if (!matchMedia("(min-width: 901px)").matches) return [0, 0];
  return [BUTTONS, document.querySelector(".stage .legend")?.offsetHeight + LEGEND_GAP || 0];
}

function move() {
  moved = performance.now();
  paint();
}

// One frame: move by one transform; draw anew only where the view leaves what is drawn, and
// then somewhat more than is seen.
function paint(wider = WIDER) {
  if (!painter.drawing) return;
  const { x, y, scale } = camera;
  painter.view.setAttribute("transform", `matrix(${scale} 0 0 ${scale} ${x} ${y})`);
  const view = camera.view();
  const inside =
    drawn &&
    drawn.scale === scale &&
    view.left >= drawn.left &&
    view.top >= drawn.top &&
    view.right <= drawn.right &&
    view.bottom <= drawn.bottom;
  if (!inside) {
    // While the scale changes, each frame is another picture: no more than is seen.
    const zooms = drawn && drawn.scale !== scale;
    if (zooms) widenSoon();
    const views = wider && !zooms ? [camera.view(wider), camera.view(wider / 3), view] : [view];
    drawn = { ...painter.paint(scale, views), scale };
  }
  minimap.follow();
  clearTimeout(settling);
  settling = setTimeout(settle, SETTLED);
}

// Another drawing: what is seen comes first, and what lies around it when that stands.
function paintFirst() {
  paint(0);
  widenSoon();
}

function widenSoon() {
  clearTimeout(widening);
  widening = setTimeout(() => {
    drawn = null;
    paint();
  }, CALM);
}

function settle() {
  if (seen !== state) return;
  const { breadth, length, x, y, scale } = camera;
  record(address.writePlace({ x: (breadth / 2 - x) / scale, y: (length / 2 - y) / scale, scale }));
}

function record(place) {
  history[isNew ? "pushState" : "replaceState"](null, "", address.write(state) + place);
  isNew = false;
}

const cardNamed = (slug) => painter.drawing.slug.indexOf(slug);

function take(drawing) {
  painter.take(drawing);
  if (seen) minimap.take(drawing, painter.boxes);
  camera.fits(drawing.width, drawing.height);
  drawn = null;
}

function mark() {
  const index = cardNamed(address.chosenOf(state));
  painter.mark({ index, dims: Boolean(address.soughtOf(state)) });
  return index;
}

// Where a reader begins: the place of the address, the chosen card, all of it, or the top.
function begin() {
  const { drawing } = painter;
  const place = seen && address.readPlace(location.hash);
  const index = mark();
  if (place) camera.centre(place.x, place.y, place.scale);
  else if (camera.fitting >= READABLE) camera.fit(drawing.width, drawing.height);
  else {
    lookAt(Math.max(index, 0), OPENS_AT);
    if (index < 0 && !drawing.sideways) camera.y = TOP - drawing.y[0] * OPENS_AT;
    camera.clamp(drawing.width, drawing.height);
  }
}

function lookAt(index, scale) {
  const { x, y, w, h } = painter.drawing;
  camera.centre(x[index] + w[index] / 2, y[index] + h[index] / 2, scale);
}

// Bring a card into view without more movement than that takes.
function reveal(index) {
  const { x, y, w, h } = painter.drawing;
  const view = camera.view();
  const outside =
    x[index] < view.left || x[index] + w[index] > view.right || y[index] < view.top || y[index] + h[index] > view.bottom;
  if (outside) lookAt(index);
  paint();
}

// What the badge under the pointer leads to is asked for before it is pressed.
function prepare({ target }) {
  const badge = target.closest?.(".toggle");
  if (badge) server.prepare(links.badge(badge.card));
}

// Closed branches are asked for ahead, where answers are small.
function lookAhead(shown) {
  if (painter.drawing.slug.length > LARGEST) return;
  server.prepareAll(painter.closed, (index) => shown === state && links.badge(index));
}

// Go to another state; the card named by `pinned` stays where it is on the screen.
async function go(next, { pinned = "", push = true, centre = false, focus = -1 } = {}) {
  if (isNew) record("");
  const before = seen ?? state;
  state = next;
  if (address.sameDrawing(next, seen)) return stay(before, push, centre);
  const answer = await server.answer(address.write(next));
  if (state !== next) return;
  if (!answer) {
    state = before;
    return;
  }
  isNew = push;
  show(answer, { pinned, centre });
  await surround(next, pinned, focus);
}

// The drawing stays; what is chosen or looked for is something else.
async function stay(before, push, centre) {
  seen = state;
  isNew = push;
  record(location.hash);
  const index = mark();
  if (centre) lookAt(index, Math.max(camera.scale, OPENS_AT));
  for (const [piece, of] of PIECES) {
    if (of(before) === of(seen)) continue;
    const answer = await server.ask(address.write(seen), `&只=${piece}`);
    if (answer) replacePieces(answer);
  }
}

function show(answer, { pinned, centre }) {
  seen = state;
  notice(answer.notice);
  const before = painter.standing(camera);
  const held = before.get(pinned);
  take(answer);
  const index = mark();
  if (centre && index >= 0) lookAt(index, Math.max(camera.scale, OPENS_AT));
  else if (held) hold(pinned, held);
  else if (!pinned) begin();
  paintFirst();
  if (!centre) painter.glide(camera, before);
}

// When what is drawn now is on the screen.
const pictured = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));

const pause = () => new Promise((resolve) => setTimeout(resolve, CALM));

// When the drawing stands still: a part of the page that is replaced makes a gesture halt.
async function calm() {
  while (performance.now() - moved < CALM) await pause();
}

// The address and what stands around the drawing follow when the drawing is on the screen.
async function surround(shown, pinned = "", focus = -1) {
  await pictured();
  if (isNew) record("");
  refocus(pinned, focus);
  await pause();
  if (shown !== state) return;
  const pieces = await server.ask(address.write(shown), "&只=周边");
  await calm();
  if (pieces && shown === state) {
    around = shown;
    replacePieces(pieces);
    camera.measure();
  }
  lookAhead(shown);
}

function hold(slug, [across, down]) {
  const index = cardNamed(slug);
  if (index < 0) return;
  camera.x = across - painter.drawing.x[index] * camera.scale;
  camera.y = down - painter.drawing.y[index] * camera.scale;
}

// The card or the badge that was pressed is a new one now: the first or the last part.
function refocus(slug, part) {
  const parts = painter.shown.get(cardNamed(slug));
  if (parts && (document.activeElement === document.body || !document.activeElement)) {
    parts.at(part).focus({ preventScroll: true });
  }
}

function toggle(index, focus) {
  go(address.read(links.badge(index)), { pinned: painter.drawing.slug[index], focus });
}

// Which card an element belongs to, or -1.
const indexOf = (element) => element.card ?? -1;

function follow(event) {
  const link = event.target.closest?.('a[href^="?"]');
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
  event.preventDefault();
  let next = address.read(link.getAttribute("href"));
  const index = indexOf(link);
  if (link.classList.contains("toggle")) return toggle(index);
  const isHit = Boolean(link.closest(".hits"));
  if (index >= 0) next = address.choosing(state, painter.drawing.slug[index]);
  else if (!isHit && !link.closest('[data-piece="panel"]')) next = address.changed(state, around, next);
  go(next, { centre: isHit });
}

function key(event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const index = indexOf(event.target);
  if (index >= 0 && event.key === " " && painter.drawing.branch[index]) {
    toggle(index, event.target.classList.contains("toggle") ? -1 : 0);
  } else if (index >= 0 && event.key.startsWith("Arrow")) {
    const next = neighbour(painter.drawing, index, event.key);
    if (next >= 0) {
      reveal(next);
      painter.shown.get(next)?.[0].focus({ preventScroll: true });
    }
  } else if (event.key === "0") {
    camera.fit(painter.drawing.width, painter.drawing.height);
  } else if (!camera.key(event.key)) {
    return;
  }
  event.preventDefault();
}

function listen() {
  document.querySelector(".chart-page").addEventListener("click", follow);
  canvas.addEventListener("keydown", key);
  for (const name of ["pointerover", "focusin"]) canvas.addEventListener(name, prepare);
  document.addEventListener("keydown", ({ key: name }) => {
    if (name === "Escape" && address.chosenOf(state)) go(address.choosing(state, ""));
  });
  // On paper stands all that is open, not only what is in view.
  addEventListener("beforeprint", () => painter.spread());
  addEventListener("afterprint", () => {
    painter.gather();
    drawn = null;
    paint();
  });
  canvas.addEventListener("focusin", ({ target }) => {
    const index = indexOf(target);
    if (index >= 0 && !painter.restores && target.matches(":focus-visible")) reveal(index);
  });
  offerButtons(document.querySelector(".zoom"), camera, painter);
  findWhileTyping(document.querySelector(".find"), (sought) => go(address.seeking(state, sought), { push: false }));
  addEventListener("popstate", () => {
    isNew = false;
    go(address.read(location.search), { push: false });
  });
}

// What the page brings is drawn at once. Of much it brings the upper levels; all of it follows.
function start() {
  const cut = document.querySelector("[data-cut]");
  cut?.remove();
  document.documentElement.classList.add("moving-chart");
  camera.measure();
  listen();
  if (!cut) {
    seen = state;
    performance.mark("chart-data");
  }
  take(JSON.parse(document.querySelector("#drawing-columns").textContent));
  begin();
  if (cut) paint(0);
  else paintFirst();
  if (cut) return complete(state);
  performance.mark("chart-painted");
  setTimeout(() => lookAhead(seen), CALM);
}

// Asked for sooner, all of it would come while the upper levels are being drawn.
async function complete(shown) {
  await pictured();
  const drawing = await server.ask(location.search || "?");
  if (!drawing || shown !== state) return;
  performance.mark("chart-data");
  show(drawing, { pinned: location.hash || address.chosenOf(state) ? "" : painter.drawing.slug[0] });
  performance.mark("chart-painted");
  surround(shown);
}

// When the browser has done with the rest of the page.
requestAnimationFrame(start);
