// Phone numbers as people write them, for a call and for WhatsApp. Pure.

// "0812-3456-7890" → "6281234567890"; null for what is no number of Indonesia
export function international(said) {
  const digits = (said ?? "").replace(/[^\d+]/g, "");
  const national = digits.replace(/^(\+?62|0062|0)/, "");
  if (digits === national && !/^8/.test(digits)) return null; // neither a leading 0 nor a mobile number written without it
  return /^[1-9]\d{6,12}$/.test(national) ? `62${national}` : null;
}

export function callAddress(said) {
  const number = international(said);
  return number ? `tel:+${number}` : null;
}

// Only mobile numbers carry WhatsApp.
export function whatsappAddress(said) {
  const number = international(said);
  return number?.startsWith("628") ? `https://wa.me/${number}` : null;
}
