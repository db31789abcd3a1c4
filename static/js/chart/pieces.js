// Parts of the page that the server writes anew with every state.

export function replacePieces(pieces) {
  for (const [name, html] of Object.entries(pieces)) {
    const place = document.querySelector(`[data-piece="${name}"]`);
    if (!place) continue;
    const opened = [...place.querySelectorAll("details[open] > summary")].map((one) => one.textContent);
    const focused = place.contains(document.activeElement) ? document.activeElement : null;
    const at = focused ? [...place.querySelectorAll("a, button, summary")].indexOf(focused) : -1;
    place.innerHTML = html;
    if (name === "aside") {
      for (const summary of place.querySelectorAll("details > summary")) {
        if (opened.includes(summary.textContent)) summary.parentElement.open = true;
      }
    }
    const again = at >= 0 && place.querySelectorAll("a, button, summary")[at];
    // What stands in a closed menu cannot take the focus; the menu's head can.
    const closed = again && again.closest("details:not([open])");
    (closed ? closed.querySelector("summary") : again || null)?.focus({ preventScroll: true });
  }
}

export function notice(words) {
  const place = document.querySelector(".notice");
  place.textContent = words;
  place.hidden = !words;
}
