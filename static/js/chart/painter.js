// Draws what is in view and nothing else, so that a chart of any size moves as a small one does.

import { Bands } from "./bands.js";
import { badgeOf, cardOf, CLOSED, elementsOf, putParts, set } from "./cards.js";

const FULL_FROM = 0.75;
const NAME_FROM = 0.28;
// The richest first: from which scale on, of how many elements a card and all of them are.
const DETAILS = [
  ["full", FULL_FROM, 9, 720],
  ["name", NAME_FROM, 8.5, 960],
  ["plain", NAME_FROM, 6.5, 960],
  ["bars", 0, 0, Infinity],
];
const BADGE_ELEMENTS = 3;
const ROLE_ELEMENTS = 2;
// So many cards are shown at most, and so many printed.
const MOST = 160;
const PAPER = 400;
// Cards narrower than this many pixels become one bar with their neighbours.
const MERGED = 3;
const FAMILY_BUS = 24;

export class Painter {
  // `svg` is emptied and filled again; `links` gives the address of a card and of its badge.
  constructor(svg, links, words) {
    Object.assign(this, { svg, links, words });
    // Parts of the cards in the document, by index; and by their looks those that may stay.
    this.shown = new Map();
    this.kept = new Map();
    [this.view] = elementsOf(`<g class="view"><path class="bars"/><path class="outlines"/><path class="line"
      /><path class="line dashed"/><g class="arrows"/><g class="cards"/></g>`);
    [this.bars, this.outlines, this.solid, this.dashed, this.arrows, this.cards] = this.view.children;
    const titles = [...svg.querySelectorAll(":scope > title, :scope > desc")];
    svg.replaceChildren(...titles, this.view);
    this.gather();
  }

  // Take another drawing; its columns become an index of what lies where.
  take(drawing) {
    drawing.vertical = new Set(drawing.vertical);
    const right = drawing.x.map((x, index) => x + drawing.w[index]);
    const bottom = drawing.y.map((y, index) => y + drawing.h[index]);
    this.drawing = drawing;
    this.boxes = new Bands(drawing.x, drawing.y, right, bottom);
    const edges = [0, 1, 2, 3].map((edge) => drawing.families.map((family) => family[edge]));
    this.families = new Bands(...edges);
    this.kept = new Map([...this.shown.values()].flat().map((part) => [part.look, part]));
    this.shown.clear();
    this.arrows.innerHTML = drawing.arrows.join("");
    this.svg.classList.toggle("lens", Boolean(drawing.outlines));
    set(this.outlines, { d: drawing.outlines ?? "" });
  }

  // For paper all of it is drawn in full, at its own size; the next frame undoes that.
  spread() {
    const { width, height, x } = this.drawing;
    if (x.length > PAPER) return;
    this.view.removeAttribute("transform");
    set(this.svg, { viewBox: `0 0 ${width} ${height}`, width, height });
    this.paint(1, [{ left: 0, top: 0, right: width, bottom: height }], Infinity);
  }

  gather() {
    for (const name of ["viewBox", "width", "height"]) this.svg.removeAttribute(name);
    this.clear();
  }

  clear() {
    this.cards.replaceChildren();
    this.shown.clear();
    this.kept.clear();
    this.detail = "";
  }

  // Draw for a scale that of several rectangles of the drawing which can be shown most richly, and
  // return it; what stays in view stays as it is.
  paint(scale, views, room) {
    const ways = views.map((view) => this.wayOf(scale, view, room));
    const [rank, indices, view] = ways.reduce((best, way) => (way[0] < best[0] ? way : best));
    const [detail] = DETAILS[rank];
    const held = detail === this.detail ? null : this.focused();
    if (detail !== this.detail) {
      this.clear();
      this.detail = detail;
    }
    this.paintLines(detail, scale, view);
    this.arrows.classList.toggle("away", detail === "bars");
    this.outlines.classList.toggle("away", detail !== "bars");
    if (detail === "bars") {
      set(this.bars, { d: this.boxes.merged(view, MERGED / scale) });
    } else {
      set(this.bars, { d: "" });
      if (held && !indices.includes(held.index)) indices.push(held.index);
      this.paintCards(indices, detail);
    }
    if (held) this.refocus(held);
    return view;
  }

  isClosed(index) {
    return this.drawing.branch[index] === CLOSED;
  }

  // The closed cards in the document, the highest first.
  get closed() {
    const level = this.drawing[this.drawing.sideways ? "x" : "y"];
    const indices = [...this.shown.keys()].filter((index) => this.isClosed(index));
    return indices.sort((one, other) => level[one] - level[other]);
  }

  // Which part of which card has the focus.
  focused() {
    for (const [index, parts] of this.shown) {
      const part = parts.indexOf(document.activeElement);
      if (part >= 0) return { index, part };
    }
    return null;
  }

