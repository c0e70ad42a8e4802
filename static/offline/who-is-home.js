// Another account may have signed in on the ordinary pages. A cookie that opens nothing names it by its number
// (wub/offline/who_is_home.py); 0 stands for nobody, and no cookie for not knowing.

import { forget } from "./store.js";

const NAMED = /(?:^|;\s*)wub-lapangan=(\d+)/;

export async function anybodyElse(account) {
  const named = signedIn();
  if (account !== null && named !== null && named !== account) await forget();
}

export function somebodySignedIn() {
  return Boolean(signedIn());
}

export function nobodyAtHome() {
  document.cookie = "wub-lapangan=0; path=/lapangan/; max-age=2592000; samesite=lax";
}

function signedIn() {
  const named = NAMED.exec(document.cookie)?.[1];
  return named === undefined ? null : Number(named);
}
