// Where the reader looks: a place and a scale, moved by mouse, fingers and keys.

import { set } from "./cards.js";

const SMALLEST = 0.2;
const LARGEST = 4;
const MARGIN = 24;
const STEP = 1.25;
const KEY_STEP = 80;
const CLICK = 4;
const BREADTH = 180;
const LENGTH = 120;
const STROKE = 1.5;
const CALM = 150;

export class Camera {
  // `changed` is called once a frame when the view has moved; `covered` says how much of the
  // right and of the lower side lies under something.
  constructor(canvas, changed, covered) {
    Object.assign(this, { canvas, changed, covered, x: 0, y: 0, scale: 1, pointers: new Map() });
    new ResizeObserver(() => this.measure()).observe(canvas);
    canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    canvas.addEventListener("pointerdown", (event) => this.press(event));
    canvas.addEventListener("pointermove", (event) => this.drag(event));
    for (const end of ["pointerup", "pointercancel"]) {
      canvas.addEventListener(end, (event) => this.release(event));
    }
    // A drag that ends on a card is no click on it.
    canvas.addEventListener("click", (event) => this.swallow(event), true);
    canvas.addEventListener("dragstart", (event) => event.preventDefault());
  }

  // What was in the middle of the canvas stays there; nothing floats over its `free` part.
  measure() {
    const { clientWidth, clientHeight } = this.canvas;
    this.x += (clientWidth - (this.breadth ?? clientWidth)) / 2;
    this.y += (clientHeight - (this.length ?? clientHeight)) / 2;
    this.breadth = clientWidth;
    this.length = clientHeight;
    const [right, bottom] = this.covered();
    this.free = [clientWidth - right, clientHeight - bottom];
    this.move();
  }

  // The nearest scale there is.
  allowed(scale) {
    return Math.min(LARGEST, Math.max(Math.min(SMALLEST, this.fitting || SMALLEST), scale));
  }

  // The rectangle of the drawing that is seen, widened by a part of itself.
  view(wider = 0) {
    const [across, down] = [this.breadth / this.scale, this.length / this.scale];
    const [left, top] = [-this.x / this.scale, -this.y / this.scale];
    return {
      left: left - across * wider,
      top: top - down * wider,
      right: left + across * (1 + wider),
      bottom: top + down * (1 + wider),
    };
  }

  // What the middle of the canvas shows, and the scale.
  middle() {
    const { breadth, length, x, y, scale } = this;
    return { x: (breadth / 2 - x) / scale, y: (length / 2 - y) / scale, scale };
  }