  // Cards drawn in another detail are new ones; the focus goes with them, the view does not.
  refocus({ index, part }) {
    const target = this.shown.get(index)?.[part] ?? this.svg.parentElement;
    this.restores = true;
    target.focus({ preventScroll: true });
    this.restores = false;
  }

  // How richly a rectangle can be shown, and the cards in it; on paper there is any room.
  wayOf(scale, view, room = 1) {
    const indices = scale >= NAME_FROM ? this.boxes.within(view, MOST * room) : null;
    if (!indices) return [DETAILS.length - 1, [], view];
    const { branch, roles } = this.drawing;
    let [badges, lists] = [0, 0];
    for (const index of indices) {
      badges += branch[index] ? BADGE_ELEMENTS : 0;
      lists += (roles[index]?.length ?? 0) * ROLE_ELEMENTS;
    }
    const fits = ([detail, from, elements, limit]) =>
      scale >= from && indices.length * elements + badges + (detail === "full" ? lists : 0) <= limit * room;
    return [DETAILS.findIndex(fits), indices, view];
  }

  paintLines(detail, scale, view) {
    if (detail === "bars") {
      set(this.solid, { d: this.buses(scale, view) });
      set(this.dashed, { d: "" });
      return;
    }
    const families = this.families.within(view).map((index) => this.drawing.families[index]);
    set(this.solid, { d: families.map((family) => family[4]).join("") });
    set(this.dashed, { d: families.map((family) => family[5]).join("") });
  }

  // The long lines of a drawing seen from afar, each as one stroke.
  buses(scale, view) {
    const across = this.drawing.sideways ? [1, 3] : [0, 2];
    const parts = [];
    for (const family of this.drawing.families) {
      if ((family[across[1]] - family[across[0]]) * scale < MERGED * 4) continue;
      if (family[0] > view.right || family[2] < view.left) continue;
      if (family[1] > view.bottom || family[3] < view.top) continue;
      parts.push(
        this.drawing.sideways
          ? `M${family[0] + FAMILY_BUS} ${family[1]}V${family[3]}`
          : `M${family[0]} ${family[1] + FAMILY_BUS}H${family[2]}`,
      );
    }
    return parts.join("");
  }

  paintCards(indices, detail) {
    indices.sort((one, other) => one - other);
    const wanted = new Set(indices);
    for (const [index, parts] of this.shown) {
      if (wanted.has(index) || parts.some((part) => part === document.activeElement)) continue;
      for (const part of parts) part.remove();
      this.shown.delete(index);
    }
    this.make(indices.filter((index) => !this.shown.has(index)), detail);
    for (const part of this.kept.values()) part.remove();
    this.kept.clear();
    let next = null;
    for (const part of indices.flatMap((index) => this.shown.get(index)).reverse()) {
      if (part.parentNode !== this.cards) this.cards.insertBefore(part, next);
      next = part;
    }
    this.mark(this.marked);
  }

  // Make the parts of cards that were not in view before; what looks the same only moves.
  make(indices, detail) {
    const { drawing, kept, shown } = this;
    const made = [];
    for (const index of indices) {
      const texts = [cardOf(drawing, index, detail)];
      if (drawing.branch[index]) texts.push(badgeOf(drawing, index, this.words));
      const parts = [];
      for (const [place, text] of texts.entries()) {
        const look = [drawing.slug[index], drawing.signs?.[index], text].join();
        parts.push(kept.get(look));
        if (!kept.delete(look)) made.push({ index, look, parts, place, text });
      }
      shown.set(index, parts);
    }
    const elements = elementsOf(made.map(({ text }) => text).join(""));
    for (const [at, { index, look, parts, place }] of made.entries()) {
      parts[place] = elements[at];
      parts[place].look = look;
      if (!place) this.sign(parts[0], drawing.signs?.[index]);
    }
    for (const index of indices) putParts(shown.get(index), drawing, index, this.links);
  }

  // Put the sign that the server wrote on a card, and its words into what the card is called.
  sign(card, [sign, words] = []) {
    if (!sign) return;
    card.classList.add("leads");
    card.ariaLabel += `, ${words}`;
    card.firstChild.append(...elementsOf(sign));
  }

  // Set off the chosen card; where something is looked for, dim all but the way to it.
  mark(marked = {}) {
    this.marked = marked;
    const way = new Set();
    let index = marked.index ?? -1;
    while (index >= 0) {
      way.add(index);
      index = this.drawing.parent[index];
    }
    const dims = Boolean(marked.dims) && way.size > 0;
    this.svg.classList.toggle("dims", dims);
    for (const [number, parts] of this.shown) {
      parts[0].firstChild.classList.toggle("marked", number === marked.index);
      for (const part of parts) part.classList.toggle("on-the-way", dims && way.has(number));
    }
  }
}
