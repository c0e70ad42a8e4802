// The photos of a draft: kept on the phone at once, shown from there, and let go of when the view is left.

import { read, remove, write } from "./store.js";

export function openPictures() {
  const addresses = new Set();

  // The key under which the picture lies on the phone, and later at the office.
  async function keep(blob, jenis, key = crypto.randomUUID()) {
    await write("photos", key, { blob, jenis });
    return key;
  }

  async function show(image, key) {
    const kept = await read("photos", key);
    if (!kept) return;
    const address = URL.createObjectURL(kept.blob);
    addresses.add(address);
    image.src = address;
  }

  function close() {
    for (const address of addresses) URL.revokeObjectURL(address);
  }

  return { keep, show, close, drop: (key) => remove("photos", key) };
}
