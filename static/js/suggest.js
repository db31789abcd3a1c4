// Suggestions below the search field while one types; Enter on none of them searches as ever.

const PAUSE = 130;

function element(name, attributes, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

function suggest(form) {
  const field = form.querySelector("input[type=search]");
  const list = element("ul", { id: "suggestions", role: "listbox", "aria-label": form.dataset.label });
  const status = element("p", { class: "visually-hidden", role: "status" });
  list.hidden = true;
  form.append(list, status);
  for (const [name, value] of [
    ["role", "combobox"],
    ["autocomplete", "off"],
    ["aria-autocomplete", "list"],
    ["aria-expanded", "false"],
    ["aria-controls", list.id],
  ]) field.setAttribute(name, value);

  let waiting = 0;
  let asking = null;
  let chosen = -1;

  function close() {
    clearTimeout(waiting);
    asking?.abort();
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  function choose(number) {
    list.children[chosen]?.setAttribute("aria-selected", "false");
    chosen = number;
    const option = list.children[chosen];
    if (!option) return field.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", option.id);
  }

  function show({ suggestions, status: said }) {
    choose(-1);
    list.replaceChildren(
      ...suggestions.map((one, number) => {
        const option = element("li", { id: `suggestion-${number}`, role: "option", "aria-selected": "false" });
        option.dataset.address = one.address;
        option.append(
          element("b", {}, one.name),
          element("span", { class: "kind" }, one.kind),
          element("span", { class: "place" }, one.place),
        );
        return option;
      }),
    );
    list.hidden = !suggestions.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = said;
  }

  async function ask() {
    asking?.abort();
    if (!field.value.trim()) return close();
    const asked = (asking = new AbortController());
    const words = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(`${form.dataset.suggestions}?${words}`, { signal: asked.signal });
      const said = answer.ok ? await answer.json() : null;
      if (asked.signal.aborted) return;
      if (said) show(said);
      else close();
    } catch {
      // Cancelled by further typing, or no network: the form itself goes on working.
      if (asking === asked) close();
    }
  }

  function wait() {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  }

  // Pinyin that an input method is still composing is no word yet.
  field.addEventListener("input", (event) => event.isComposing || wait());
  field.addEventListener("compositionend", wait);
  field.addEventListener("blur", close);
  form.addEventListener("submit", close);

  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const last = list.children.length - 1;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) return wait();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const next = chosen + step;
      // One step beyond either end is the field itself.
      choose(next > last ? -1 : next < -1 ? last : next);
    } else if (event.key === "Enter" && !list.hidden && chosen >= 0) {
      event.preventDefault();
      location.assign(list.children[chosen].dataset.address);
    }
  });

  // A press would take the focus from the field, and close the list before the click.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.address);
  });
}

document.querySelectorAll("form[data-suggestions]").forEach(suggest);
