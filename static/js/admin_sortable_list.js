/* A list page whose rows are dragged, or moved by buttons, into order. */
"use strict";

(() => {
  const words = document.getElementById("sorting-words").dataset;
  const marks = [...document.querySelectorAll("#result_list .place")];
  const rowOf = (element) => element.closest("tr");

  const send = async (mark, number) => {
    const token = document.querySelector("#changelist-form [name=csrfmiddlewaretoken]").value;
    const body = new URLSearchParams({ cmd: "place_row", row: mark.dataset.row, number });
    try {
      await fetch(location.href, { method: "POST", headers: { "X-CSRFToken": token }, body });
      sessionStorage.setItem("placed-row", mark.dataset.row);
    } finally {
      location.reload();
    }
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

  const placeOf = (index) => Number(marks[index].textContent);

  marks.forEach((mark, index) => {
    const grip = document.createElement("span");
    grip.className = "grip";
    grip.title = words.drag;
    grip.draggable = true;
    grip.setAttribute("aria-hidden", "true");
    mark.before(grip);
    mark.after(
      button("↑", words.up, () => index > 0 && send(mark, placeOf(index - 1))),
      button("↓", words.down, () => index < marks.length - 1 && send(mark, placeOf(index + 1))),
    );
    if (sessionStorage.getItem("placed-row") === mark.dataset.row) {
      mark.nextElementSibling.focus();
      sessionStorage.removeItem("placed-row");
    }
  });

  let dragged = null;

  document.addEventListener("dragstart", (event) => {
    if (!event.target.classList?.contains("grip")) return;
    dragged = rowOf(event.target).querySelector(".place");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    event.dataTransfer.setDragImage(rowOf(dragged), 0, 0);
  });

  document.addEventListener("dragover", (event) => {
    const over = dragged && rowOf(event.target)?.querySelector(".place");
    if (!over) return;
    event.preventDefault();
    document.querySelectorAll(".drop-here").forEach((row) => row.classList.remove("drop-here"));
    rowOf(over).classList.add("drop-here");
  });

  document.addEventListener("drop", (event) => {
    const over = dragged && rowOf(event.target)?.querySelector(".place");
    if (!over) return;
    event.preventDefault();
    if (over !== dragged) send(dragged, Number(over.textContent));
  });

  document.addEventListener("dragend", () => {
    dragged = null;
    document.querySelectorAll(".drop-here").forEach((row) => row.classList.remove("drop-here"));
  });
})();
