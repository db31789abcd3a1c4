// From card to card by the arrow keys, the way the lines of command run.

const UP = 0;
const DOWN = 1;
const BACK = 2;
const ON = 3;
const DIRECTIONS = {
  down: { ArrowUp: UP, ArrowDown: DOWN, ArrowLeft: BACK, ArrowRight: ON },
  right: { ArrowLeft: UP, ArrowRight: DOWN, ArrowUp: BACK, ArrowDown: ON },
};

// The card that a key leads to from another one, or -1.
export function neighbour(drawing, index, key) {
  const direction = DIRECTIONS[drawing.sideways ? "right" : "down"][key];
  if (direction === undefined) return -1;
  const { parent } = drawing;
  if (direction === UP) return parent[index];
  if (direction === DOWN) return parent.indexOf(index, index + 1);
  const siblings = parent.flatMap((one, other) => (one === parent[index] ? [other] : []));
  return siblings[siblings.indexOf(index) + (direction === ON ? 1 : -1)] ?? -1;
}
