"""Invented names of people, businesses and groups: common words, put together by chance."""

from __future__ import annotations

from random import Random

from models.vocabulary import Sector, Sex

FEMALE = [
    "Siti Rahmah",
    "Noor Aisyah",
    "Hj. Masniah",
    "Rusmini",
    "Mariatul",
    "Norhayati",
    "Fitriani",
    "Raudah",
    "Maulida",
    "Salasiah",
    "Wahidah",
    "Jumiati",
    "Halimatus",
    "Khairunnisa",
    "Mahrita",
    "Sri Wahyuni",
    "Hamdanah",
    "Yuliana",
    "Rabiatul",
    "Erlina",
    "Nurul",
    "Patimah",
    "Arbayah",
]
MALE = [
    "Ahmad",
    "Muhammad",
    "Syahrani",
    "Rahmadi",
    "Fauzi",
    "H. Abdul",
    "Jumadi",
    "Anang",
    "Saiful",
    "Hamdani",
    "Rusdi",
    "Supian",
    "Khairul",
    "Yusran",
    "Arbain",
    "Mahyuni",
    "Gazali",
    "Rizki",
    "Taufik",
    "Zainal",
    "Sarmadi",
    "Ilham",
    "Hasan",
]
FEMALE_SECOND = (
    "Hidayah,Sari,Hasanah,Rahmi,Wati,Aini,Fadillah,Safitri,"
    "Kartika,Ilmi,Nisa,Azizah,Lestari,Jannah,Utami,Mulia,"
    "Permata,Zahra,Dewi,Rahmah,Mawarni,Anggraini,Puspita,Handayani,"
    "Ningsih,Yanti,Salamah,Fauziah,Noviana,Kurnia,Melati,Hayati"
)
MALE_SECOND = (
    "Rahman,Hidayat,Hadi,Nor,Maulana,Ramadhan,Anwar,Saputra,"
    "Fikri,Ansyari,Amin,Setiawan,Huda,Akbar,Firdaus,Hakim,"
    "Syahputra,Wahyudi,Kurniawan,Effendi,Basuki,Iskandar,Yusuf,Salim,"
    "Noor,Hamid,Ridwan,Maulidi,Fahmi,Karim,Suhaimi,Mahmud"
)
PRODUCTS = {
    Sector.FOOD: "Kue Basah,Soto Banjar,Nasi Kuning,Keripik Kelakai,Amplang,Es Kelapa,Wadai Ramadan,Katering",
    Sector.FASHION: "Sasirangan,Menjahit,Bordir,Hijab,Konveksi,Permak",
    Sector.CRAFT: "Anyaman Purun,Kerajinan Kayu,Manik-manik,Tas Rajut",
    Sector.SERVICES: "Pangkas Rambut,Servis HP,Servis Motor,Rias Pengantin,Binatu,Las",
    Sector.TRADE: "Kios Sembako,Warung,Sayur Keliling,Pulsa,Pasar Terapung",
    Sector.FARMING: "Ikan Asin,Keramba,Hidroponik,Bibit Tanaman",
    Sector.DIGITAL: "Toko Daring,Percetakan,Foto Produk",
}
SECTOR_WEIGHTS = {
    Sector.FOOD: 40,
    Sector.FASHION: 20,
    Sector.CRAFT: 8,
    Sector.SERVICES: 12,
    Sector.TRADE: 12,
    Sector.FARMING: 5,
    Sector.DIGITAL: 3,
}
GOOD_WORDS = [
    "Berkah",
    "Sejahtera",
    "Mandiri",
    "Barokah",
    "Harapan",
    "Maju",
    "Bersama",
    "Amanah",
    "Rezeki",
    "Sabumi",
    "Kayuh",
    "Baimbai",
]


def person_name(chance: Random, sex: Sex) -> str:
    firsts, seconds = (FEMALE, FEMALE_SECOND) if sex is Sex.FEMALE else (MALE, MALE_SECOND)
    first = chance.choice(firsts)
    return f"{first} {chance.choice(seconds.split(','))}" if chance.random() < 0.85 else first


def sector(chance: Random) -> Sector:
    return chance.choices(list(SECTOR_WEIGHTS), weights=list(SECTOR_WEIGHTS.values()))[0]


def product(chance: Random, of: Sector) -> str:
    return chance.choice(PRODUCTS[of].split(","))


def business_name(chance: Random, sold: str, owner: str) -> str | None:
    """A stall often has no name; else it is called after its owner or after a good word."""
    if chance.random() < 0.15:
        return None
    return f"{sold} {chance.choice(GOOD_WORDS) if chance.random() < 0.6 else owner.split()[-1]}"


def group_name(chance: Random, sold: str, number: int) -> str:
    return f"{sold} {chance.choice(GOOD_WORDS)} {number}"
