// The tree as orgchart draws it, with panning and zooming switched on.

const asked = new URLSearchParams(location.search);

$.getJSON(`nested-${asked.get("size")}.json`).then((data) => {
  performance.mark("chart-data");
  $("#chart").orgchart({
    data,
    nodeContent: "mission",
    pan: true,
    zoom: true,
    visibleLevel: asked.has("collapsed") ? 2 : 999,
  });
  performance.mark("chart-painted");
});
