// Keeps the files of one version and opens the page without signal. Nothing with data passes through here:
// whatever is not on the list goes to the server as if there were no worker.

const CACHE = `wub-lapangan-${self.KEPT.mark}`;
const DOOR = "/lapangan/";
const OURS = new Set([DOOR, ...self.KEPT.files]);

self.addEventListener("install", (event) => {
  // The page itself is asked for without a cookie: nobody's choices shall be kept in it.
  const wanted = [new Request(DOOR, { credentials: "omit" }), ...self.KEPT.files];
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(wanted)));
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

// A promise that fails tells the browser to come back later; signing in is not its to do.
function askAgain({ left, wait }) {
  if (left && wait !== "masuk") throw new Error("something still waits");
}

self.addEventListener("message", (event) => {
  if (event.data === "pakai-versi-baru") self.skipWaiting();
});

self.addEventListener("sync", (event) => {
  if (event.tag === "wub-kirim" && self.sendWaiting) event.waitUntil(self.sendWaiting().then(askAgain));
});
