// Menus made of <details>: Escape and a click elsewhere close them, and the filters open where there is room.
(() => {
  "use strict";

  const menus = () => document.querySelectorAll("details[data-closes-outside][open]");

  document.addEventListener("click", (event) => {
    menus().forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menus().forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });
})();
