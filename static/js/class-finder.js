// Finding a KBLI code without leaving the form; without scripts a link opens the page that finds it.
(() => {
  "use strict";

  const finder = document.querySelector("[data-class-finder]");
  if (!finder || !window.htmx) return;
  const form = finder.closest("form");
  const box = finder.querySelector("[data-class-box]");
  finder.querySelector("[data-class-link]").hidden = true;
  box.hidden = false;

  const search = box.querySelector("input");
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault(); // finds, does not save
  });
  box.addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-class-code]");
    if (!chosen) return;
    const code = form.querySelector("[name$=kbli_code]");
    code.value = chosen.dataset.classCode;
    form.querySelector("[name$=kbli_edition]").value = chosen.dataset.classEdition;
    code.dispatchEvent(new Event("input", { bubbles: true }));
    box.querySelector("#kbli-ditemukan").replaceChildren(said(chosen));
    search.value = "";
    code.focus();
  });

  function said(chosen) {
    const line = document.createElement("p");
    line.className = "quiet";
    line.textContent = chosen.textContent.trim().replace(/\s+/g, " ");
    return line;
  }
})();
