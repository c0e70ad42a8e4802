// What each state of an enterprise means, so that everybody chooses alike: the sentences of wub/checkups/status_forms.py.

import { _ } from "./words.js";

const MEANS = {
  aktif: () => _("Berjualan atau menerima pesanan dalam sebulan terakhir."),
  musiman_aktif: () => _("Hanya buka pada musimnya, dan musim terakhir ini berjalan."),
  tutup_sementara: () => _("Berhenti dulu dan berniat buka lagi; sesudah 6 bulan menjadi tutup."),
  tutup: () => _("Sudah berhenti dan tidak akan dibuka lagi."),
  ganti_usaha: () => _("Masih berusaha, tetapi dengan usaha yang lain."),
  pindah_kota: () => _("Pindah ke luar Kota Banjarmasin."),
  meninggal: () => _("Peserta sudah meninggal."),
  bekerja: () => _("Bekerja pada orang lain dan tidak lagi berusaha."),
  tidak_ditemukan: () => _("Sudah dicari paling sedikit dua kali. Berarti belum diketahui, bukan gagal."),
  belum_didata: () => _("Belum ada kabar yang dapat dipegang. Berarti belum diketahui, bukan gagal."),
};

export function meaningOf(status) {
  return MEANS[status]?.() ?? "";
}
