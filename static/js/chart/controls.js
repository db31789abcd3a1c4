// What keys, buttons and the search field beside the drawing do.

const PAUSE = 160;
const TURNED = {
  ArrowLeft: "ArrowUp",
  ArrowRight: "ArrowDown",
  ArrowUp: "ArrowLeft",
  ArrowDown: "ArrowRight",
};

// The card that an arrow key leads to from another one along the lines of command, or -1.
export function neighbour({ sideways, parent }, index, pressed) {
  const key = sideways ? TURNED[pressed] : pressed;
  if (key === "ArrowUp") return parent[index];
  if (key === "ArrowDown") return parent.indexOf(index, index + 1);
  const siblings = parent.flatMap((one, other) => (one === parent[index] ? [other] : []));
  return siblings[siblings.indexOf(index) + (key === "ArrowRight" ? 1 : -1)] ?? -1;
}

// The buttons beside the drawing: closer, further, all of it, its own size, the whole screen.
export function offerButtons(box, camera, painter) {
  const actions = {
    in: () => camera.zoom(1.25),
    out: () => camera.zoom(0.8),
    fit: () => camera.fit(painter.drawing.width, painter.drawing.height),
    whole: () => camera.zoom(1 / camera.scale),
    full: () =>
      document.fullscreenElement
        ? document.exitFullscreen()
        : document.querySelector(".chart-page").requestFullscreen(),
  };
  box.hidden = false;
  box.addEventListener("click", ({ target }) => actions[target.dataset.zoom]?.());
}

// Answers while one types: `ask` takes the words.
export function findWhileTyping(form, ask) {
  let waiting = 0;
  const field = form.querySelector("input");
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask(field.value.trim()), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    ask(field.value.trim()).then(() => form.querySelector(".hits a")?.focus());
  });
  form.addEventListener("keydown", (event) => {
    const links = [...form.querySelectorAll(".hits a")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !links.length) return;
    event.preventDefault();
    const at = links.indexOf(document.activeElement) + step;
    (links[at] ?? field).focus();
  });
}
