// From card to card by the arrow keys, the way the lines of command run.

const TURNED = {
  ArrowLeft: "ArrowUp",
  ArrowRight: "ArrowDown",
  ArrowUp: "ArrowLeft",
  ArrowDown: "ArrowRight",
};

// The card that an arrow key leads to from another one, or -1.
export function neighbour({ sideways, parent }, index, pressed) {
  const key = sideways ? TURNED[pressed] : pressed;
  if (key === "ArrowUp") return parent[index];
  if (key === "ArrowDown") return parent.indexOf(index, index + 1);
  const siblings = parent.flatMap((one, other) => (one === parent[index] ? [other] : []));
  return siblings[siblings.indexOf(index) + (key === "ArrowRight" ? 1 : -1)] ?? -1;
}
