// AES-GCM for what lies on the phone. The name of the place is sealed with it, so that nothing can change places.

export function importKey(base64) {
  const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

export async function seal(key, name, bytes) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt(how(iv, name), key, bytes) };
}

export function unseal(key, name, { iv, data }) {
  return crypto.subtle.decrypt(how(iv, name), key, data);
}

export function bytesOf(blob) {
  return blob.arrayBuffer();
}

// What the server compares a photo with: `digest=` of its address.
export async function digestOf(blob) {
  const digest = await crypto.subtle.digest("SHA-256", await bytesOf(blob));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function how(iv, name) {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(name) };
}
