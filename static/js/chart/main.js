// The chart that moves: what the server drew is taken over, and answers the reader's hands.

import * as address from "./address.js";
import { findWhileTyping, neighbour, offerButtons } from "./controls.js";
import { Journey } from "./journey.js";

const canvas = document.querySelector(".canvas");
const journey = new Journey(canvas);
const { view } = journey;

// Which card an element belongs to, or -1.
const indexOf = (element) => element.card ?? -1;

function follow(event) {
  const link = event.target.closest?.('a[href^="?"]');
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
  event.preventDefault();
  let next = address.read(link.getAttribute("href"));
  const index = indexOf(link);
  if (link.classList.contains("toggle")) return journey.toggle(index);
  const isHit = Boolean(link.closest(".hits"));
  if (index >= 0) next = address.choosing(journey.state, journey.slugOf(index));
  else if (!isHit && !link.closest('[data-piece="panel"]')) {
    next = address.changed(journey.state, journey.around, next);
  }
  journey.go(next, { centre: isHit });
}

function key(event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const index = indexOf(event.target);
  if (index >= 0 && event.key === " " && view.drawing.branch[index]) {
    journey.toggle(index, event.target.classList.contains("toggle") ? -1 : 0);
  } else if (index >= 0 && event.key.startsWith("Arrow")) {
    const next = neighbour(view.drawing, index, event.key);
    if (next >= 0) {
      view.reveal(next);
      view.painter.shown.get(next)?.[0].focus({ preventScroll: true });
    }
  } else if (event.key === "0") {
    view.camera.fit(view.drawing.width, view.drawing.height);
  } else if (!view.camera.key(event.key)) {
    return;
  }
  event.preventDefault();
}

// Bring what the keyboard came upon into view.
function attend({ target }) {
  const index = indexOf(target);
  if (index >= 0 && !view.painter.restores && target.matches(":focus-visible")) view.reveal(index);
}

function prepare({ target }) {
  const badge = target.closest?.(".toggle");
  if (badge) journey.prepare(badge.card);
}

function listen() {
  document.querySelector(".chart-page").addEventListener("click", follow);
  canvas.addEventListener("keydown", key);
  canvas.addEventListener("focusin", attend);
  for (const name of ["pointerover", "focusin"]) canvas.addEventListener(name, prepare);
  document.addEventListener("keydown", ({ key: name }) => {
    const { state } = journey;
    if (name === "Escape" && address.chosenOf(state)) journey.go(address.choosing(state, ""));
  });
  // On paper stands all that is open, not only what is in view.
  addEventListener("beforeprint", () => view.painter.spread());
  addEventListener("afterprint", () => {
    view.painter.gather();
    view.paintAnew();
  });
  offerButtons(document.querySelector(".zoom"), view.camera, view.painter);
  findWhileTyping(document.querySelector(".find"), (sought) =>
    journey.go(address.seeking(journey.state, sought), { push: false }),
  );
  addEventListener("popstate", () => {
    journey.isNew = false;
    journey.go(address.read(location.search), { push: false });
  });
}

// What the page brings is drawn at once.
function start() {
  const cut = document.querySelector("[data-cut]");
  cut?.remove();
  document.documentElement.classList.add("moving-chart");
  view.camera.measure();
  listen();
  if (!cut) performance.mark("chart-data");
  journey.begin(JSON.parse(document.querySelector("#drawing-columns").textContent), Boolean(cut));
}

// When the page with the server's drawing is on the screen: taking it over would hold that up.
requestAnimationFrame(() => requestAnimationFrame(start));
