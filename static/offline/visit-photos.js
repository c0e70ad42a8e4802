// Up to five photos, shrunk and kept on the phone as soon as they are taken.

import { h, icon } from "./dom.js";
import { group } from "./fields.js";
import { MOST_PHOTOS, shrunk } from "./photos.js";
import { _ } from "./words.js";

export function photosPart(form, record) {
  const list = h("ul", { class: "photo-row" });
  const said = h("p", { class: "f-said", role: "status" });
  const camera = picker(_("Ambil foto"), "camera", { capture: "environment" });
  const gallery = picker(_("Dari galeri"), "upload", { multiple: true });
  draw();
  return group(form, "photos", _("Foto"), _("Paling banyak %(n)s foto; dikecilkan di HP ini.", { n: MOST_PHOTOS }),
    list, h("div", { class: "button-row" }, camera, gallery), said);

  function draw() {
    list.replaceChildren(...record.photos.map((key, index) => thumbnail(key, index)));
    const full = record.photos.length >= MOST_PHOTOS;
    camera.hidden = full;
    gallery.hidden = full;
  }

  function thumbnail(key, index) {
    const words = { n: index + 1 };
    const picture = h("img", { alt: _("Foto %(n)s", words) });
    form.pictures.show(picture, key);
    return h("li", {}, picture,
      h("button", { type: "button", class: "photo-drop", "aria-label": _("Hapus foto %(n)s", words), onclick: () => drop(key) },
        icon("x-lg")));
  }

  function picker(words, drawing, attributes) {
    const box = h("input", { type: "file", accept: "image/*", class: "visually-hidden", ...attributes });
    box.addEventListener("change", () => take(box));
    return h("label", { class: "btn btn-outline file-button" }, box, icon(drawing), words);
  }

  async function take(box) {
    const files = [...box.files].slice(0, MOST_PHOTOS - record.photos.length);
    const left = box.files.length - files.length;
    box.value = "";
    const problems = left > 0 ? [_("%(n)s foto tidak diambil: paling banyak lima.", { n: left })] : [];
    for (const [index, file] of files.entries()) {
      said.textContent = _("Mengecilkan foto %(n)s dari %(all)s…", { n: index + 1, all: files.length });
      try {
        record.photos.push(await form.pictures.keep(await shrunk(file), "foto"));
        form.keep();
        draw();
      } catch (error) {
        problems.push(form.problemWords(error));
      }
    }
    said.textContent = problems.join(" ");
  }

  function drop(key) {
    record.photos = record.photos.filter((one) => one !== key);
    form.pictures.drop(key);
    form.changed();
    draw();
    said.textContent = _("Foto dihapus.");
    camera.querySelector("input").focus();
  }
}
