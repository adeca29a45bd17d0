"""Tells the tables of LinkedIn's archive from other tables of the same name, by their heads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MESSAGES: Final = "conversationid senderprofileurl recipientprofileurls"
_ENDORSED: Final = "endorsementdate endorsementstatus skillname"
_RECOMMENDED: Final = "recommendationtext recommendationdate creationdate firstname+lastname"
_STARTED: Final = "startedon finishedon"
TELLING: Final[Mapping[str, str]] = {
    "messages": f"{_MESSAGES} folder",
    "guidemessages": _MESSAGES,
    "learningcoachmessages": _MESSAGES,
    "learningroleplaymessages": _MESSAGES,
    "invitations": "sentat inviterprofileurl inviteeprofileurl from+to",
    "recommendationsgiven": _RECOMMENDED,
    "recommendationsreceived": _RECOMMENDED,
    "instantreposts": "",
    "profile": "firstname+lastname maidenname geolocation twitterhandles instantmessengers",
    "profilesummary": "",
    "positions": _STARTED,
    "education": "schoolname degreename",
    "projects": _STARTED,
    "publications": "publishedon",
    "volunteering": _STARTED,
    "honors": "issuedon",
    "patents": "filedon issuedon patentnumber",
    "organizations": _STARTED,
    "testscores": "testdate takenon",
    "richmedia": "mediadescription medialink",
    "adtargeting": "memberage companynames jobseniorities memberskills",
    "adsclicked": "adclickeddate adtitleid",
    "certifications": "licensenumber startedon",
    "companyfollows": "followedon",
    "connections": "connectedon",
    "contacts": "phonenumbers createdat updatedat",
    "importedcontacts": "phonenumbers createdat updatedat",
    "courses": "",
    "emailaddresses": "updatedon",
    "endorsementgiveninfo": _ENDORSED,
    "endorsementreceivedinfo": _ENDORSED,
    "events": "eventname eventtime",
    "hashtagfollows": "createdtime",
    "inferencesaboutyou": "typeofinference",
    "jobapplicantsavedanswers": "",
    "jobapplicantsavedscreeningquestionresponses": "",
    "jobapplications": "applicationdate questionandanswers resumename",
    "jobseekerpreferences": "opentorecruiters dreamcompanies introductionstatement"
    " preferredjobtypes jobseekeractivitylevel",
    "languages": "proficiency",
    "lanadsengagement": "",
    "learning": "contenttitle contenttype contentsaved",
    "logins": "logindate logintype",
    "memberfollows": "fullname",
    "onlinejobpostings": "",
    "phonenumbers": "",
    "privateidentityasset": "privateidentityassetname privateidentityassetrawtext",
    "reactions": "",
    "receipts": "transactionmadeat",
    "receiptsv2": "transactionmadeat",
    "registration": "registeredat registrationip",
    "savedjobalerts": "savedsearchid alertparameters querycontext",
    "savedjobs": "saveddate joburl",
    "saveditems": "saveditem",
    "searchqueries": "searchquery",
    "securitychallenges": "challengedate challengetype",
    "skills": "",
    "verifications": "verificationtype verificationprovider organizationname",
    "votes": "optiontext",
    "whatsappphonenumbers": "iswhatsappnumber",
}
"""By the name of a table: the heads, or pairs of them, that others of that name hardly have."""

WHOLE: Final[Mapping[str, str]] = {
    "instantreposts": "date link",
    "profilesummary": "profilesummary",
    "courses": "name number",
    "jobapplicantsavedanswers": "answer question",
    "jobapplicantsavedscreeningquestionresponses": "answer question",
    "lanadsengagement": "action date type",
    "languages": "name proficiency",
    "phonenumbers": "extension number type",
    "reactions": "date link type",
    "skills": "name",
    "projects": "description title",
    "memberfollows": "date fullname status",
    "whatsappphonenumbers": "extension number",
}
"""Where no head tells it alone: all the heads of the table, in the order of the alphabet."""

_LOOKED_AT: Final = 6
"""So many rows may come to the heads: above those of contacts it is said what they are."""

NAMES: Final = frozenset(TELLING)
"""What the tables of an archive are called that are not of posts."""


def has_own_heads(table: str, rows: Sequence[Sequence[str]]) -> bool:
    """Return whether a table has heads that the archive's own of its name has.

    Args:
        table: What it is called, by its letters.
        rows: Its first rows, each with the letters of its cells.
    """
    telling = [{*each.split("+")} for each in TELLING.get(table, "").split()]
    whole = WHOLE.get(table)
    return any(
        any(each.issubset(row) for each in telling) or " ".join(sorted(filter(None, row))) == whole
        for row in rows[:_LOOKED_AT]
    )
