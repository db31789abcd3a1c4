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
        : document.querySelector(".stage").requestFullscreen(),
  };
  box.hidden = false;
  box.addEventListener("click", ({ target }) => actions[target.dataset.zoom]?.());
}
