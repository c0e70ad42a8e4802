// A question before something that cannot be taken back.

import { h } from "./dom.js";
import { _ } from "./words.js";

// True when the button named by `words` was pressed.
export function sure(question, words) {
  return new Promise((resolve) => {
    const end = (answer) => { dialog.close(); dialog.remove(); resolve(answer); };
    const dialog = h("dialog", { class: "ask", "aria-label": words, oncancel: (event) => { event.preventDefault(); end(false); } }, h("p", {}, question),
      h("div", { class: "ask-actions" },
        h("button", { type: "button", class: "btn btn-danger", onclick: () => end(true) }, words),
        h("button", { type: "button", class: "btn btn-quiet", onclick: () => end(false) }, _("Batal"))));
    document.body.append(dialog);
    dialog.showModal();
  });
}
