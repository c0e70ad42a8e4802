// The Indonesian sentence is the key, as on the server; another language is a list of pairs fetched with the rest.

let language = "id";
let catalogue = {};

export function useWords(said) {
  language = said?.language ?? "id";
  catalogue = said?.words ?? {};
}

export function languageNow() {
  return language;
}

// _("%(n)s menunggu", { n: 3 })
export function _(sentence, values = {}) {
  return (catalogue[sentence] || sentence).replace(/%\((\w+)\)s/g, (place, name) => name in values ? String(values[name]) : place);
}
