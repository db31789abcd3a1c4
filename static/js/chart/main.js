// The chart that moves: what the server drew is taken over and drawn as far as it is seen.

import * as address from "./address.js";
import { Asking } from "./asking.js";
import { offerButtons } from "./buttons.js";
import { Camera } from "./camera.js";
import { CLOSED } from "./cards.js";
import { findWhileTyping } from "./finding.js";
import { neighbour } from "./keys.js";
import { Minimap } from "./minimap.js";
import { glide, standing } from "./motion.js";
import { Painter } from "./painter.js";
import { notice, replacePieces } from "./pieces.js";

const READABLE = 0.55;
const OPENS_AT = 0.85;
const TOP = 40;
const WIDER = 0.25;
const SETTLED = 250;
const CALM = 120;
const BUTTONS = 48;
const LEGEND_GAP = 16;

const canvas = document.querySelector(".canvas");
const svg = canvas.querySelector("svg");
const words = { open: canvas.dataset.openWord, close: canvas.dataset.closeWord };

let state = address.read(location.search);
// The state that the links around the drawing were written in.
let around = state;
let drawn = null;
let settling = 0;
// Whether all is drawn that the state opens.
let isWhole = true;
let written = {};

const links = {
  card: (index) => writing().choice(painter.drawing.slug[index]),
  badge: (index) => writing().toggling(painter.drawing.slug[index], painter.drawing.branch[index] === CLOSED),
};
const painter = new Painter(svg, links, words);
const camera = new Camera(canvas, () => paint(), covered);
const server = new Asking(canvas.dataset.address, () => notice(canvas.dataset.failed));
const minimap = new Minimap(document.querySelector(".minimap"), camera);

// What writes the links of many cards in one state.
function writing() {
  if (written.state !== state) {
    written = { state, choice: address.choices(state), toggling: address.togglings(state) };
  }
  return written;
}

function toggled(index) {
  const { slug, branch } = painter.drawing;
  return address.toggled(state, slug[index], branch[index] === CLOSED);
}

// How much of the canvas' right and lower side the buttons and the legend lie over.
function covered() {
  if (!matchMedia("(min-width: 901px)").matches) return [0, 0];
  return [BUTTONS, document.querySelector(".stage .legend")?.offsetHeight + LEGEND_GAP || 0];
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
    drawn = { ...camera.view(wider), scale };
    painter.paint(scale, drawn);
  }
  minimap.follow();
  clearTimeout(settling);
  settling = setTimeout(settle, SETTLED);
}

// Another drawing: what is seen comes first, and what lies around it when that stands.
function paintFirst() {
  paint(0);
  setTimeout(() => {
    drawn = null;
    paint();
  }, CALM);
}

function settle() {
  if (!isWhole) return;
  const { breadth, length, x, y, scale } = camera;
  const place = { x: (breadth / 2 - x) / scale, y: (length / 2 - y) / scale, scale };
  history.replaceState(null, "", address.write(state) + address.writePlace(place));
}

function take(drawing) {
  painter.take(drawing);
  minimap.take(drawing, painter.boxes);
  camera.fits(drawing.width, drawing.height);
  drawn = null;
}

function mark() {
  const chosen = address.chosenOf(state);
  const index = chosen ? painter.drawing.slug.indexOf(chosen) : -1;
  painter.mark({ index, dims: Boolean(address.soughtOf(state)) });
  return index;
}

// Where a reader begins: the place of the address, the chosen card, all of it, or the top.
function begin() {
  const { drawing } = painter;
  const fit = camera.fits(drawing.width, drawing.height);
  const place = isWhole && address.readPlace(location.hash);
  const index = mark();
  if (place) camera.centre(place.x, place.y, Math.min(Math.max(place.scale, camera.smallest), 4));
  else if (fit >= READABLE) camera.fit(drawing.width, drawing.height);
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
  if (badge) server.prepare(links.badge(badge.dataset.index));
}

function lookAhead(shown) {
  server.prepareBranches(painter, (index) => shown === state && links.badge(index));
}

// Go to another state; the card named by `pinned` stays where it is on the screen.
async function go(next, { pinned = "", push = true, centre = false, focus = -1 } = {}) {
  const previous = state;
  state = next;
  const asked = server.answer(address.write(next));
  if (push) history.pushState(null, "", address.write(state));
  const answer = await asked;
  if (state !== next) return;
  if (!answer) {
    state = previous;
    history.replaceState(null, "", address.write(state));
    return;
  }
  show(answer, { pinned, centre });
  await surround(next, pinned, focus);
}

