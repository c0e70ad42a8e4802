import pytest

from imports.places import load_places

PLACES = load_places()


@pytest.mark.parametrize(
    ("said", "official"),
    [
        ("Kuin Cerucup", "Kuin Cerucuk"),
        ("BASIRIH SEL.", "Basirih Selatan"),
        ("Kelayan Dlm", "Kelayan Dalam"),
        ("Sei. Miai", "Sungai Miai"),
        ("Kel. Seberang Masjid", "Seberang Mesjid"),
        ("Benua Anyar", "Banua Anyar"),
        ("Tiram", "Teluk Tiram"),
        ("S. Lulut", "Sungai Lulut"),
    ],
)
def test_known_spellings_are_taken_silently(said, official):
    place, troubles = PLACES.find(said, "")
    assert place is not None
    assert (place.name, troubles) == (official, ())


def test_a_near_name_is_asked_about_and_not_taken():
    assert PLACES.find("Mantuel", "") == (None, (("village_near", "Mantuil"),))


def test_a_place_elsewhere_is_unknown():
    place, troubles = PLACES.find("Sepinggan Raya", "Balikpapan Kota")
    assert place is None
    assert troubles == (("district_unknown", ""), ("village_unknown", ""))


def test_a_kelurahan_in_another_kecamatan_is_told_but_kept():
    place, troubles = PLACES.find("Mantuil", "Bjm Utara")
    assert place is not None
    assert troubles == (("village_elsewhere", "Banjarmasin Selatan"),)


def test_every_official_name_finds_itself():
    assert len(PLACES.by_name) == 52
    for place in PLACES.by_name.values():
        assert PLACES.find(place.name, place.district) == (place, ())
