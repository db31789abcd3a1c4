// From one state of the chart to the next: asked for, shown, and written in the address.

import * as address from "./address.js";
import { Asking, notice, replacePieces } from "./asking.js";
import { glide, standing } from "./gliding.js";
import { pause, pictured, View } from "./view.js";

// Of so many cards at most, answers are small enough to be asked for ahead.
const LARGEST = 300;
const PIECES = Object.entries({ 旁栏: address.chosenOf, 找: address.hitsOf });

export class Journey {
  constructor(canvas) {
    this.state = address.read(location.search);
    // The state that is drawn; none while of much only the upper levels are.
    this.seen = null;
    // The state that the links around the drawing were written in.
    this.around = this.state;
    // Whether what is seen still wants an entry of its own in the browser's history.
    this.isNew = false;
    this.server = new Asking(canvas.dataset.address, () => notice(canvas.dataset.failed));
    const links = {
      card: (index) => this.writers.choice(this.slugOf(index)),
      badge: (index) => this.writers.toggling(this.slugOf(index), this.view.painter.isClosed(index)),
    };
    this.links = links;
    this.view = new View(canvas, links, (middle) => this.settle(middle));
  }

  slugOf(index) {
    return this.view.drawing.slug[index];
  }

  cardNamed(slug) {
    return this.view.drawing.slug.indexOf(slug);
  }

  // What writes the links of many cards in one state.
  get writers() {
    const { state } = this;
    if (this.written?.state !== state) {
      this.written = { state, choice: address.choices(state), toggling: address.togglings(state) };
    }
    return this.written;
  }

  settle(middle) {
    if (this.seen === this.state) this.record(address.writePlace(middle));
  }

  record(place) {
    const query = address.write(this.state);
    const here = query === "?" ? location.pathname : query;
    history[this.isNew ? "pushState" : "replaceState"](null, "", here + place);
    this.isNew = false;
  }

  mark() {
    const index = this.cardNamed(address.chosenOf(this.state));
    this.view.painter.mark({ index, dims: Boolean(address.soughtOf(this.state)) });
    return index;
  }

  // Draw the first state; of much, `isCut`, the page brings the upper levels and all of it follows.
  begin(drawing, isCut) {
    if (!isCut) this.seen = this.state;
    this.view.take(drawing, !isCut);
    this.mark();
    this.view.begin(this.seen && address.readPlace(location.hash));
    if (isCut) {
      this.view.paint(0);
      this.complete(this.state);
    } else {
      this.view.paintFirst();
      performance.mark("chart-painted");
      pause().then(() => this.lookAhead(this.seen));
    }
  }

  // Asked for sooner, all of it would come while the upper levels are being drawn.
  async complete(shown) {
    await pictured();
    const drawing = await this.server.ask(location.search || "?");
    if (!drawing || shown !== this.state) return;
    performance.mark("chart-data");
    this.show(drawing, { pinned: location.hash || address.chosenOf(this.state) ? "" : this.slugOf(0) });
    performance.mark("chart-painted");
    this.surround(shown);
  }

  // What the badge of a card leads to is asked for before it is pressed.
  prepare(index) {
    this.server.prepare(this.links.badge(index));
  }

  // Closed branches are asked for ahead, where answers are small.
  lookAhead(shown) {
    if (this.view.drawing.slug.length > LARGEST) return;
    this.server.prepareAll(
      this.view.painter.closed,
      (index) => shown === this.state && this.links.badge(index),
    );
  }

  // Go to another state; the card named by `pinned` stays where it is on the screen.
  async go(next, { pinned = "", push = true, centre = false, focus = -1 } = {}) {
    if (this.isNew) this.record("");
    const before = this.seen ?? this.state;
    this.state = next;
    if (address.sameDrawing(next, this.seen)) return this.stay(before, push, centre);
    const answer = await this.server.answer(address.write(next));
    if (this.state !== next) return;
    if (!answer) {
      this.state = before;
      return;
    }
    this.isNew = push;
    this.show(answer, { pinned, centre });
    await this.surround(next, pinned, focus);
  }

  // Open or close a card; `focus` is the part of it that keeps the focus.
  toggle(index, focus) {
    this.go(address.read(this.links.badge(index)), { pinned: this.slugOf(index), focus });
  }

  // The drawing stays; what is chosen or looked for is something else.
  async stay(before, push, centre) {
    this.seen = this.state;
    this.isNew = push;
    this.record(location.hash);
    const index = this.mark();
    if (centre) this.view.lookCloselyAt(index);
    for (const [piece, of] of PIECES) {
      if (of(before) === of(this.seen)) continue;
      const answer = await this.server.ask(address.write(this.seen), `&只=${piece}`);
      if (answer) this.replace(answer, address.chosenOf(this.seen) || address.chosenOf(before));
    }
  }

  // Put parts of the page in their places; where the focus was in one that is gone, a card takes it.
  replace(pieces, slug) {
    const held = document.activeElement;
    replacePieces(pieces);
    if (!held.isConnected) this.view.refocus(this.cardNamed(slug), 0);
  }

  show(answer, { pinned, centre }) {
    const { camera, painter } = this.view;
    this.seen = this.state;
    notice(answer.notice);
    const before = standing(painter, camera);
    const held = before.get(pinned);
    this.view.take(answer, true);
    const index = this.mark();
    if (centre && index >= 0) this.view.lookCloselyAt(index);
    else if (held) this.view.hold(this.cardNamed(pinned), held);
    else if (!pinned) this.view.begin(address.readPlace(location.hash));
    this.view.paintFirst();
    if (!centre) glide(painter, camera, before);
  }

  // The address and what stands around the drawing follow when the drawing is on the screen.
  async surround(shown, pinned = "", focus = -1) {
    await pictured();
    if (this.isNew) this.record("");
    this.view.refocus(this.cardNamed(pinned), focus);
    await pause();
    if (shown !== this.state) return;
    const pieces = await this.server.ask(address.write(shown), "&只=周边");
    await this.view.calm();
    if (pieces && shown === this.state) {
      this.around = shown;
      this.replace(pieces, address.chosenOf(shown));
      this.view.camera.measure();
    }
    this.lookAhead(shown);
  }
}
