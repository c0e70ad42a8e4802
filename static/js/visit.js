// The visit form on a phone: where it is, and what its clock says. The form works without either.
(() => {
  "use strict";

  const form = document.querySelector("form[data-visit]");
  if (!form) return;
  const POOR_METRES = 100;
  const named = (name) => form.elements.namedItem(name);

  // The phone's clock when the form was opened; a second sending of the same page says the same.
  const clock = named("device_time");
  if (clock && !clock.value) clock.value = new Date().toISOString();

  const part = form.querySelector("[data-locate]");
  if (!part || !navigator.geolocation) return;
  part.hidden = false;
  const said = part.querySelector("[data-locate-said]");
  const fields = form.querySelector("[data-locate-fields]");

  function found(position) {
    const metres = Math.ceil(position.coords.accuracy);
    named("latitude").value = position.coords.latitude.toFixed(6);
    named("longitude").value = position.coords.longitude.toFixed(6);
    named("accuracy_m").value = String(metres);
    const poor = metres > POOR_METRES;
    said.textContent = (poor ? said.dataset.poor : said.dataset.found).replace("{m}", String(metres));
    fields.open = true;
    if (poor) named("accuracy_note").focus();
  }

  function failed(error) {
    said.textContent = error.code === error.PERMISSION_DENIED ? said.dataset.refused : said.dataset.failed;
    fields.open = true;
  }

  part.querySelector("[data-locate-button]").addEventListener("click", () => {
    said.textContent = said.dataset.waiting;
    navigator.geolocation.getCurrentPosition(found, failed, {
      enableHighAccuracy: true, timeout: 20000, maximumAge: 60000,
    });
  });
})();
