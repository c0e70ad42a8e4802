// Arrow keys lead to the neighbouring photos, Escape back to the record; the links do the same.
(() => {
  "use strict";

  const TO = { ArrowLeft: "a[rel=prev]", ArrowRight: "a[rel=next]", Escape: "[data-gallery-close]" };

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, textarea")) return;
    document.querySelector(TO[event.key] ?? "none")?.click();
  });
})();
