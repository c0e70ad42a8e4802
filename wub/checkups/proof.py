"""Who may claim which level of proof, by how the news came and who brings it. Pure."""

from __future__ import annotations

from models.vocabulary import CheckupSource, Verification

# Whoever is told, or telephones, has not seen; a list kept elsewhere is somebody else's word.
_FOR_ANYBODY = {
    CheckupSource.NEIGHBOUR: Verification.TOLD,
    CheckupSource.OUTSIDE_LIST: Verification.TOLD,
    CheckupSource.PHONE: Verification.PHONE,
    CheckupSource.OFFICE: Verification.PHONE,  # the person was seen, the enterprise was not
}
_FOR_THE_MENTOR = {CheckupSource.VISIT: Verification.SEEN, CheckupSource.DOCUMENT: Verification.PHONE}
_FOR_AN_OFFICER = {CheckupSource.VISIT: Verification.OFFICER, CheckupSource.DOCUMENT: Verification.DOCUMENT}


def highest_claim(source: CheckupSource, *, independent: bool) -> Verification:
    """`independent`: an officer or supervisor who does not mentor the participant."""
    if source in _FOR_ANYBODY:
        return _FOR_ANYBODY[source]
    return (_FOR_AN_OFFICER if independent else _FOR_THE_MENTOR)[source]


def claims(*, independent: bool) -> list[Verification]:
    """All levels that could be claimed by some source."""
    most = max(highest_claim(source, independent=independent) for source in CheckupSource)
    return [level for level in Verification if level <= most]
