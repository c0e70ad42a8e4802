"""How offices wrote each heading, normalised by imports.cells.text.key; templates print the first."""

SPELLINGS = {
    "number": "no|nomor|no urut|nomor urut|nmr",
    "name": (
        "nama peserta|nama lengkap|nama|nama pemilik|nama pemilik kontak person|nama wub|pemilik|"
        "nama pengusaha|nama pelaku usaha|nama penerima|nama wirausaha|nama anggota|"
        "nama pemilik usaha|nama sesuai ktp|nama lengkap sesuai ktp|nama wirausaha baru|"
        "nama penanggung jawab|nama kontak person|pemilik usaha|peserta"
    ),
    "nik": (
        "nik|n i k|no nik|nomor nik|no ktp|nomor ktp|nik ktp|no ktp nik|nik no ktp|"
        "nomor induk kependudukan|ktp|nik sesuai ktp|no identitas"
    ),
    "sex": "l p|jenis kelamin|jenis kelamin l p|jk|j k|kelamin|lp|gender|sex|jns kelamin",
    "birth_place": "tempat lahir|tmpt lahir|tempat kelahiran",
    "birth_date": "tanggal lahir|tgl lahir|tgl lhr|tanggal kelahiran|lahir",
    "address": (
        "alamat|alamat jalan|jalan|alamat rumah|alamat lengkap|alamat ktp|alamat domisili|"
        "alamat tempat tinggal|alamat usaha|alamat peserta|alamat sesuai ktp"
    ),
    "rt_rw": "rt rw|rt|alamat rt rw|rtrw|alamat rt",
    "kelurahan": (
        "kelurahan|alamat kelurahan|desa kelurahan|alamat desa kelurahan|kel|kelurahan desa|desa|"
        "nama kelurahan|kel desa"
    ),
    "kecamatan": "kecamatan|alamat kecamatan|kec|nama kecamatan",
    "phone": (
        "no hp|nomor hp|hp|no telp|telepon|no telepon|nomor telepon|telp fax|alamat telp fax|"
        "no hp wa|no wa|whatsapp|no whatsapp|wa|telp|no telp hp|kontak|no kontak|no handphone|"
        "handphone|nomor handphone|telp hp|no hp telp|no telpon|alamat telp|hp wa|nomor wa"
    ),
    "education": "pendidikan|pendidikan terakhir|ijazah terakhir|pend terakhir",
    "prior_occupation": "pekerjaan sebelumnya|pekerjaan|pekerjaan sebelum|pekerjaan awal",
    "business_name": (
        "nama usaha|nama perusahaan|merek usaha|nama toko|nama brand|brand|nama umkm|nama ikm|"
        "nama usaha merek|nama merek|usaha"
    ),
    "sector": (
        "jenis usaha|sektor|sektor usaha|bidang usaha|komoditi|kategori usaha|jns usaha|komoditas|bidang"
    ),
    "product": "nama produk|produk|jenis produk|hasil produksi",
    "kbli": "kode kbli|nomor kbli|no kbli|kbli",
    "nib": "nib|nomor nib|no nib|nomor induk berusaha",
    "business_start": (
        "mulai usaha|tanggal mulai usaha|tgl mulai usaha|usaha sejak|tahun berdiri|mulai berusaha|"
        "tahun mulai usaha|tahun mulai|tanggal berdiri|berdiri sejak|mulai"
    ),
    "capital": "modal usaha|modal|modal awal|nilai investasi|investasi|jumlah modal",
    "sales_before": (
        "omzet sebelum|omzet bulan sebelum|omset sebelum|omset bulan sebelum|"
        "omzet per bulan sebelum|omset per bulan sebelum|omzet awal|omset awal|omzet per bulan|"
        "omzet bulan|omzet|omset|omset per bulan|omset bulan|sebelum|omzet sebelum pendampingan|"
        "pendapatan sebelum|omzet bulanan sebelum|omzet penjualan sebelum"
    ),
    "sales_now": (
        "omzet sesudah|omzet bulan sesudah|omset sesudah|omset bulan sesudah|"
        "omzet per bulan sesudah|omset per bulan sesudah|omzet sekarang|omset sekarang|"
        "omzet bulan sekarang|sesudah|setelah|omzet setelah|omset setelah|"
        "omzet sesudah pendampingan|pendapatan sesudah|omzet bulan setelah|omzet akhir|"
        "omzet saat ini"
    ),
    "workers": (
        "tenaga kerja|jumlah tenaga kerja|tk|jumlah karyawan|jml tenaga kerja|tenaga kerja orang|"
        "karyawan|jumlah pekerja"
    ),
    "workers_male": "tenaga kerja l|tenaga kerja orang l|tenaga kerja laki laki|tk l",
    "workers_female": "tenaga kerja p|tenaga kerja orang p|tenaga kerja perempuan|tk p",
    "group_name": "kelompok|nama kelompok|kelompok usaha|kub",
    "agency": "skpd|opd|dinas|skpd pelaksana|perangkat daerah|nama skpd|instansi",
    "cohort_year": "tahun angkatan|angkatan|tahun anggaran|tahun program|tahun wub|tahun kegiatan",
    "enrolled_on": (
        "tanggal terdaftar|tanggal daftar|tgl daftar|tanggal pelatihan|tgl pelatihan|tanggal masuk"
    ),
    "aid_kind": "jenis bantuan|bantuan|bantuan alat|bantuan yang diterima|nama bantuan",
    "aid_value": "nilai bantuan|jumlah bantuan|besar bantuan",
    "note": "keterangan|ket|catatan",
}
ALIASES: dict[str, tuple[str, ...]] = {field: tuple(text.split("|")) for field, text in SPELLINGS.items()}
