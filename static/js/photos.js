// Photos in a form: shown, and shrunk on the phone before they travel. Without scripts they are sent as they are.
(() => {
  "use strict";

  const LONGEST = 1600;
  const SMALL_ENOUGH = 400 * 1024;

  // Smaller pixels only: a photo that cannot be drawn here goes as it is, and the server says what it thinks.
  async function shrunk(file) {
    if (file.size <= SMALL_ENOUGH) return file;
    try {
      const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
      const times = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(picture.width * times);
      canvas.height = Math.round(picture.height * times);
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      picture.close();
      const blob = await new Promise((done) => { canvas.toBlob(done, "image/jpeg", 0.82); });
      if (!blob || blob.size >= file.size) return file;
      return new File([blob], `${file.name.replace(/\.\w+$/, "")}.jpg`, { type: "image/jpeg" });
    } catch {
      return file;
    }
  }

  function join(field) {
    const input = field.querySelector("input[type=file]");
    const said = field.querySelector("[data-photos-said]");
    const shown = field.querySelector("[data-photos-shown]");
    const most = Number(field.dataset.most);
    let turn = 0;

    function show(files, tooMany) {
      shown.querySelectorAll("img").forEach((one) => URL.revokeObjectURL(one.src));
      shown.replaceChildren(...files.map((file) => {
        const item = document.createElement("li");
        const picture = document.createElement("img");
        picture.src = URL.createObjectURL(file);
        picture.alt = file.name;
        item.append(picture);
        return item;
      }));
      shown.hidden = !files.length;
      const kb = Math.ceil(files.reduce((sum, file) => sum + file.size, 0) / 1024);
      const words = field.dataset.said.replace("{n}", String(files.length)).replace("{kb}", kb.toLocaleString("id"));
      said.textContent = files.length ? (tooMany ? `${words} ${field.dataset.tooMany}` : words) : "";
    }

    input.addEventListener("change", async () => {
      const mine = (turn += 1);
      const chosen = [...input.files];
      const files = await Promise.all(chosen.slice(0, most).map(shrunk));
      if (mine !== turn) return; // chosen anew meanwhile
      const carrier = new DataTransfer();
      files.forEach((file) => carrier.items.add(file));
      input.files = carrier.files;
      show(files, chosen.length > most);
    });
  }

  document.querySelectorAll("[data-photos]").forEach(join);
})();
