// Keeps the files of one version and opens the page without signal. Nothing with data passes through here:
// whatever is not on the list goes to the server as if there were no worker.

const CACHE = `wub-lapangan-${self.KEPT.mark}`;
const DOOR = "/lapangan/";
const OURS = new Set([DOOR, ...self.KEPT.files]);

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([...OURS].map((address) => new Request(address, { credentials: "omit" })))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(
    names.filter((name) => name.startsWith("wub-lapangan-") && name !== CACHE).map((name) => caches.delete(name)),
  )).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== location.origin || !OURS.has(address.pathname)) return;
  event.respondWith(caches.open(CACHE)
    .then((cache) => cache.match(address.pathname, { ignoreVary: true }))
    .then((found) => found ?? fetch(event.request)));
});

self.addEventListener("message", (event) => {
  if (event.data === "pakai-versi-baru") self.skipWaiting();
});

self.addEventListener("sync", (event) => {
  if (event.tag === "wub-kirim" && self.sendWaiting) event.waitUntil(self.sendWaiting());
});
