// A photo made small enough for a poor signal. Drawn anew on a canvas, so nothing of the file's own data stays.
import { _ } from "./words.js";

export const MOST_PHOTOS = 5;
const LARGEST_BYTES = 300_000;
const LONGEST_SIDES = [1600, 1280, 1024, 800];
const QUALITIES = [0.82, 0.72, 0.62, 0.5];

export class UnreadablePhoto extends Error {
  constructor() {
    super(_("Foto ini tidak dapat dibaca di HP ini. Ambil foto baru, atau pilih foto lain."));
  }
}

// A JPEG of at most 1600 pixels and 300 kB.
export async function shrunk(file) {
  const picture = await decoded(file);
  try {
    let blob = null;
    for (const side of LONGEST_SIDES) {
      const canvas = drawn(picture, side);
      for (const quality of QUALITIES) {
        blob = await asJpeg(canvas, quality);
        if (blob.size <= LARGEST_BYTES) return blob;
      }
    }
    return blob;
  } finally {
    picture.close();
  }
}

async function decoded(file) {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    throw new UnreadablePhoto();
  }
}

function drawn(picture, longest) {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff"; // behind what is transparent
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function asJpeg(canvas, quality) {
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new UnreadablePhoto())), "image/jpeg", quality);
  });
}
