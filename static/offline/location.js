// Where the phone is: the best fix within a short while, with how good it is.
import { _ } from "./words.js";

export const POOR_METRES = 100;
const GOOD_METRES = 25;
const PATIENCE_MS = 20_000;

// Calls `better(place)` for each fix that is better than the last, then `done(best)`, or `failed(sentence)`.
// Returns a function that stops looking.
export function findPlace({ better, done, failed }) {
  if (!navigator.geolocation) {
    failed(_("HP ini tidak memberi lokasi. Tulis tempatnya dengan kata-kata."));
    return () => {};
  }
  let best = null;
  const watching = navigator.geolocation.watchPosition(found, lost, {
    enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 10_000,
  });
  const clock = setTimeout(finish, PATIENCE_MS);

  function found(position) {
    const place = placeOf(position);
    if (best && place.accuracy_m >= best.accuracy_m) return;
    best = place;
    if (place.accuracy_m <= GOOD_METRES) finish();
    else better(place);
  }

  // Anything but a refusal may pass: a satellite behind a roof, a phone that has just woken up.
  function lost(error) {
    if (error.code !== error.PERMISSION_DENIED) return;
    stop();
    failed(_("Lokasi tidak diizinkan. Izinkan di pengaturan peramban, atau tulis tempatnya dengan kata-kata."));
  }

  function finish() {
    stop();
    if (best) done(best);
    else failed(_("Lokasi tidak ditemukan. Coba lagi di tempat terbuka, atau tulis tempatnya dengan kata-kata."));
  }

  function stop() {
    clearTimeout(clock);
    navigator.geolocation.clearWatch(watching);
  }

  return stop;
}

function placeOf({ coords }) {
  return {
    latitude: Number(coords.latitude.toFixed(6)),
    longitude: Number(coords.longitude.toFixed(6)),
    accuracy_m: Math.ceil(coords.accuracy),
  };
}
