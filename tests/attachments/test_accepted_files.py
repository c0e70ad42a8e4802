"""What is taken as proof, what is left of it, and what is refused: bytes in, bytes out."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from tests.attachments import papers
from wub.attachments import actions, refusals
from wub.attachments.images import LONGEST_SIDE, MOST_PIXELS, SMALL_SIDE


@pytest.mark.parametrize("name", list(papers.HOSTILE))
def test_a_file_that_is_not_what_it_seems_is_refused_with_a_sentence_of_its_own(name):
    content, code = papers.HOSTILE[name]

    with pytest.raises(refusals.FileRefused) as refused:
        actions.check(content)

    assert refused.value.code == code
    assert refused.value.fields == {"file": refused.value.sentence}


@pytest.mark.parametrize("content", [papers.photo(), papers.annotated_png(), papers.several_in_one()])
def test_nothing_but_pixels_is_kept_of_a_photo(content):
    kept = actions.check(content)

    for part in (kept.content, kept.small):
        assert papers.PLACE.encode() not in part
        assert b"Exif" not in part
        drawn = Image.open(BytesIO(part))
        assert dict(drawn.getexif()) == {}
        assert set(drawn.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert getattr(drawn, "n_frames", 1) == 1


@pytest.mark.parametrize(
    ("turn", "size"), [(1, (640, 480)), (6, (480, 640)), (8, (480, 640)), (3, (640, 480))]
)
def test_a_photo_stands_upright_although_the_camera_noted_it_elsewhere(turn, size):
    assert Image.open(BytesIO(actions.check(papers.photo(turn)).content)).size == size


def test_a_photo_taken_upside_down_has_its_bright_side_up():
    drawn = Image.open(BytesIO(actions.check(papers.photo(3)).content)).convert("L")

    assert drawn.getpixel((10, 5)) > drawn.getpixel((10, drawn.height - 5))


def test_a_large_photo_is_made_smaller():
    kept = actions.check(papers.photo(size=(4000, 3000)))

    assert max(Image.open(BytesIO(kept.content)).size) == LONGEST_SIDE == 1600
    assert max(Image.open(BytesIO(kept.small)).size) == SMALL_SIDE


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("size", [(3301, 1733), (1733, 5001), (1601, 20), (30_000, 90)])
def test_a_picture_made_smaller_strip_by_strip_shows_the_same(kind, size):
    content = papers.picture(kind, size)
    whole = Image.open(BytesIO(content)).convert("RGB")

    drawn = Image.open(BytesIO(actions.check(content).content)).convert("RGB")

    apart = ImageChops.difference(drawn, whole.resize(drawn.size))
    assert max(drawn.size) == LONGEST_SIDE
    assert max(most for _least, most in apart.getextrema()) <= 20


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_becomes_a_plain_one(mode):
    kept = actions.check(papers.picture("PNG", mode=mode))

    assert kept.media_type == "image/png"
    assert Image.open(BytesIO(kept.content)).mode in ("RGB", "RGBA")


def test_a_scan_in_sixteen_bits_keeps_its_greys():
    out = BytesIO()
    Image.new("I;16", (50, 50), 0x8000).save(out, "PNG")

    drawn = Image.open(BytesIO(actions.check(out.getvalue()).content))

    assert drawn.getpixel((10, 10)) == (128, 128, 128)


def test_a_jpeg_for_the_printer_can_be_shown_on_a_screen():
    kept = actions.check(papers.picture(mode="CMYK"))

    assert Image.open(BytesIO(kept.content)).mode == "RGB"


def test_a_damaged_note_of_the_camera_does_not_cost_the_photo():
    broken = papers.photo().replace(b"Exif\0\0", b"Exif\0\0\xff\xff\xff\xff", 1)

    assert actions.check(broken).media_type == "image/jpeg"


def test_a_pdf_is_kept_as_it_came():
    content = papers.honest_pdf()

    assert actions.check(content) == (content, "application/pdf", None)


def test_a_large_scan_within_a_pdf_is_not_taken_for_a_bomb():
    scan = papers.folded(
        b"\x7f" * 30_000_000, b"/Subtype /Image /Width 5000 /Height 6000 /Filter /FlateDecode"
    )

    assert actions.check(papers.pdf(scan)).media_type == "application/pdf"


def test_pillow_itself_is_told_the_same_limit():
    assert Image.MAX_IMAGE_PIXELS == MOST_PIXELS == 40_000_000


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("foto.jpg", "foto.jpg"),
        ("C:\\Data\\rahasia\\nota.JPEG", "nota.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ('nota"; x=\r\nSet-Cookie: a=b.jpg', "nota x Set-Cookie a b.jpg"),
        ("kontrak\u202egpj.exe", "kontrak gpj.jpg"),
        ("KTP 6371010101900001.jpg", "KTP.jpg"),
        ("KTP_6371-0101-0190-0001.png", "KTP_.jpg"),
        ("IMG_20261124_101112.jpg", "IMG_20261124_101112.jpg"),
        ("<script>.jpg", "script.jpg"),
        ("", "bukti.jpg"),
        ("....", "bukti.jpg"),
        ("x" * 300 + ".jpg", "x" * 80 + ".jpg"),
    ],
)
def test_a_file_name_is_made_harmless_and_carries_no_nik(given, shown):
    assert actions.shown_name(given, "jpg") == shown