function show(answer, { pinned, centre }) {
  isWhole = true;
  notice(answer.notice);
  const before = standing(painter, camera);
  const held = before.get(pinned);
  take(answer);
  const index = mark();
  if (centre && index >= 0) lookAt(index, Math.max(camera.scale, OPENS_AT));
  else if (held) hold(pinned, held);
  else if (!pinned) begin();
  paintFirst();
  if (!centre) glide(painter, camera, before);
}

// What stands around the drawing follows when the drawing is on the screen.
async function surround(shown, pinned = "", focus = -1) {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  refocus(pinned, focus);
  await new Promise((resolve) => setTimeout(resolve, CALM));
  if (shown !== state) return;
  const pieces = await server.ask(address.write(shown), "&只=周边");
  if (pieces && shown === state) {
    around = shown;
    replacePieces(pieces);
  }
  lookAhead(shown);
}

function hold(slug, [across, down]) {
  const index = painter.drawing.slug.indexOf(slug);
  if (index < 0) return;
  camera.x = across - painter.drawing.x[index] * camera.scale;
  camera.y = down - painter.drawing.y[index] * camera.scale;
}

// The card or the badge that was pressed is a new one now: the first or the last part.
function refocus(slug, part) {
  const parts = painter.shown.get(painter.drawing.slug.indexOf(slug));
  if (parts && (document.activeElement === document.body || !document.activeElement)) {
    parts.at(part).focus({ preventScroll: true });
  }
}

async function choose(next, { push = true } = {}) {
  state = next;
  if (push) history.pushState(null, "", address.write(state) + location.hash);
  mark();
  const answer = await server.ask(address.write(next), "&只=旁栏");
  if (answer && state === next) replacePieces(answer);
}

function toggle(index, focus) {
  go(toggled(index), { pinned: painter.drawing.slug[index], focus });
}

function follow(event) {
  const link = event.target.closest?.('a[href^="?"]');
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
  event.preventDefault();
  let next = address.read(link.getAttribute("href"));
  const index = Number(link.dataset.index ?? -1);
  if (link.classList.contains("toggle")) return toggle(index);
  const isHit = Boolean(link.closest(".hits"));
  if (index >= 0) next = address.choosing(state, painter.drawing.slug[index]);
  else if (!isHit && !link.closest('[data-piece="panel"]')) next = address.changed(state, around, next);
  if (address.sameDrawing(next, state)) choose(next).then(() => isHit && lookAt(mark(), Math.max(camera.scale, OPENS_AT)));
  else go(next, { centre: isHit });
}

function key(event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const index = Number(event.target.dataset?.index ?? -1);
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
    if (name === "Escape" && address.chosenOf(state)) choose(address.choosing(state, ""));
  });
  // On paper stands all that is open, not only what is in view.
  addEventListener("beforeprint", () => painter.spread());
  addEventListener("afterprint", () => {
    painter.gather();
    drawn = null;
    paint();
  });
  canvas.addEventListener("focusin", ({ target }) => {
    const index = Number(target.dataset?.index ?? -1);
    if (index >= 0 && !painter.restores && target.matches(":focus-visible")) reveal(index);
  });
  offerButtons(document.querySelector(".zoom"), camera, painter);
  findWhileTyping(document.querySelector(".find"), async (sought) => {
    state = address.withValue(state, "找", sought);
    history.replaceState(null, "", address.write(state) + location.hash);
    mark();
    const answer = await server.ask(address.write(state), "&只=找");
    if (answer && address.soughtOf(state) === sought) replacePieces(answer);
  });
  addEventListener("popstate", () => {
    const next = address.read(location.search);
    if (address.sameDrawing(next, state)) choose(next, { push: false });
    else go(next, { push: false });
  });
}

// What the page brings is drawn at once. Of much it brings the upper levels; all of it follows.
function start() {
  const cut = document.querySelector("[data-cut]");
  cut?.remove();
  document.documentElement.classList.add("moving-chart");
  camera.measure();
  isWhole = !cut;
  if (isWhole) performance.mark("chart-data");
  take(JSON.parse(document.querySelector("#drawing-columns").textContent));
  begin();
  if (cut) paint(0);
  else paintFirst();
  listen();
  if (cut) return complete(state);
  performance.mark("chart-painted");
  setTimeout(() => lookAhead(state), CALM);
}

async function complete(shown) {
  const drawing = await server.ask(location.search || "?");
  if (!drawing || shown !== state) return;
  performance.mark("chart-data");
  show(drawing, { pinned: location.hash || address.chosenOf(state) ? "" : painter.drawing.slug[0] });
  performance.mark("chart-painted");
  surround(shown);
}

start();
