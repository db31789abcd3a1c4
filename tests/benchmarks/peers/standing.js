// Runs in every measured page, ours and theirs, before its own scripts: says when a picture stands.
// Between the marks "chart-data" and "chart-painted" a page draws; two frames later it is painted.

{
  const mark = performance.mark.bind(performance);
  const twoFrames = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
  let begun = 0;
  performance.mark = (name, ...more) => {
    const made = mark(name, ...more);
    if (name === "chart-data") begun = made.startTime;
    if (name === "chart-painted" && begun) {
      twoFrames(() => {
        if (window.chartStands) return;
        window.chartStands = performance.now() - begun;
        console.debug("chart-stands");
      });
    }
    return made;
  };

  // Say after how many milliseconds the picture stands that a page is told to draw.
  window.drawAndWait = (draw) =>
    new Promise((resolve) => {
      const start = performance.now();
      draw();
      twoFrames(() => resolve(performance.now() - start));
    });

  // Click on what opens a branch, and say after how many milliseconds the new picture stands.
  window.clickAndWait = (pressed) =>
    new Promise((resolve) => {
      const start = performance.now();
      const watching = new MutationObserver(() => {
        watching.disconnect();
        twoFrames(() => resolve(performance.now() - start));
      });
      watching.observe(pressed.closest("svg"), { childList: true, subtree: true });
      pressed.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));
    });
}
