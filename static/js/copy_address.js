// Links that copy their address instead of opening it; without scripts, or where the
// browser allows no copying, they stay links.
const said = document.querySelector("[data-copy-said]");

for (const link of document.querySelectorAll("[data-copy]")) {
  link.addEventListener("click", async (event) => {
    if (!navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      location.assign(link.href);
      return;
    }
    link.textContent = link.dataset.copied;
    said.textContent = link.dataset.copied;
  });
}
