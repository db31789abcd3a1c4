// Cards as SVG text, as documents/as_svg.py writes it: faster than making elements one by one.

const SPACE = "http://www.w3.org/2000/svg";
const PADDING = 16;
const NAME_LINE = 21;
const MISSION_LINE = 18;
const COUNT_LINE = 20;
const ROLE_GAP = 8;
const ROLE_LINE = 24;
const COLUMN_WIDTH = 24;
const COLUMN_PADDING = 12;
// So far a badge may reach into a card, as in layout/badge.py.
const BADGE_INSIDE = 13;
// A branch whose cards are not drawn.
export const CLOSED = 2;
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

// Made for the first vertical name.
let clusters = null;

const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
const line = (kind, y, text) => `<text class="${kind}" x="${PADDING}" y="${y}">${escape(text)}</text>`;

// The elements that the text describes.
export function elementsOf(markup) {
  const holder = document.createElementNS(SPACE, "g");
  holder.innerHTML = markup;
  return [...holder.children];
}

// One card, as richly as `detail` says. The same text is the same card, wherever it stands.
export function cardOf(drawing, index, detail) {
  const { title, counts, kind, w, h, vertical } = drawing;
  const said = [title[index], counts[index]].filter(Boolean).join(", ");
  const inside = vertical.has(index) ? columnsOf(drawing, index) : linesOf(drawing, index, detail);
  return `<a aria-label="${escape(said)}"
    ><g class="card ${kind[index]}"
    ><title>${escape(title[index])}</title
    ><rect class="box" width="${w[index]}" height="${h[index]}" rx="8"
    /><rect class="edge" y="12" width="4" height="${Math.min(h[index] - 24, 48)}" rx="2"/>${inside}</g></a>`;
}

function linesOf(drawing, index, detail) {
  let y = PADDING - 2;
  let [made, bars] = ["", ""];
  for (const name of drawing.name[index].split("\n")) {
    y += NAME_LINE;
    made += line("name", y - 5, name);
  }
  if (detail === "plain") return made;
  for (const mission of drawing.mission[index].split("\n").filter(Boolean)) {
    y += MISSION_LINE;
    if (detail === "full") made += line("mission", y - 5, mission);
    else bars += `M${PADDING} ${y - 9}h${Math.min(mission.length * 12, drawing.w[index] - 2 * PADDING)}`;
  }
  if (drawing.counts[index]) {
    y += COUNT_LINE;
    made += line("counts", y - 4, drawing.counts[index]);
  }
  const roles = drawing.roles[index] ?? [];
  const right = drawing.w[index] - PADDING;
  y += ROLE_GAP;
  if (detail === "full") return made + rolesOf(roles, y, right);
  for (const [name] of roles) {
    y += ROLE_LINE;
    bars += `M${PADDING} ${y - 12}h${Math.min(name.length * 13, right - PADDING)}`;
  }
  return bars ? `${made}<path class="blurred" d="${bars}"/>` : made;
}

function rolesOf(roles, top, right) {
  if (!roles.length) return "";
  let made = `<path class="rule" d="M${PADDING} ${top - 2}H${right}"/>`;
  for (const [place, [name, duties]] of roles.entries()) {
    const y = top + (place + 1) * ROLE_LINE - 8;
    made += line("role", y, name);
    // A role without duties has no number.
    if (duties) made += `<text class="role-count" x="${right}" y="${y}" text-anchor="end">${escape(duties)}</text>`;
  }
  return made;
}

function columnsOf(drawing, index) {
  clusters ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  let x = drawing.w[index] - COLUMN_PADDING - COLUMN_WIDTH / 2;
  let made = "";
  for (const column of drawing.name[index].split("\n")) {
    const signs = [...clusters.segment(column)].map(
      ({ segment }) => `<tspan x="${x}" dy="${COLUMN_WIDTH * 0.75}">${escape(segment)}</tspan>`,
    );
    made += `<text class="name" text-anchor="middle" y="${PADDING - 4}">${signs.join("")}</text>`;
    x -= COLUMN_WIDTH;
  }
  return made;
}

// The badge that opens a card, with the number that is hidden, or closes it.
export function badgeOf(drawing, index, words) {
  const isClosed = drawing.branch[index] === CLOSED;
  const text = isClosed ? `+${drawing.hidden[index]}` : "−";
  const half = Math.max(11, 4 * text.length + 6);
  const label = (isClosed ? words.open : words.close)
    .replace("{name}", () => drawing.title[index])
    .replace("{number}", drawing.hidden[index]);
  return `<a class="toggle" aria-label="${escape(label)}"
    ><rect x="${-half}" y="-11" width="${2 * half}" height="22" rx="11"
    /><text text-anchor="middle" y="4">${text}</text></a>`;
}

// Put the parts of a card where they stand, with their links.
export function putParts([card, badge], { sideways, x, y, w, h }, index, links) {
  put(card, card.firstChild, index, links.card, x[index], y[index]);
  if (!badge) return;
  const outside = Math.max(0, -badge.firstChild.getAttribute("x") - BADGE_INSIDE);
  const [across, down] = sideways ? [w[index] + outside, h[index] / 2] : [w[index] / 2, h[index]];
  put(badge, badge, index, links.badge, x[index] + across, y[index] + down);
}

function put(link, moved, index, address, x, y) {
  link.card = index;
  set(link, { href: address(index) });
  set(moved, { transform: `translate(${x} ${y})` });
}

// Write the attributes that change.
export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
  }
}
