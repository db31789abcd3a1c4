// The whole chart, small, with a window over the part that is seen.

const BREADTH = 180;
const LENGTH = 120;
const STROKE = 1.5;
const CALM = 150;

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

  take(drawing, boxes) {
    this.scale = Math.min(BREADTH / drawing.width, LENGTH / drawing.height);
    this.svg.setAttribute("width", Math.max(drawing.width * this.scale, 8));
    this.svg.setAttribute("height", Math.max(drawing.height * this.scale, 8));
    this.svg.setAttribute("viewBox", `0 0 ${drawing.width} ${drawing.height}`);
    const whole = { left: 0, top: 0, right: drawing.width, bottom: drawing.height };
    this.whole = whole;
    this.overview.setAttribute("d", "");
    // The chart itself comes first; its small picture follows when that is on the screen.
    const fill = () => whole === this.whole && this.overview.setAttribute("d", boxes.merged(whole, STROKE / this.scale));
    setTimeout(fill, CALM);
  }

  follow() {
    const view = this.camera.view();
    const { whole } = this;
    this.box.hidden =
      view.left <= 0 && view.top <= 0 && view.right >= whole.right && view.bottom >= whole.bottom;
    if (this.box.hidden) return;
    const [left, top] = [Math.max(view.left, 0), Math.max(view.top, 0)];
    this.window.setAttribute("x", left);
    this.window.setAttribute("y", top);
    this.window.setAttribute("width", Math.max(Math.min(view.right, whole.right) - left, 2 / this.scale));
    this.window.setAttribute("height", Math.max(Math.min(view.bottom, whole.bottom) - top, 2 / this.scale));
  }

  go(event) {
    const { left, top } = this.svg.getBoundingClientRect();
    this.camera.centre((event.clientX - left) / this.scale, (event.clientY - top) / this.scale);
  }
}
