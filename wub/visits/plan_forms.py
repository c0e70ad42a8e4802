"""Forms of mentoring plans: needs by topic, targets that can be judged, and signatures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FieldList, FormField, HiddenField
from wtforms.validators import InputRequired, Optional

from models.plan import MentoringPlan, PlanTarget
from models.vocabulary import NeedLevel, PlanState, Reached, Signer, Topic
from wub.clock import today
from wub.pages.fields import ChoiceOrEmpty, CodeField, LocalDateField, NotInFuture, ParagraphField, TextField
from wub.pages.forms import RecordForm, WubForm
from wub.visits.plan_actions import JudgeDraft, PlanDraft, TargetDraft
from wub.visits.signing_actions import SignatureDraft

MOST_TARGETS = 12
BLANK_TARGETS = 3


class _LineForm(WubForm):
    """A line inside the form of a plan, which carries the token for all of them."""

    class Meta(WubForm.Meta):
        csrf = False


class NeedForm(_LineForm):
    level = CodeField(_l("Kebutuhan"), codes=NeedLevel, empty=None, default=NeedLevel.NOT_ASKED)
    words = TextField(_l("Yang dibutuhkan"), longest=300)

    def said(self) -> dict[str, str]:
        """Nothing where nothing was judged or written."""
        level, words = self.level.data or NeedLevel.NOT_ASKED, self.words.data or ""
        return {"level": level.value, "words": words} if words or level is not NeedLevel.NOT_ASKED else {}


class NeedsForm(_LineForm):
    """A line for each topic, under the topic's code."""


for _topic in Topic:
    setattr(NeedsForm, _topic.value, FormField(NeedForm, label=_l(_topic.label)))


class TargetForm(_LineForm):
    number = HiddenField()
    what = TextField(_l("Sasaran"), longest=200)
    amount = TextField(_l("Berapa"), longest=200)
    due_on = LocalDateField(_l("Sampai kapan"), [Optional()])

    def draft(self) -> TargetDraft:
        said = str(self.number.data or "")
        standing = int(said) if said.isascii() and said.isdigit() and len(said) < 16 else None
        return TargetDraft(self.what.data, self.amount.data, self.due_on.data, standing)


class PlanForm(RecordForm):
    consultant_id = ChoiceOrEmpty(_l("Konsultan pendamping"), [InputRequired()])
    starts_on = LocalDateField(_l("Mulai"), [InputRequired()], default=today)
    ends_on = LocalDateField(_l("Selesai"), [Optional()])
    needs_by_topic = FormField(NeedsForm)
    needs = ParagraphField(
        _l("Catatan asesmen"), rows=3, description=_l("Apa yang sudah ada, apa yang kurang.")
    )
    # `problems` is what is wrong with the form itself.
    problems_seen = ParagraphField(_l("Permasalahan"), [InputRequired()])
    target_lines = FieldList(FormField(TargetForm), min_entries=1, max_entries=MOST_TARGETS)
    targets = ParagraphField(
        _l("Sasaran dengan kata-kata"),
        rows=2,
        description=_l("Ringkasan untuk daftar. Kosongkan: diambil dari sasaran di atas."),
    )
    contract_number = TextField(_l("Nomor kontrak pendampingan"), longest=60)
    participant_signed_on = LocalDateField(_l("Ditandatangani peserta"), [Optional(), NotInFuture()])
    consultant_signed_on = LocalDateField(_l("Ditandatangani konsultan"), [Optional(), NotInFuture()])
    state = CodeField(
        _l("Keadaan rencana"),
        codes=PlanState,
        empty=None,
        default=PlanState.DRAFT,
        description=_l("“Disepakati” perlu kedua tanggal tanda tangan."),
    )

    def draft(self, participation_id: int) -> PlanDraft:
        return PlanDraft(
            participation_id=participation_id,
            consultant_id=self.consultant_id.data,
            starts_on=self.starts_on.data,
            ends_on=self.ends_on.data,
            needs=self.needs.data,
            problems=self.problems_seen.data or "",
            targets=self.targets.data or "",
            contract_number=self.contract_number.data,
            participant_signed_on=self.participant_signed_on.data,
            consultant_signed_on=self.consultant_signed_on.data,
            state=self.state.data,
            needs_by_topic={topic.value: said for topic, line in self.topics if (said := line.form.said())},
            target_lines=tuple(line.form.draft() for line in self.target_lines),
        )

    @property
    def topics(self) -> list[tuple[Topic, Any]]:
        """Each topic with its line."""
        return [(topic, self.needs_by_topic[topic.value]) for topic in Topic]

    def add_blank_targets(self) -> None:
        """Before drawing: room for some more."""
        for _number in range(BLANK_TARGETS):
            if len(self.target_lines) < MOST_TARGETS:
                self.target_lines.append_entry()


class JudgeForm(RecordForm):
    reached = CodeField(_l("Hasilnya"), codes=Reached, empty=None, default=Reached.REACHED)
    judged_on = LocalDateField(_l("Dinilai pada"), [Optional(), NotInFuture()], default=today)
    note = TextField(_l("Buktinya, atau sebabnya"), longest=300)

    def draft(self) -> JudgeDraft:
        return JudgeDraft(self.reached.data, self.judged_on.data, self.note.data)


class SignatureForm(RecordForm):
    signer = CodeField(_l("Yang menandatangani"), [InputRequired()], codes=Signer, empty=None)
    path = HiddenField()

    def draft(self) -> SignatureDraft:
        return SignatureDraft(self.signer.data, str(self.path.data or ""))


def plan_values(kept: MentoringPlan, targets: Sequence[PlanTarget]) -> dict[str, Any]:
    """What a plan says, as its form takes it."""
    same = (
        *("consultant_id", "starts_on", "ends_on", "needs", "contract_number", "state", "version"),
        *("participant_signed_on", "consultant_signed_on"),
    )
    in_words = "; ".join(one.what for one in targets)
    return {name: getattr(kept, name) for name in same} | {
        "targets": None if kept.targets == in_words else kept.targets,  # else it would outlive its lines
        "problems_seen": kept.problems,
        "needs_by_topic": {
            topic: {"level": NeedLevel(one["level"]), "words": one["words"]}
            for topic, one in kept.needs_by_topic.items()
        },
        "target_lines": [
            {"number": one.id, "what": one.what, "amount": one.amount, "due_on": one.due_on}
            for one in targets
        ],
    }
