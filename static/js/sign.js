// A signature with finger or pen: points are kept as a path of whole numbers within 600 × 200.
(() => {
  "use strict";

  const WIDTH = 600;
  const HEIGHT = 200;
  const FEWEST_POINTS = 12;

  function pad(form) {
    const picture = form.querySelector("svg");
    const line = picture.querySelector("path");
    const kept = form.elements.namedItem("path");
    const again = form.querySelector("[data-sign-again]");
    const save = form.querySelector("button[type=submit]");
    let drawing = false;
    picture.removeAttribute("hidden");
    show("");

    function show(path) {
      kept.value = path;
      line.setAttribute("d", path);
      again.disabled = path === "";
      save.disabled = path.split("L").length <= FEWEST_POINTS;
    }

    function point(event) {
      const box = picture.getBoundingClientRect();
      const within = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
      const x = within(((event.clientX - box.left) / box.width) * WIDTH, WIDTH);
      const y = within(((event.clientY - box.top) / box.height) * HEIGHT, HEIGHT);
      return `${x} ${y}`;
    }

    picture.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      picture.setPointerCapture(event.pointerId);
      drawing = true;
      show(`${kept.value}M${point(event)}`);
    });
    picture.addEventListener("pointermove", (event) => {
      if (drawing) show(`${kept.value}L${point(event)}`);
    });
    for (const name of ["pointerup", "pointercancel"]) {
      picture.addEventListener(name, () => { drawing = false; });
    }
    again.addEventListener("click", () => show(""));
  }

  document.querySelectorAll("form[data-sign]").forEach(pad);
})();
