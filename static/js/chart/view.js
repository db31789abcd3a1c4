// What is seen of the drawing: where the reader looks, and what is drawn for that.

import { Camera, Minimap } from "./camera.js";
import { Painter } from "./painter.js";

const READABLE = 0.55;
const OPENS_AT = 0.85;
const TOP = 40;
const WIDER = 0.25;
const SETTLED = 250;
const CALM = 120;
const BUTTONS = 48;
const LEGEND_GAP = 16;

export const pause = () => new Promise((resolve) => setTimeout(resolve, CALM));

// When what is drawn now is on the screen.
export const pictured = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));

export class View {
  // `links` gives the address of a card and of its badge; `settled` is called with the middle
  // of what is seen, and its scale, when the drawing has come to rest.
  constructor(canvas, links, settled) {
    const words = { open: canvas.dataset.openWord, close: canvas.dataset.closeWord };
    Object.assign(this, { settled, drawn: null, moved: 0 });
    this.painter = new Painter(canvas.querySelector("svg"), links, words);
    this.camera = new Camera(canvas, () => this.move(), covered);
    this.minimap = new Minimap(document.querySelector(".minimap"), this.camera);
  }

  get drawing() {
    return this.painter.drawing;
  }

  move() {
    this.moved = performance.now();
    this.paint();
  }

  // One frame: move by one transform; draw anew only where the view leaves what is drawn, and
  // then somewhat more than is seen.
  paint(wider = WIDER) {
    if (!this.drawing) return;
    const { camera, drawn, painter } = this;
    const { x, y, scale } = camera;
    painter.view.setAttribute("transform", `matrix(${scale} 0 0 ${scale} ${x} ${y})`);
    const seen = camera.view();
    const inside =
      drawn &&
      drawn.scale === scale &&
      seen.left >= drawn.left &&
      seen.top >= drawn.top &&
      seen.right <= drawn.right &&
      seen.bottom <= drawn.bottom;
    if (!inside) {
      // While the scale changes, each frame is another picture: no more than is seen.
      const zooms = drawn && drawn.scale !== scale;
      if (zooms) this.widenSoon();
      const views = wider && !zooms ? [camera.view(wider), camera.view(wider / 3), seen] : [seen];
      this.drawn = { ...painter.paint(scale, views), scale };
    }
    this.minimap.follow();
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.settled(camera.middle()), SETTLED);
  }

  paintAnew(wider) {
    this.drawn = null;
    this.paint(wider);
  }

  // Another drawing: what is seen comes first, and what lies around it when that stands.
  paintFirst() {
    this.paint(0);
    this.widenSoon();
  }

  widenSoon() {
    clearTimeout(this.widening);
    this.widening = setTimeout(() => this.paintAnew(), CALM);
  }

  // When the drawing stands still: a part of the page that is replaced makes a gesture halt.
  async calm() {
    while (performance.now() - this.moved < CALM) await pause();
  }

  // Take another drawing; of one that is cut off there is no overview.
  take(drawing, isWhole) {
    this.painter.take(drawing);
    if (isWhole) this.minimap.take(drawing, this.painter.boxes);
    this.camera.fits(drawing.width, drawing.height);
    this.drawn = null;
  }

  // Where a reader begins: a place where anything is, the marked card, all of it, or the top.
  begin(place) {
    const { camera, drawing } = this;
    const { boxes, marked } = this.painter;
    const { index } = marked;
    if (place) camera.centre(place.x, place.y, place.scale);
    if (place && boxes.hasAny(camera.view())) return;
    if (camera.fitting >= READABLE) camera.fit(drawing.width, drawing.height);
    else {
      this.lookAt(Math.max(index, 0), OPENS_AT);
      if (index < 0 && !drawing.sideways) camera.y = TOP - drawing.y[0] * OPENS_AT;
      camera.clamp(drawing.width, drawing.height);
    }
  }

  lookAt(index, scale) {
    const { x, y, w, h } = this.drawing;
    this.camera.centre(x[index] + w[index] / 2, y[index] + h[index] / 2, scale);
  }

  // Bring what was found into the middle, large enough to be read.
  lookCloselyAt(index) {
    this.lookAt(index, Math.max(this.camera.scale, OPENS_AT));
  }

  // Bring a card into view without more movement than that takes.
  reveal(index) {
    const { x, y, w, h } = this.drawing;
    const seen = this.camera.view();
    const outside =
      x[index] < seen.left || x[index] + w[index] > seen.right || y[index] < seen.top || y[index] + h[index] > seen.bottom;
    if (outside) this.lookAt(index);
    this.paint();
  }

  // Let a card stand on the screen where it stood before.
  hold(index, [across, down]) {
    if (index < 0) return;
    this.camera.x = across - this.drawing.x[index] * this.camera.scale;
    this.camera.y = down - this.drawing.y[index] * this.camera.scale;
  }

  // The card or the badge that was pressed is a new one now: the first or the last part.
  refocus(index, part) {
    const parts = this.painter.shown.get(index);
    if (parts && (document.activeElement === document.body || !document.activeElement)) {
      parts.at(part).focus({ preventScroll: true });
    }
  }
}

// How much of the canvas' right and lower side the buttons and the legend lie over.
function covered() {
  if (!matchMedia("(min-width: 901px)").matches) return [0, 0];
  return [BUTTONS, document.querySelector(".stage .legend")?.offsetHeight + LEGEND_GAP || 0];
}
