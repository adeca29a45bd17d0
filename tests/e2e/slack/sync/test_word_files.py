"""What documents, canvases and clips say in a watched channel, with the real readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.e2e.slack.sync.test_channel_sync import watches
from tests.e2e.slack.sync.test_names_and_parts import stored
from tests.fakes import office
from tests.fakes.slack.world import File

if TYPE_CHECKING:
    from tests.e2e.slack.conftest import Rig

CANVAS = b"<html><body><h1>Keel</h1><p>The keel is oak, says the plan.</p></body></html>"
CLIP = b"WEBVTT\n\n1\n00:00.000 --> 00:02.000\n<v Ada>We tar it in May.</v>\n"


def kept(rig: Rig, id_: str, name: str, content: bytes, **fields: Any) -> dict[str, Any]:
    """Let Slack keep a file, and return it as a message shows it."""
    slack = rig.slack
    url = f"{slack.site.base_url}/files/{id_}/{name}"
    slack.site.world.files[id_] = File(
        id_, name, slack.ada.id, content, "application/octet-stream", url, slack.general.id
    )
    return {
        "id": id_,
        "name": name,
        "title": name,
        "size": len(content),
        "url_private": url,
        **fields,
    }


async def test_a_document_and_a_canvas_are_passed_on_and_a_clip_is_spoken_by_its_sender(
    rig: Rig,
) -> None:
    slack = rig.slack
    message = slack.wrote(slack.ada, slack.general, "See:")
    words = kept(rig, "F0VTT", "clip.vtt", CLIP)
    spoken = {"status": "complete", "preview": {"content": "We", "has_more": True}}
    message.shared = [
        kept(rig, "F0PDF", "Rules.pdf", office.pdf(["Berths are free in May."])),
        kept(rig, "F0PLAN", "Plan", CANVAS, filetype="quip", mode="quip"),
        kept(rig, "F0CLIP", "clip.mp4", b"", vtt=words["url_private"], transcription=spoken),
        kept(rig, "F0SCAN", "scan.pdf", office.pdf([""])),
    ]
    async with rig.running():
        await watches(rig, slack.general)
        own, pdf, canvas = sorted(await stored(rig), key=lambda each: each.id)
        assert (own.text, own.author) == ("See:\n\nWe tar it in May.", "ada")
        assert (pdf.part, pdf.text, pdf.title, pdf.author) == (
            "file", "Berths are free in May.", "Rules.pdf", None,
        )  # fmt: skip
        assert (canvas.part, canvas.author) == ("file", None)
        assert "The keel is oak, says the plan." in canvas.text
        left_out = rig.services.ledger.notes("left_out:")
        assert [*left_out.values()] == ['{"file_contents": 1}']
        # What was read is not fetched again: it would be another text by now.
        slack.site.world.files["F0PDF"].content = office.pdf(["Berths cost 5 euros."])
        await slack.uses_command(slack.ada, slack.general, "/posts", "watch")
        await rig.hears(slack.direct_channel(slack.ada), "0 new, 0 changed, 3 unchanged")
