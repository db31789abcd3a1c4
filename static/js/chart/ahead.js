// While the reader looks, the closed branches in view are asked for, one after another.

const CLOSED = 2;
// So many branches are asked for before they are opened, where an answer is small.
const MOST = 12;
const LARGEST = 300;

// `prepare` asks for what a card's badge leads to; it returns false when the reader is elsewhere.
export async function prepareBranches(painter, prepare) {
  const { branch } = painter.drawing;
  if (branch.length > LARGEST || navigator.connection?.saveData) return;
  const closed = [...painter.shown.keys()].filter((index) => branch[index] === CLOSED);
  for (const index of closed.slice(0, MOST)) {
    if ((await prepare(index)) === false) return;
  }
}
