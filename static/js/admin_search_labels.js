/* The search fields have no name for a screen reader; they get their label's. */
"use strict";

(() => {
  const name = (within) => {
    within.querySelectorAll("select.admin-autocomplete").forEach((field) => {
      const words = document.querySelector(`label[for="${field.id}"]`)?.textContent.trim();
      const box = field.nextElementSibling;
      if (!words || !box?.classList.contains("select2")) return;
      box.querySelectorAll("[role=combobox], [role=textbox], input[type=search]").forEach((part) => {
        part.removeAttribute("aria-labelledby");
        part.setAttribute("aria-label", words.replace(/[:：]$/, ""));
      });
    });
  };

  // After the admin has made its search fields.
  window.addEventListener("load", () => setTimeout(() => name(document), 100));
  document.addEventListener("formset:added", (event) => setTimeout(() => name(event.target)));
})();
