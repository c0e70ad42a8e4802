// One question to the server, and its answer in one shape: { status, body }; status 0 means nobody answered.

const PATIENCE = 60_000; // milliseconds; a photo over a weak signal takes longer
const PATIENCE_WITH_PHOTO = 240_000;

export function getJson(address) {
  return ask(address, {});
}

export function putJson(address, value, { csrf, account }) {
  return ask(address, { method: "PUT", body: JSON.stringify(value), headers: ours(csrf, account, "application/json") });
}

export function putBytes(address, blob, { csrf, account }) {
  return ask(address, { method: "PUT", body: blob, headers: ours(csrf, account, blob.type || "image/jpeg") }, PATIENCE_WITH_PHOTO);
}

// The ordinary form of signing out, sent from here.
export function postForm(address, fields) {
  return ask(address, { method: "POST", body: new URLSearchParams(fields) });
}

function ours(csrf, account, type) {
  return {
    "Content-Type": type,
    "X-CSRFToken": csrf,
    "X-Account": String(account),
    "X-Phone-Clock": new Date().toISOString(),
  };
}

async function ask(address, request, patience = PATIENCE) {
  try {
    const response = await fetch(address, {
      ...request,
      headers: { Accept: "application/json", ...request.headers },
      credentials: "same-origin",
      cache: "no-store",
      signal: AbortSignal.timeout(patience),
    });
    return { status: statusOf(response), body: await bodyOf(response) };
  } catch {
    return { status: 0, body: {} };
  }
}

// Sent on to another page (a password to be changed, say): that is no answer of ours, and a person must look.
function statusOf(response) {
  return response.redirected && !isJson(response) ? 401 : response.status;
}

async function bodyOf(response) {
  return isJson(response) ? response.json() : {};
}

function isJson(response) {
  return /\bjson\b/.test(response.headers.get("Content-Type") ?? "");
}
