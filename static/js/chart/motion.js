// Cards glide from where they stood to where they stand; nobody who dislikes motion sees it.

const LASTS = 220;
const still = matchMedia("(prefers-reduced-motion: reduce)");

// Where cards stand on the screen, by their slugs.
export function standing(painter, camera) {
  const places = new Map();
  for (const index of painter.shown.keys()) {
    const { slug, x, y } = painter.drawing;
    places.set(slug[index], [x[index] * camera.scale + camera.x, y[index] * camera.scale + camera.y]);
  }
  return places;
}

export function glide(painter, camera, before) {
  if (still.matches) return;
  const { slug, parent } = painter.drawing;
  for (const [index, parts] of painter.shown) {
    const origin = before.get(slug[index]) ?? before.get(slug[parent[index]]);
    if (!origin) continue;
    const { x, y } = painter.drawing;
    const from = [(origin[0] - camera.x) / camera.scale, (origin[1] - camera.y) / camera.scale];
    const offset = `translate(${from[0] - x[index]}px, ${from[1] - y[index]}px)`;
    for (const part of parts) {
      const own = part.getAttribute("transform");
      const place = own ? own.replace(/(-?[\d.]+) (-?[\d.]+)/, "$1px, $2px") : "";
      part.animate(
        [
          { transform: `${offset} ${place}`, opacity: before.has(slug[index]) ? 1 : 0 },
          { transform: place || "none", opacity: 1 },
        ],
        { duration: LASTS, easing: "ease-out" },
      );
    }
  }
  for (const lines of [painter.solid, painter.dashed, painter.arrows]) {
    lines.animate([{ opacity: 0 }, { opacity: 0, offset: 0.6 }, { opacity: 1 }], { duration: LASTS });
  }
}
