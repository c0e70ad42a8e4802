"""Upload, look through, put right, take over."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import FilePayload, Locator, expect

from tests.browser.pages.screen import Screen

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
READING = 30_000  # milliseconds that a worker may take on a busy machine


class Run(Screen):
    """One list, before and after it was taken over."""

    def is_read(self) -> Run:
        """The worker is done and the page shows what it found."""
        expect(self.main.locator("#kemajuan")).to_have_count(0, timeout=READING)
        return self

    def count(self, name: str) -> int:
        stat = self.main.locator(".stat").filter(has=self.page.get_by_text(name, exact=True))
        return int(stat.locator(".stat-number").inner_text().replace(".", ""))

    def take_over(self) -> Run:
        return self.press_towards("Terapkan ke register", Run).is_read()

    def row(self, name: str) -> Locator:
        return self.main.locator("tbody > tr").filter(has_text=name)

    def take_suggestion(self, name: str, value: str) -> Run:
        return self.leave(self.row(name).get_by_role("button", name=f"Maksudnya {value}"), Run).is_read()

    def take_value(self, name: str, field: str) -> Run:
        row = self.row(name)
        row.get_by_label(f"Ambil {field} dari berkas").check()
        return self.leave(row.get_by_role("button", name="Simpan pilihan"), Run)

    def open_row(self, name: str) -> Row:
        return self.leave(self.row(name).locator(".row-link"), Row)

    def match_columns(self) -> Columns:
        return self.follow("Cocokkan kolom", Columns)

    def show_group(self, word: str) -> Run:
        return self.leave(self.main.locator(".group-chips a").filter(has_text=word), Run)

    def take_back(self, reason: str) -> Run:
        self.follow("Tarik kembali impor ini", Screen).fill("Alasan", reason)
        return self.press_towards("Tarik kembali", Run)


class Row(Screen):
    """All cells of one row."""

    def type(self, field: str, value: str) -> Row:
        self.main.get_by_label(field, exact=True).fill(value)
        return self

    def save(self) -> Run:
        return self.press_towards("Simpan, kembali ke daftar", Run).is_read()


class Columns(Screen):
    def match(self, letter: str, field: str) -> Columns:
        self.main.get_by_label(f"Kolom {letter} dicocokkan ke", exact=True).select_option(label=field)
        return self

    def save(self, *, remember: bool = True) -> Run:
        if remember:
            self.tick("Ingat untuk daftar SKPD ini berikutnya")
        return self.press_towards("Simpan dan periksa ulang", Run).is_read()


class Batch(Screen):
    """Several files of one upload."""

    def open_file(self, name: str) -> Run:
        return self.follow(re.compile(re.escape(name)), Run).is_read()


class Upload(Screen):
    path = "/impor/baru"

    def attach(self, file: Path | bytes, name: str = "daftar.xlsx") -> Upload:
        given = file if isinstance(file, Path) else FilePayload(name=name, mimeType=XLSX, buffer=file)
        self.main.locator("input[type=file]").set_input_files(given)
        return self

    def attach_several(self, **files: bytes) -> Upload:
        """`attach_several(kios=b"…")` is a file called kios.xlsx."""
        given = [FilePayload(name=f"{name}.xlsx", mimeType=XLSX, buffer=data) for name, data in files.items()]
        self.main.locator("input[type=file]").set_input_files(given)
        return self

    def as_kind(self, kind: str) -> Upload:
        return self.choose("Jenis daftar", kind)

    def read(self) -> Run:
        return self.press_towards("Baca dan periksa", Run).is_read()

    def read_several(self) -> Batch:
        return self.press_towards("Baca dan periksa", Batch)

    def read_in_vain(self) -> Upload:
        self.press("Baca dan periksa")
        return self
