// Answers while one types.

const PAUSE = 160;

// `ask` takes the words; typing on cancels what was asked before.
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
