// Draws what is in view and nothing else, so that a chart of any size moves as a small one does.

import { Bands } from "./bands.js";
import { badgeOf, cardOf, elementsOf } from "./cards.js";

const FULL_FROM = 0.75;
const NAME_FROM = 0.28;
const MOST_NAMED = 90;
// Cards in full consist of no more elements than this, and of so many each.
const MOST_ELEMENTS = 720;
const CARD_ELEMENTS = 9;
const BADGE_ELEMENTS = 3;
const ROLE_ELEMENTS = 2;
// Cards narrower than this many pixels become one bar with their neighbours.
const MERGED = 3;
const MOST_PRINTED = 400;
const FAMILY_BUS = 24;

export class Painter {
  // `svg` is emptied and filled again; `links` gives the address of a card and of its badge.
  constructor(svg, links, words) {
    Object.assign(this, { svg, links, words });
    this.shown = new Map();
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
    this.clear();
    this.arrows.innerHTML = drawing.arrows.join("");
    this.svg.classList.toggle("lens", Boolean(drawing.outlines));
    this.outlines.setAttribute("d", drawing.outlines ?? "");
  }

  // For paper all of it is drawn in full, at its own size; the next frame undoes that.
  spread() {
    const { width, height, x } = this.drawing;
    if (x.length > MOST_PRINTED) return;
    this.view.removeAttribute("transform");
    const size = { viewBox: `0 0 ${width} ${height}`, width, height };
    for (const [name, value] of Object.entries(size)) this.svg.setAttribute(name, value);
    this.clear();
    this.detail = "full";
    this.arrows.classList.remove("away");
    this.outlines.classList.add("away");
    this.bars.setAttribute("d", "");
    this.paintLines("full", 1, { left: 0, top: 0, right: width, bottom: height });
    this.paintCards(x.map((_, index) => index), "full");
  }

  gather() {
    for (const name of ["viewBox", "width", "height"]) this.svg.removeAttribute(name);
    this.clear();
  }

  clear() {
    this.cards.replaceChildren();
    this.shown.clear();
    this.detail = "";
  }

  // Draw for a scale and a rectangle of the drawing; what stays in view stays as it is.
  paint(scale, view) {
    const [detail, indices] = this.detailOf(scale, view);
    const held = detail === this.detail ? null : this.focused();
    if (detail !== this.detail) {
      this.clear();
      this.detail = detail;
    }
    this.paintLines(detail, scale, view);
    this.arrows.classList.toggle("away", detail === "bars");
    this.outlines.classList.toggle("away", detail !== "bars");
    if (detail === "bars") {
      this.bars.setAttribute("d", this.boxes.merged(view, MERGED / scale));
    } else {
      this.bars.setAttribute("d", "");
      if (held && !indices.includes(held.index)) indices.push(held.index);
      this.paintCards(indices, detail);
    }
    if (held) this.refocus(held);
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

  detailOf(scale, view) {
    const indices = scale >= NAME_FROM ? this.boxes.within(view, MOST_NAMED) : null;
    if (!indices) return ["bars", []];
    const isFull = scale >= FULL_FROM && this.weight(indices) <= MOST_ELEMENTS;
    return [isFull ? "full" : "name", indices];
  }

  // Of how many elements these cards consist in full; a list of roles is most of its card.
  weight(indices) {
    const { branch, roles } = this.drawing;
    let sum = indices.length * CARD_ELEMENTS;
    for (const index of indices) {
      sum += (branch[index] ? BADGE_ELEMENTS : 0) + (roles[index]?.length ?? 0) * ROLE_ELEMENTS;
    }
    return sum;
  }

  paintLines(detail, scale, view) {
    if (detail === "bars") {
      this.solid.setAttribute("d", this.buses(scale, view));
      this.dashed.setAttribute("d", "");
      return;
    }
    const families = this.families.within(view).map((index) => this.drawing.families[index]);
    this.solid.setAttribute("d", families.map((family) => family[4]).join(""));
    this.dashed.setAttribute("d", families.map((family) => family[5]).join(""));
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
    let next = null;
    for (const index of indices.reverse()) {
      const parts = this.shown.get(index);
      if (parts[0].parentNode !== this.cards) for (const part of parts) this.cards.insertBefore(part, next);
      [next] = parts;
    }
    this.mark(this.marked);
  }

  // Make the elements of cards that were not in view before.
  make(indices, detail) {
    const { drawing, links, words } = this;
    let markup = "";
    for (const index of indices) {
      markup += cardOf(drawing, index, detail, links.card(index));
      if (drawing.branch[index]) markup += badgeOf(drawing, index, links.badge(index), words);
    }
    for (const part of elementsOf(markup)) {
      const index = Number(part.dataset.index);
      if (this.shown.has(index)) this.shown.get(index).push(part);
      else {
        this.shown.set(index, [part]);
        this.sign(part, drawing.signs?.[index]);
      }
    }
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
    for (const [number, [card]] of this.shown) {
      card.firstChild.classList.toggle("marked", number === marked.index);
      card.classList.toggle("on-the-way", dims && way.has(number));
    }
  }
}
