// Finds what lies in a rectangle among many boxes: the plane is cut into bands,
// and in each band the boxes are sorted by their left edge.

const UNIT = 128;
const STEP = 8;

export class Bands {
  // Columns of left, upper, right and lower edges; box n is the n-th entry of each.
  constructor(left, top, right, bottom) {
    Object.assign(this, { left, top, right, bottom });
    this.seen = new Uint32Array(left.length);
    this.turn = 0;
    this.cuts = new Map();
  }

  // The bands of one height, made when first asked for; what lies higher is in the first.
  cut(height) {
    if (!this.cuts.has(height)) {
      const bands = [];
      for (const [index, top] of this.top.entries()) {
        const last = rowOf(this.bottom[index], height);
        for (let row = rowOf(top, height); row <= last; row += 1) {
          (bands[row] ??= { items: [] }).items.push(index);
        }
      }
      this.cuts.set(height, bands);
    }
    return this.cuts.get(height);
  }

  // One of the bands, sorted when first looked at: its left edges, and the furthest right so far.
  band(bands, row) {
    const band = bands[row];
    if (band && !band.reach) {
      let most = -Infinity;
      band.items.sort((one, other) => this.left[one] - this.left[other]);
      band.starts = band.items.map((index) => this.left[index]);
      band.reach = band.items.map((index) => (most = Math.max(most, this.right[index])));
    }
    return band;
  }

  // The boxes that touch the rectangle, each once, or null when there are more than `most`. At
  // first all are gone through: bands take longer to make.
  within(view, most = Infinity) {
    this.turn += 1;
    if (this.turn === 1) {
      const all = [...this.left.keys()].filter((index) => this.touches(index, view));
      return all.length > most ? null : all;
    }
    const found = [];
    const bands = this.cut(UNIT);
    for (let row = rowOf(view.top, UNIT); row <= rowOf(view.bottom, UNIT); row += 1) {
      const band = this.band(bands, row);
      if (!band) continue;
      for (let at = first(band.reach, (edge) => edge >= view.left); at < band.items.length; at += 1) {
        const index = band.items[at];
        if (this.left[index] > view.right) break;
        if (this.seen[index] === this.turn || !this.touches(index, view)) continue;
        this.seen[index] = this.turn;
        found.push(index);
        if (found.length > most) return null;
      }
    }
    return found;
  }

  // Whether any box touches the rectangle.
  hasAny(view) {
    return this.left.some((_edge, index) => this.touches(index, view));
  }

  touches(index, view) {
    const isBeside = this.left[index] > view.right || this.right[index] < view.left;
    return !isBeside && this.top[index] <= view.bottom && this.bottom[index] >= view.top;
  }

  // Path data of the boxes in view, merged where less than `gap` lies between them.
  merged(view, gap) {
    let height = UNIT;
    while (height < gap) height *= STEP;
    const bands = this.cut(height);
    const parts = [];
    for (let row = rowOf(view.top, height); row <= rowOf(view.bottom, height); row += 1) {
      const band = this.band(bands, row);
      if (!band) continue;
      let at = first(band.reach, (edge) => edge >= view.left);
      while (at < band.items.length) {
        const start = band.starts[at];
        if (start > view.right) break;
        let [top, bottom] = [Infinity, -Infinity];
        let end = start;
        for (;;) {
          const next = first(band.starts, (edge) => edge > end + gap, at);
          if (next <= at) break;
          for (const sample of [at, next - 1]) {
            top = Math.min(top, this.top[band.items[sample]]);
            bottom = Math.max(bottom, this.bottom[band.items[sample]]);
          }
          at = next;
          end = band.reach[next - 1];
        }
        top = Math.max(top, row * height);
        bottom = Math.min(bottom, (row + 1) * height);
        parts.push(`M${start} ${top}H${end}V${bottom}H${start}z`);
      }
    }
    return parts.join("");
  }
}

const rowOf = (edge, height) => Math.max(0, Math.floor(edge / height));

// The first place of a growing column where the condition holds, as it does from there on. It is
// looked for in strides that double: often it is near where the search starts.
function first(column, holds, from = 0) {
  let [low, high] = [from, from];
  for (let stride = 1; high < column.length && !holds(column[high]); stride *= 2) {
    low = high + 1;
    high += stride;
  }
  high = Math.min(high, column.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(column[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
