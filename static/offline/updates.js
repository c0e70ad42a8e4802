// The worker that keeps the files, and a new version of them: offered, never forced upon somebody who is writing.

import { h, icon } from "./dom.js";
import { _ } from "./words.js";

const WORKER = "/lapangan/pekerja.js";

export async function keepCurrent(notices) {
  if (!navigator.serviceWorker) return;
  const registration = await register();
  if (!registration) return;
  const offer = () => {
    if (registration.waiting && navigator.serviceWorker.controller) notices.append(offered(registration));
  };
  offer();
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => { if (coming.state === "installed") offer(); });
  });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") registration.update().catch(() => null); });
}

// As a module it can also send in the background; browsers without module workers keep the files all the same.
async function register() {
  try {
    return await navigator.serviceWorker.register(`${WORKER}?modul`, { scope: "/lapangan/", type: "module", updateViaCache: "none" });
  } catch {
    return navigator.serviceWorker.register(WORKER, { scope: "/lapangan/", updateViaCache: "none" }).catch(() => null);
  }
}

function offered(registration) {
  document.querySelector(".new-version")?.remove();
  const use = () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting?.postMessage("pakai-versi-baru");
  };
  return h("div", { class: "notice new-version", role: "status" }, icon("arrow-repeat"), h("div", {},
    h("p", { class: "notice-title" }, _("Versi baru tersedia")),
    h("p", { class: "only-on-form" }, _("Dapat dipakai setelah formulir ini disimpan.")),
    h("button", { type: "button", class: "btn btn-outline notice-act not-on-form", onclick: use }, _("Pakai sekarang"))));
}
