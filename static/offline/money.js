// Rupiah as people write it on a phone: "1,5 jt", "750rb", "Rp 1.500.000,-". The same rules as imports/cells/money.py:
// what names no single amount (a range, a bound, an amount a day) is asked about, never averaged or taken.
import { _ } from "./words.js";

const LARGEST = 10 ** 13;
const SMALLEST = 1000; // nobody sells for less in a month: such a figure was meant in thousands or millions
const THOUSAND = 1000;
const FACTORS = {
  rb: THOUSAND, ribu: THOUSAND, rbu: THOUSAND, k: THOUSAND,
  jt: 1e6, juta: 1e6, jta: 1e6, jeti: 1e6,
  m: 1e9, miliar: 1e9, milyar: 1e9, mlyr: 1e9,
};
const ABOUT = /(?:±|\+\/-|\+-|kurang lebih|sekitar|kira-?kira|kisaran|~)\s*/;
const BOUND =
  /^(?:[<>≤≥]=?|(?:kurang|lebih) dari|di ?(?:atas|bawah)|min(?:imal)?\b\.?|maks?(?:imal)?\b\.?|paling (?:sedikit|banyak)|sampai|hingga)/;
const PERIOD = /\s*(?:\/|\bper\b)\s*(bulan|bln|bl|hari|hr|minggu|mgg|tahun|thn|th)\b\.?/;
const MONTHLY = new Set(["bulan", "bln", "bl"]);
const RANGE = /[0-9a-z]\s*(?:[-–—]|\bs\s*[/.]?\s*d\b\.?|\bsampai\b|\bhingga\b)\s*[0-9]/;
const PIECE = /([0-9]{1,3}(?: [0-9]{3})+(?![0-9])|[0-9]+(?:[.,][0-9]+)*)\s*([a-z]*)\.?\s*/y;
const GROUPED = /^[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*$/;

// {value} of one plain amount, {value: null} of nothing, or {fault}: a sentence that tells what to write instead.
export function readMoney(text) {
  let said = text.replaceAll("'", "").toLowerCase().replace(/\s+/g, " ").trim();
  if (!said || /^(?:rp|idr)?[\s.,:]*$/.test(said)) return { value: null };
  if (/^(?:(?:rp|idr)\.?\s*)?[-−]\s*[0-9]/.test(said)) return { fault: _("Nilai uang kurang dari nol. Periksa tandanya.") };
  const period = PERIOD.exec(said);
  if (period && !MONTHLY.has(period[1])) return { fault: _("Nilai uang bukan per bulan. Tulis jumlah per bulan.") };
  if (period) said = said.replace(PERIOD, " ").trim();
  said = said.replace(ABOUT, "");
  if (BOUND.test(said)) return { fault: _("Nilai uang hanya batas, misalnya lebih dari. Tulis satu angka.") };
  if (RANGE.test(said)) {
    return { fault: _("Nilai uang berupa rentang. Tulis satu angka; rata-rata tidak dibuat sendiri.") };
  }
  const value = amount(said);
  if (value === null) return { fault: _("Nilai uang tidak terbaca. Tulis misalnya 1.500.000 atau 1,5 jt.") };
  if (value > LARGEST) return { fault: _("Nilai uang terlalu besar. Periksa jumlah nolnya.") };
  if (value > 0 && value < SMALLEST) {
    return { fault: _("Jumlah ini kurang dari seribu rupiah. Tulis lengkap, misalnya 500 rb atau 1,5 jt.") };
  }
  return { value };
}

// 1500000 → "Rp1.500.000"
export function rupiah(value) {
  return `Rp${grouped(value)}`;
}

// 1500000 → "1.500.000"
function grouped(value) {
  return String(value).replace(/\B(?=(?:[0-9]{3})+$)/g, ".");
}

// Digits, perhaps with a word, or several falling: "1 juta 500 ribu". null when it is not plainly one amount.
function amount(text) {
  const said = text.replace(/^(?:rp|idr)\b\.?\s*|^rp\.?\s*(?=[0-9])|\s*\brupiah$/g, "").replace(/[.,]?\s*[-–]+$|[.,]$/, "");
  let total = 0;
  let largest = 0;
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < said.length) {
    const first = PIECE.lastIndex === 0;
    const found = PIECE.exec(said);
    if (!found || (!first && !largest)) return null;
    const [, digits, word] = found;
    const factor = word === "" ? 0 : FACTORS[word] ?? FACTORS[word.replace(/an$/, "")];
    if (factor === undefined || (!first && !(factor > 0 && factor < largest))) return null;
    const number = plainNumber(digits.replaceAll(" ", ""), factor);
    if (number === null) return null;
    total += number * (factor || 1);
    largest = factor;
  }
  return said ? Math.round(total) : null;
}

// 1.500.000 is thousands, 1,5 a decimal, and "1,500 jt" is 1.5; "1.500 ribu" may mean either, so it is no number.
function plainNumber(digits, factor) {
  const signs = digits.match(/[.,]/g) ?? [];
  if (GROUPED.test(digits)) {
    if (factor === THOUSAND) return null;
    if (!(factor && digits.length <= 7 && signs.length === 1)) return Number(digits.replace(/[.,]/g, ""));
  }
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  if (last < 0) return Number(digits);
  let whole = digits.slice(0, last);
  if (/[.,]/.test(whole)) {
    if (!GROUPED.test(whole) || whole.includes(digits[last])) return null;
    whole = whole.replace(/[.,]/g, "");
  }
  return Number(`${whole}.${digits.slice(last + 1)}`);
}
