// Small comforts for forms; every form works without them.
(() => {
  "use strict";

  const digitsOf = (text) => text.replace(/[^\d]/g, "");

  // 1500000 → 1.500.000 while typing; the caret stays behind the same digit.
  function groupRupiah(input) {
    if (/[^\d.\s]/.test(input.value)) return; // a sign, cents, a word: read (or refused) by the server as typed
    const behind = digitsOf(input.value.slice(0, input.selectionStart)).length;
    const grouped = digitsOf(input.value).replace(/\B(?=(\d{3})+$)/g, ".");
    if (grouped === input.value) return;
    input.value = grouped;
    let place = 0;
    for (let seen = 0; seen < behind && place < grouped.length; place += 1) {
      if (grouped[place] !== ".") seen += 1;
    }
    input.setSelectionRange(place, place);
  }

  // A number typed is an answer; another answer takes the number away.
  function joinKnown(pair) {
    const number = pair.querySelector("input");
    const answer = pair.querySelector("select");
    number.addEventListener("input", () => {
      if (number.value.trim() && answer.value !== "diketahui") answer.value = "diketahui";
    });
    answer.addEventListener("change", () => {
      if (answer.value === "diketahui") number.focus();
      else number.value = "";
    });
  }

  // Once is enough: the second click of an impatient thumb does nothing.
  function guard(form) {
    let changed = false;
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("submit", (event) => {
      if (form.dataset.sending) { event.preventDefault(); return; }
      form.dataset.sending = "yes";
      changed = false;
      const button = event.submitter;
      if (button) button.setAttribute("aria-disabled", "true");
      setTimeout(free, 10000); // the answer was a download, or never came
    });
    function free() {
      delete form.dataset.sending;
      form.querySelectorAll("[aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
    }
    // Back by the browser's button: the page comes from memory and may be sent again.
    window.addEventListener("pageshow", free);
    if (form.classList.contains("record-form")) {
      window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
    }
  }

  // Back to a form that was saved: it comes with a new key, but the browser fills in what was typed. With its first
  // key again, a second saving is answered with the first record. A reload asks for a new form and gets one.
  function keepKey(input) {
    const [visit] = performance.getEntriesByType("navigation");
    const first = visit?.type === "back_forward" && history.state?.clientKey;
    if (first) input.value = first;
    else history.replaceState({ ...history.state, clientKey: input.value }, "");
  }

  function dropFile(field) {
    const area = field.querySelector(".upload-area");
    const input = field.querySelector("input[type=file]");
    const said = field.querySelector("[data-upload-said]");
    const tell = () => {
      const names = [...input.files].map((file) => `${file.name} (${Math.ceil(file.size / 1024)} KB)`);
      if (names.length) said.textContent = names.join(", ");
    };
    input.addEventListener("change", tell);
    for (const name of ["dragover", "dragleave", "drop"]) {
      area.addEventListener(name, (event) => {
        event.preventDefault();
        area.classList.toggle("is-over", name === "dragover");
        if (name === "drop" && event.dataTransfer.files.length) {
          input.files = event.dataTransfer.files;
          input.dispatchEvent(new Event("input", { bubbles: true }));
          tell();
        }
      });
    }
  }

  // All or none of a list of checkboxes, whichever is missing.
  function checkAll(button) {
    const boxes = () => [...button.form.querySelectorAll(`input[type=checkbox][name="${button.dataset.checkAll}"]`)];
    button.hidden = boxes().length < 2;
    button.addEventListener("click", () => {
      const all = boxes().every((box) => box.checked);
      boxes().forEach((box) => { box.checked = !all; });
      button.form.dispatchEvent(new Event("input"));
    });
  }

  const JOINS = {
    "[data-check-all]": checkAll,
    "[data-known]": joinKnown,
    "form[data-guard]": guard,
    "form.record-form input[name=client_key]": keepKey,
    "[data-upload]": dropFile,
  };
  const enhanced = new WeakSet();

  // May be called again for a part that htmx has brought; each element is joined up once.
  function enhance(part) {
    for (const [selector, join] of Object.entries(JOINS)) {
      part.querySelectorAll(selector).forEach((element) => {
        if (!enhanced.has(element)) join(element);
        enhanced.add(element);
      });
    }
  }

  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-rupiah]")) groupRupiah(event.target);
  });
  document.querySelector("[data-takes-focus]")?.focus();
  // A link of the error summary puts the cursor into the field, not only the field into view.
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".error-summary a[href^='#']");
    const field = link && document.getElementById(link.getAttribute("href").slice(1));
    if (field) { event.preventDefault(); field.focus(); field.scrollIntoView({ block: "center" }); }
  });
  document.addEventListener("htmx:load", (event) => enhance(event.target));
  enhance(document);
})();
