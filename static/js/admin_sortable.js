/* Rows of a list on a record's page: dragged, or moved by buttons, into order.
   Without this script each row keeps its field for the number. */
"use strict";

(() => {
  const words = document.getElementById("sorting-words").dataset;
  const rowsOf = (list) => [...list.querySelectorAll(".inline-related:not(.empty-form)")];
  const numberOf = (row) => row.querySelector("input[name$='-position']");
  const listOf = (row) => row.closest("fieldset.sortable");

  const number = (list) => {
    rowsOf(list).forEach((row, index) => {
      numberOf(row).value = index + 1;
    });
  };

  const button = (sign, label, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "place-button";
    made.textContent = sign;
    made.setAttribute("aria-label", label);
    made.title = label;
    made.addEventListener("click", act);
    return made;
  };

  const say = (row) => {
    const heard = document.getElementById("place-said");
    heard.textContent = `${words.moved} ${numberOf(row).value}`;
  };

  const move = (row, step, pressed) => {
    const rows = rowsOf(listOf(row));
    const other = rows[rows.indexOf(row) + step];
    if (!other) return;
    other[step < 0 ? "before" : "after"](row);
    number(listOf(row));
    pressed.focus();
    say(row);
  };

  const equip = (row) => {
    const title = row.querySelector("h3");
    if (!title || title.querySelector(".places")) return;
    const places = document.createElement("span");
    places.className = "places";
    const grip = document.createElement("span");
    grip.className = "grip";
    grip.title = words.drag;
    grip.setAttribute("aria-hidden", "true");
    grip.draggable = true;
    const up = button("↑", words.up, () => move(row, -1, up));
    const down = button("↓", words.down, () => move(row, 1, down));
    places.append(grip, up, down);
    title.prepend(places);
  };

  let dragged = null;

  document.addEventListener("dragstart", (event) => {
    if (!event.target.classList?.contains("grip")) return;
    dragged = event.target.closest(".inline-related");
    dragged.classList.add("dragged");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    event.dataTransfer.setDragImage(dragged, 0, 0);
  });

  document.addEventListener("dragover", (event) => {
    const over = dragged && event.target.closest?.(".inline-related:not(.empty-form)");
    if (!over || over === dragged || listOf(over) !== listOf(dragged)) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    over[event.clientY < box.top + box.height / 2 ? "before" : "after"](dragged);
  });

  document.addEventListener("drop", (event) => {
    if (dragged) event.preventDefault();
  });

  document.addEventListener("dragend", () => {
    if (!dragged) return;
    dragged.classList.remove("dragged");
    number(listOf(dragged));
    dragged = null;
  });

  document.addEventListener("formset:added", (event) => {
    if (listOf(event.target)) equip(event.target);
  });

  // The admin numbers the names of the fields anew when a new row is removed, in the
  // order of the page. Stored rows must come first then; their places return after.
  document.addEventListener("formset:removed", (event) => {
    const group = document.getElementById(`${event.detail.formsetName}-group`);
    const list = group?.querySelector("fieldset.sortable");
    if (!list) return;
    const seen = rowsOf(list);
    const index = (row) => Number(row.id.split("-").pop());
    const template = list.querySelector(".empty-form");
    [...seen].sort((a, b) => index(a) - index(b)).forEach((row) => template.before(row));
    queueMicrotask(() => seen.forEach((row) => template.before(row)));
  });

  const heard = document.createElement("div");
  heard.id = "place-said";
  heard.className = "visually-hidden";
  heard.setAttribute("role", "status");
  document.body.append(heard);
  document.querySelectorAll("fieldset.sortable").forEach((list) => {
    if (!list.querySelector("input[name$='-position']")) return; // only to be read
    list.classList.add("scripted");
    rowsOf(list).forEach(equip);
  });
})();
