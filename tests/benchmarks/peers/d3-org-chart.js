// The tree as d3-org-chart draws it: all options as they come, cards as large as ours, no gliding.

const asked = new URLSearchParams(location.search);
const card = ({ data }) =>
  `<div class="card"><div class="name">${data.name}</div><div class="mission">${data.mission}</div></div>`;

fetch(`rows-${asked.get("size")}.json`)
  .then((response) => response.json())
  .then((rows) => {
    if (!asked.has("collapsed")) for (const row of rows) row._expanded = true;
    const chart = new d3.OrgChart();
    window.orgChart = chart;
    performance.mark("chart-data");
    chart
      .container("#chart")
      .data(rows)
      .svgHeight(innerHeight)
      .nodeWidth(() => 220)
      .nodeHeight(() => 84)
      .duration(0)
      .nodeContent(card)
      .render();
    performance.mark("chart-painted");
  });