  move() {
    if (this.waiting) return;
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0;
      this.changed();
    });
  }

  // Change the scale; the point of the canvas stays over the same place of the drawing.
  zoom(factor, x = this.breadth / 2, y = this.length / 2) {
    const scale = this.allowed(this.scale * factor);
    this.x = x - ((x - this.x) * scale) / this.scale;
    this.y = y - ((y - this.y) * scale) / this.scale;
    this.scale = scale;
    this.move();
  }

  pan(across, down) {
    this.x += across;
    this.y += down;
    this.move();
  }

  // Look at a point of the drawing from the middle of the canvas.
  centre(x, y, scale = this.scale) {
    this.scale = this.allowed(scale);
    this.x = this.breadth / 2 - x * this.scale;
    this.y = this.length / 2 - y * this.scale;
    this.move();
  }

  // The scale at which a whole drawing is seen; also the smallest one allowed.
  fits(width, height) {
    const [breadth, length] = this.free;
    this.fitting = Math.min((breadth - 2 * MARGIN) / width, (length - 2 * MARGIN) / height, 1);
    return this.fitting;
  }

  fit(width, height) {
    const scale = this.fits(width, height);
    const [breadth, length] = this.free;
    this.scale = scale;
    this.x = (breadth - width * scale) / 2;
    this.y = (length - height * scale) / 2;
    this.move();
  }

  // Show no emptiness beside a drawing that is larger than the canvas.
  clamp(width, height) {
    const limit = (place, room, size) =>
      size > room ? Math.max(Math.min(place, MARGIN), room - MARGIN - size) : place;
    this.x = limit(this.x, this.breadth, width * this.scale);
    this.y = limit(this.y, this.length, height * this.scale);
  }

  wheel(event) {
    event.preventDefault();
    const { left, top } = this.canvas.getBoundingClientRect();
    const lines = event.deltaMode === 1 ? 20 : 1;
    const factor = Math.exp((-event.deltaY * lines * (event.ctrlKey ? 4 : 1)) / 600);
    this.zoom(factor, event.clientX - left, event.clientY - top);
  }

  press(event) {
    if (event.button) return;
    this.pointers.set(event.pointerId, event);
    this.travelled = 0;
  }

  drag(event) {
    // A button may be let go outside of the canvas.
    if (event.pointerType === "mouse" && !event.buttons) this.pointers.delete(event.pointerId);
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    if (this.pointers.size === 2) this.pinch(event);
    else this.pan(event.clientX - before.clientX, event.clientY - before.clientY);
    this.travelled += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
    this.pointers.set(event.pointerId, event);
    if (this.travelled > CLICK && !this.canvas.hasPointerCapture(event.pointerId)) {
      this.canvas.setPointerCapture(event.pointerId);
    }
  }

  pinch(event) {
    const [still] = [...this.pointers.values()].filter((one) => one.pointerId !== event.pointerId);
    const before = this.pointers.get(event.pointerId);
    const apart = (one) => Math.hypot(one.clientX - still.clientX, one.clientY - still.clientY) || 1;
    const { left, top } = this.canvas.getBoundingClientRect();
    const middle = [(event.clientX + still.clientX) / 2, (event.clientY + still.clientY) / 2];
    this.zoom(apart(event) / apart(before), middle[0] - left, middle[1] - top);
    this.pan((event.clientX - before.clientX) / 2, (event.clientY - before.clientY) / 2);
  }

  release(event) {
    this.pointers.delete(event.pointerId);
  }

  swallow(event) {
    if (this.travelled > CLICK) {
      event.preventDefault();
      event.stopPropagation();
    }
    this.travelled = 0;
  }

  // Answer a key; says whether it meant something.
  key(name) {
    const moves = {
      ArrowLeft: [KEY_STEP, 0],
      ArrowRight: [-KEY_STEP, 0],
      ArrowUp: [0, KEY_STEP],
      ArrowDown: [0, -KEY_STEP],
    };
    if (moves[name]) this.pan(...moves[name]);
    else if (name === "+" || name === "=") this.zoom(STEP);
    else if (name === "-") this.zoom(1 / STEP);
    else return false;
    return true;
  }
}

// The whole chart, small, with a window over the part that is seen.
export class Minimap {
  constructor(box, camera) {
    Object.assign(this, { box, camera });
    this.svg = box.querySelector("svg");
    this.overview = box.querySelector(".overview");
    this.window = box.querySelector(".window");
    for (const name of ["pointerdown", "pointermove"]) {
      this.svg.addEventListener(name, (event) => event.buttons === 1 && this.go(event));
    }
  }

  // The chart itself comes first; its small picture follows when that is on the screen.
  take({ width, height }, boxes) {
    this.whole = null;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.scale = Math.min(BREADTH / width, LENGTH / height);
      this.whole = { left: 0, top: 0, right: width, bottom: height };
      set(this.svg, {
        width: Math.max(width * this.scale, 8),
        height: Math.max(height * this.scale, 8),
        viewBox: `0 0 ${width} ${height}`,
      });
      set(this.overview, { d: boxes.merged(this.whole, STROKE / this.scale) });
      this.follow();
    }, CALM);
  }

  follow() {
    const view = this.camera.view();
    const { whole } = this;
    if (!whole) return;
    this.box.hidden =
      view.left <= 0 && view.top <= 0 && view.right >= whole.right && view.bottom >= whole.bottom;
    if (this.box.hidden) return;
    const [left, top] = [Math.max(view.left, 0), Math.max(view.top, 0)];
    const width = Math.max(Math.min(view.right, whole.right) - left, 2 / this.scale);
    const height = Math.max(Math.min(view.bottom, whole.bottom) - top, 2 / this.scale);
    set(this.window, { x: left, y: top, width, height });
  }

  go(event) {
    const { left, top } = this.svg.getBoundingClientRect();
    this.camera.centre((event.clientX - left) / this.scale, (event.clientY - top) / this.scale);
  }
}
