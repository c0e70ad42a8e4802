// The review queue by keyboard: j and k move, x ticks, s, b and l press the buttons that carry them. Everything
// else of the page works without.
(() => {
  "use strict";

  const desk = document.querySelector("[data-desk]");
  if (!desk) return;
  const items = [...desk.querySelectorAll(".queue-item")];
  const at = () => items.findIndex((item) => item.classList.contains("is-open"));
  desk.querySelector("[data-keys]").hidden = false;
  // Only the list moves: the page stays where it begins.
  const list = desk.querySelector(".desk-list");
  const opened = items[at()];
  if (opened) list.scrollTop = opened.offsetTop - list.offsetTop - list.clientHeight / 3;

  function move(step) {
    const now = at();
    const item = items[now < 0 ? 0 : now + step];
    if (item) item.querySelector("a").click();
  }

  function press(key) {
    const button = desk.querySelector(`[data-key="${key}"]`);
    if (!button) return false;
    const needed = button.dataset.needs && button.form.elements.namedItem(button.dataset.needs);
    if (needed && !needed.value.trim()) needed.focus();
    else button.click();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select, summary")) return;
    if (event.key === "j" || event.key === "k") move(event.key === "j" ? 1 : -1);
    else if (event.key === "x") items[Math.max(0, at())].querySelector("input").click();
    else if (!/^[a-z]$/.test(event.key) || !press(event.key)) return;
    event.preventDefault();
  });
})();
