// Signing out of the phone: what waits is offered to be sent first, then the provisions and the key are gone.

import { forget, waitingHere } from "./store.js";
import { h, icon } from "./dom.js";
import { leave } from "./provisions.js";
import { sync } from "./sync.js";
import { _ } from "./words.js";

export async function signOut() {
  if (!(await mayLeave())) return;
  const told = await leave();
  location.assign(told ? "/masuk" : "/lapangan/");
  if (!told) location.reload();
}

// On the ordinary pages: the form of signing out goes on its way after the phone was cleared.
export function watchSignOut() {
  document.querySelectorAll("form[action='/keluar']").forEach((form) => form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await mayLeave().catch(() => true)) {
      await forget().catch(() => null);
      form.submit();
    }
  }));
}

// True to go, false to stay: asked only when something has not been sent.
async function mayLeave() {
  const waiting = await waitingHere();
  if (!waiting) return true;
  return new Promise((resolve) => {
    const said = h("p", { role: "status" }, _("Setelah keluar, catatan itu tetap ada di HP dan terkunci. Catatan terkirim bila Anda masuk lagi di HP ini."));
    const end = (answer) => { dialog.close(); dialog.remove(); resolve(answer); };
    const send = async () => {
      said.textContent = _("Mengirim …");
      await sync();
      const left = await waitingHere();
      if (left) said.textContent = _("%(n)s catatan belum dapat dikirim. Coba lagi di tempat bersinyal, atau keluar saja.", { n: left });
      else end(true);
    };
    const dialog = h("dialog", { class: "ask", "aria-labelledby": "keluar-judul", oncancel: (event) => { event.preventDefault(); end(false); } },
      h("h2", { id: "keluar-judul" }, icon("exclamation-triangle"), " ", _("%(n)s catatan belum terkirim", { n: waiting })), said,
      h("div", { class: "ask-actions" },
        h("button", { type: "button", class: "btn btn-primary", onclick: send }, _("Kirim dulu")),
        h("button", { type: "button", class: "btn btn-outline", onclick: () => end(true) }, _("Keluar saja")),
        h("button", { type: "button", class: "btn btn-quiet", onclick: () => end(false) }, _("Batal"))));
    document.body.append(dialog);
    dialog.showModal();
  });
}
