"""Input of a stand: the whole of it, the quick row of the overview, and who shall stand there."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import InputRequired

from models.vocabulary import FOLLOW_UP_DAYS, Attendance, BuyerType, Curation, UnableReason, YesNo
from wub.clock import today
from wub.exhibitions.actions import EntryDraft, SalesDraft
from wub.exhibitions.contact_actions import ContactDraft, FollowUpDraft
from wub.pages.fields import (
    ChoiceOrEmpty,
    CodeField,
    KnownNumberField,
    KnownRupiahField,
    LocalDateField,
    NotInFuture,
    ParagraphField,
    PhoneField,
    TextField,
    WholeNumberField,
)
from wub.pages.forms import FilterForm, RecordForm

NO_NUMBER = _l("Hanya dijawab “ramai” tanpa angka? Pilih Tidak tahu; jangan diisi 0.")


class SalesForm(RecordForm):
    """The quick row; its fields are named apart from those of the other rows by their ids."""

    attendance = CodeField(_l("Kehadiran"), codes=Attendance, empty=None, default=Attendance.PLANNED)
    booth_days = WholeNumberField(_l("Hari berjaga"), largest=60)
    direct_sales = KnownRupiahField(_l("Penjualan langsung"), description=NO_NUMBER)
    units_sold = KnownNumberField(_l("Barang terjual"))

    def draft(self) -> SalesDraft:
        return SalesDraft(
            attendance=self.attendance.data,
            booth_days=self.booth_days.data,
            direct_sales=self.direct_sales.data,
            units_sold=self.units_sold.data,
        )


class EntryForm(SalesForm):
    curation = CodeField(_l("Kurasi"), codes=Curation, empty=None, default=Curation.PROPOSED)
    substitute_for_id = ChoiceOrEmpty(
        _l("Menggantikan"),
        empty=_l("– tidak menggantikan siapa pun –"),
        description=_l("Hanya bila kehadirannya Pengganti. Yang digantikan dicatat absen."),
    )
    booth = TextField(_l("Nomor stan"), longest=40)
    products = ParagraphField(_l("Produk yang dibawa"), rows=2)
    orders_value = KnownRupiahField(
        _l("Pesanan selama pameran"), description=_l("Dipesan di tempat, dikirim kemudian.")
    )
    own_cost = KnownRupiahField(
        _l("Biaya sendiri"), description=_l("Yang dikeluarkan peserta: angkutan, makan, tambahan stan.")
    )
    note = ParagraphField(_l("Catatan"), rows=3)

    def draft(self) -> EntryDraft:
        return EntryDraft(
            **vars(super().draft()),
            curation=self.curation.data,
            substitute_for_id=self.substitute_for_id.data,
            booth=self.booth.data,
            products=self.products.data,
            orders_value=self.orders_value.data,
            own_cost=self.own_cost.data,
            note=self.note.data,
        )


class ContactForm(RecordForm):
    name = TextField(_l("Nama pembeli"), [InputRequired()])
    kind = CodeField(_l("Jenis pembeli"), codes=BuyerType, empty=None, default=BuyerType.UNKNOWN)
    phone = PhoneField(_l("Telepon"))
    note = ParagraphField(_l("Catatan"), rows=3)

    def draft(self) -> ContactDraft:
        return ContactDraft(
            name=self.name.data or "", kind=self.kind.data, phone=self.phone.data, note=self.note.data
        )


class FollowUpForm(RecordForm):
    after_days = ChoiceOrEmpty(_l("Hari ke-"), [InputRequired()])
    asked_on = LocalDateField(_l("Ditanya pada"), [InputRequired(), NotInFuture()], default=today)
    reached = BooleanField(_l("Pembeli berhasil dihubungi"))
    order_value = KnownRupiahField(
        _l("Nilai pesanan sejak pameran"),
        description=_l("Seluruh pesanan sampai hari ini, termasuk yang sudah dicatat sebelumnya."),
    )
    repeat_order = CodeField(_l("Memesan lagi"), codes=YesNo, empty=None, default=YesNo.NOT_ASKED)
    unable_to_supply = CodeField(
        _l("Ada pesanan yang tidak sanggup dipenuhi"), codes=YesNo, empty=None, default=YesNo.NOT_ASKED
    )
    unable_reason = CodeField(_l("Alasan tidak sanggup"), codes=UnableReason)
    note = ParagraphField(_l("Catatan"), rows=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.after_days.offer((days, str(days)) for days in FOLLOW_UP_DAYS)

    def draft(self) -> FollowUpDraft:
        return FollowUpDraft(
            after_days=self.after_days.data,
            asked_on=self.asked_on.data,
            reached=self.reached.data,
            order_value=self.order_value.data,
            repeat_order=self.repeat_order.data,
            unable_to_supply=self.unable_to_supply.data,
            unable_reason=self.unable_reason.data,
            note=self.note.data,
        )


class ParticipantSearchForm(FilterForm):
    """Whom to choose; read from the address."""

    q = TextField(_l("Cari nama, usaha atau telepon"), longest=100)
