// How far it is from here. Where the phone is stays on the phone, and only until the page is closed.

import { _, languageNow } from "./words.js";

const EARTH = 6_371_000; // metres
const radians = (degrees) => (degrees * Math.PI) / 180;

let here = null; // { latitude, longitude, accuracy, at }

// Metres over the ground between two places with latitude and longitude; null when one of them is unknown.
export function metresBetween(one, other) {
  if (!isPlace(one) || !isPlace(other)) return null;
  const north = radians(other.latitude - one.latitude) / 2;
  const east = radians(other.longitude - one.longitude) / 2;
  const chord = Math.sin(north) ** 2 + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(east) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(chord)));
}

// 85 → "90 m", 1234 → "1,2 km", 23456 → "23 km"
export function distanceSaid(metres) {
  if (metres === null) return _("letak belum ada");
  if (metres < 1000) return `${Math.max(10, Math.round(metres / 10) * 10)} m`;
  const kilometres = metres / 1000;
  const digits = kilometres < 9.95 ? 1 : 0;
  return `${kilometres.toLocaleString(languageNow() === "en" ? "en-GB" : "id-ID", { maximumFractionDigits: digits })} km`;
}

export function isPlace(place) {
  return Number.isFinite(place?.latitude) && Number.isFinite(place?.longitude);
}

export function lastHere() {
  return here;
}

// Asked by a button, never by itself. Rejects with a sentence that can be shown.
export function findHere() {
  return new Promise((resolve, reject) => {
    if (!navigator.geolocation) { reject(new Error(_("Peramban ini tidak dapat menentukan letak."))); return; }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        here = { latitude: coords.latitude, longitude: coords.longitude, accuracy: coords.accuracy, at: Date.now() };
        resolve(here);
      },
      (error) => reject(new Error(error.code === error.PERMISSION_DENIED
        ? _("Izin letak ditolak. Izinkan letak untuk situs ini di setelan peramban, lalu coba lagi.")
        : _("Letak belum ditemukan. Coba di tempat terbuka, lalu tekan sekali lagi."))),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 120_000 },
    );
  });
}
