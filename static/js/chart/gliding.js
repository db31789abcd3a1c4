// Cards glide from where they stood before; nobody who dislikes motion sees it.

const GLIDES = 220;
const still = matchMedia("(prefers-reduced-motion: reduce)");

// Where the cards that are drawn stand on the screen, by their slugs.
export function standing({ drawing, shown }, { x, y, scale }) {
  const place = (index) => [drawing.x[index] * scale + x, drawing.y[index] * scale + y];
  return new Map([...shown.keys()].map((index) => [drawing.slug[index], place(index)]));
}

// A card that was not drawn before comes out of its superior.
export function glide(painter, camera, before) {
  if (still.matches) return;
  const { slug, parent } = painter.drawing;
  const now = standing(painter, camera);
  for (const [index, parts] of painter.shown) {
    const origin = before.get(slug[index]) ?? before.get(slug[parent[index]]);
    if (!origin) continue;
    const [across, down] = now.get(slug[index]).map((place, axis) => (origin[axis] - place) / camera.scale);
    for (const part of parts) glidePart(part, across, down, Number(before.has(slug[index])));
  }
  for (const lines of [painter.solid, painter.dashed, painter.arrows]) {
    lines.animate([{ opacity: 0 }, { opacity: 0, offset: 0.6 }, { opacity: 1 }], GLIDES);
  }
}

function glidePart(part, across, down, opacity) {
  const place = part.getAttribute("transform")?.replace(/(-?[\d.]+) (-?[\d.]+)/, "$1px, $2px") ?? "";
  part.animate(
    [
      { transform: `translate(${across}px, ${down}px) ${place}`, opacity },
      { transform: place || "none", opacity: 1 },
    ],
    { duration: GLIDES, easing: "ease-out" },
  );
}
