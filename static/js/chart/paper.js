// On paper stands all that is open, not only what is in view.

export function printWhole(painter, again) {
  addEventListener("beforeprint", () => painter.spread());
  addEventListener("afterprint", () => {
    painter.gather();
    again();
  });
}
