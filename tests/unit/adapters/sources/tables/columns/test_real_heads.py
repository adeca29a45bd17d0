"""The heads that real services write, with what is to become of each column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.tables.columns.layout import layout_of
from bot.ports import GivenColumns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.sources.tables.columns.cells import Row

_SAID: Final = "The glaze cracked because the kiln was opened above one hundred degrees."
_MORE: Final = "Please send more clay, the last bag was much too dry for the wheel."
_OTHER: Final = "Dear Ana, we are sorry and will replace the bowl as soon as we can."
_CELLS: Final[Mapping[str, tuple[str, str]]] = {
    "words": (_SAID, _MORE),
    "more": (_MORE, _SAID),
    "reply": (_OTHER, ""),
    "people": ("Ana Ruiz", "Ben Ode"),
    "days": ("2025-05-12", "2025-05-13"),
    "things": ("Kiln rules", "Clay order"),
    "links": ("https://example.org/1", "https://example.org/2"),
}
"""What columns hold, in their two rows; others are written out, as "5/4"."""

# Before a head stands what its column is to be: @ the author, ! the date, * the text.
TABLES: Final[Mapping[str, str]] = {
    "google forms": (
        "!Timestamp = days | *What did you like most? = words | @Your name (optional) = people"
    ),
    "google forms fr": (
        "!Horodateur = days | @Quel est votre prénom ? = Chloé/Malik | *Votre avis = words"
    ),
    "google forms de": ("!Zeitstempel = days | @Wie heißt du? = Jörg/Ute | *Was fehlt? = words"),
    "google forms es": (
        "!Marca temporal = days | @¿Cómo te llamas? = people | *¿Qué te gustó? = words"
    ),
    "microsoft forms": (
        "!Completion time = days | Email = anonymous/a@x.org | @Name = people | *Ideas = words"
    ),
    "typeform": (
        "# = a1/a2 | @Hi! What's your name? = people | *What else? = words | !Submit Date = days"
    ),
    "a name that is asked for a thing": (
        "*What's your name for the new kiln? = words | @Reviewer = people"
    ),
    "surveymonkey": (
        "Respondent ID = 114/115 | @First Name = Ann/Bo | @Last Name = Lee/Ko | "
        "IP Address = 1.2.3.4/1.2.3.5 | *What did you like? = words"
    ),
    "survey with answers": (
        "@Respondent = people | Question = Why so?/And why? | *Your answer = words"
    ),
    "questions and answers": ("Question = Why so?/And why? | *Answer = words"),
    "form with an open-ended response": (
        "*What did you like? = words | *Open-Ended Response = more"
    ),
    "zendesk": (
        "Subject = things | *Description = words | @Requester = people | Requester email = a/b | "
        "Requester organisation = Acme/Beta | Assignee = Sam Hill/Sam Hill | !Created at = days"
    ),
    "zendesk satisfaction": ("Requester organization = Acme/Beta | *Satisfaction comment = words"),
    "intercom": (
        "!Started at = days | @User name = people | *First message = words | Teammate name = T/T"
    ),
    "hubspot": (
        "Ticket name = things | Ticket owner = Tom Boss/Tom Boss | !Create date = days | "
        "*Ticket description = words"
    ),
    "hubspot feedback": (
        "Contact first name = people | *Survey response = words | Agent notes = reply | "
        "!Date = days"
    ),
    "trello": (
        "Card Name = things | *Card Description = words | Members = people | Due Date = days"
    ),
    "notion": ("Name = things | @Created by = people | !Created time = days | *Content = words"),
    "notion whose names are sentences": ("*Name = words | Tags = kiln/loom | !Created = days"),
    "airtable": ("Name = things | *Notes = words | Assignee = people | Status = Todo/Done"),
    "a catalogue": ("Name = Kiln 40 l/Kiln 60 l | *Description = words | Price = 12 €/13 €"),
    "asana": (
        "Name = Order Clay/Fix Kiln | Assignee = people | !Created At = days | *Notes = words"
    ),
    "jira": (
        "Summary = things | @Reporter = people | Assignee = Tom Boss/Tom Boss | "
        "Project lead = Tom Boss/Tom Boss | Creator = Bot/Bot | "
        "!Created = 12-May-25 2:33 PM/13-May-25 2:33 PM | *Description = words | "
        "Comment = 13-May-25 2:33 PM;tom;It comes on Friday./"
    ),
    "linear": (
        "Title = things | *Description = words | Creator = a@x.org/b@x.org | !Created = days"
    ),
    "github": (
        "author_association = NONE/CONTRIBUTOR | @user = octo/hubot | url = links | "
        "html_url = links | *body = words | !created_at = days"
    ),
    "app store": (
        "!Date = days | Rating = 5/1 | Title = things | *Review = words | @Nickname = m/k9 | "
        "Territory = USA/GBR"
    ),
    "play store": (
        "Reviewer Language = en/fr | Device = dream/star | !Review Submit Date and Time = days | "
        "*Review Text = words | Developer Reply Date and Time = days | "
        "Developer Reply Text = reply"
    ),
    "appfollow": (
        "@user = Kim L/Lee K | country = US/DE | !date = days | *content = words | reply = reply"
    ),
    "trustpilot": (
        "@Review Username = Björn S./Ana | Review User Email = a@x.org/b@x.org | "
        "*Review Content = words | Company Reply Text = reply | !Review Created (UTC) = days"
    ),
    "yelp": (
        "Reviewer Country = Germany/France | @Reviewer Name = people | *Review = words | "
        "Response from the owner = reply"
    ),
    "google maps": ("@reviewer = people | *review = words | review_reply = reply"),
    "service desk de": (
        "@Kunde = people | Bearbeiter = Tom Boss/Tom Boss | *Nachricht = words | "
        "Antwort = reply | !Erstellt am = days"
    ),
    "service desk fr": (
        "Utilisateur vérifié = oui/non | @Auteur de l'avis = people | *Avis = words | "
        "Réponse de l'entreprise = reply"
    ),
    "service desk es": (
        "País del usuario = España/Perú | @Nombre del cliente = people | *Mensaje = words | "
        "Respuesta = reply | !Fecha = days"
    ),
    "youtube": (
        "@Name = @woodfan/@maker | !Date = days | *Comment = words | (view source) = links"
    ),
    "youtube takeout": (
        "Comment ID = U1/U2 | Channel ID = C/C | !Comment Create Timestamp = days | "
        "*Comment Text = words"
    ),
    "discourse": ("username = ana/ben | @name = Ana Ruiz/ | !created_at = days | *raw = words"),
    "wordpress": (
        "@comment_author = people | comment_author_email = a@x.org/b@x.org | "
        "comment_author_IP = 10.0.0.1/10.0.0.2 | !comment_date = days | "
        "*comment_content = words | comment_agent = Chrome on Windows/Safari on iPhone"
    ),
    "slack analytics": (
        "Name = things | @Created by = people | !Date created = days | "
        "*Topic and description = words | Messages posted = 3/4 | Last active = days"
    ),
    "twitter": (
        "user_verified = True/False | user_location = Berlin/Paris | *tweet = words | "
        "@user_screen_name = ana/ben | !created_at = days"
    ),
    "net promoter score": (
        "score = 9/3 | *comment = words | @customer_name = people | customer_segment = S/M | "
        "agent_name = Tom Boss/Tom Boss | !responded_at = days"
    ),
    "a contact form": (
        "User Agent = Chrome 120 on Windows/Safari 17 on iPhone | "
        "Sender IP = 10.0.0.1/10.0.0.2 | Referred by = people | *Comment = words | "
        "!Submitted = days"
    ),
    "a contact form de": (
        "Vermittelt von = people | @Eingereicht von = Ute Groß/Jörg | *Kommentar = words"
    ),
    "ratings": ("User Rating = 5/4 | !Date = days | *Review = words"),
    "who answered": ("Respondent gender = Female/Male | Age = 33/44 | *Feedback = words"),
    "what was approved": (
        "@Submitted by = people | Approved by = Tom Boss/Tom Boss | *Comment = words | "
        "!Date submitted = days | Date approved = days"
    ),
    "goodreads": (
        "Title = things | Author = Fred Olsen/John Britt | ISBN = 1/2 | *My Review = words | "
        "Private Notes = lent to Tom/ | !Date Added = days"
    ),
    "letterboxd": ("!Date = days | Name = Parasite/Roma | Year = 2019/2018 | *Review = words"),
    "readwise": (
        "*Highlight = words | Book Title = things | Book Author = people | !Highlighted at = days"
    ),
    "quotations": ("@Author = Oscar Wilde/Ana | *Quote = words"),
    "names and comments": ("@name = Ada/ben | *comment = words"),
    "two kinds of reviews": (
        "@Reviewer = people | *Product review = words | *Company review = more"
    ),
    "a transcript": ("Start time = 10:00/10:05 | @Speaker = people | *Transcript = words"),
    "births": ("@Name = people | Date of birth = days | *Comment = words"),
    "a form with a year": (
        "!Timestamp = days | @Name = people | Year = 2nd year/3rd year | "
        "*What did you like? = words | *What could be better? = more"
    ),
    "a form with a year and first names": (
        "@Name = Ana/Ben | Year = 2nd/3rd | *What did you like? = words"
    ),
    "people and their states": "@Name = people | State = Texas/Ohio | *Comment = words",
    "members and guests": "@Name = people | Status = member/guest | *Comment = words",
    "people and projects": (
        "@Name = people | Email = a@x.org/b@x.org | Project = Kiln/Loom | *Message = words"
    ),
    "projects": "@Name = people | Project = Kiln/Loom | *Feedback = words",
    "testimonials": "@Name = people | Tags = clay/wood | *Testimonial = words",
    "guests of a host": "@Name = people | Host = Otto Klein/Otto Klein | *Feedback = words",
    "years and messages": "@Name = people | Year = 2nd/3rd | *Message = words",
    "years and messages de": "@Name = people | Jahr = 2019/2021 | *Kommentar = words",
    "years and messages es": "@Nombre = people | Año = 2019/2021 | *Comentario = words",
    "machines and their states": "Name = Kiln/Loom | Status = broken/fine | *Comment = words",
    "products that are reviewed": "Name = Kiln North/Loom | Price = 4/5 | *Comment = words",
    "tasks with comments": "Name = people | Assignee = T/T | Status = a/b | *Comment = words",
    "tasks with days": "Name = people | Due date = days | *Feedback = words",
    "articles of a shop": "Name = people | SKU = a1/a2 | *Review = words",
    "books by number": "Name = people | ISBN = 1/2 | *Comment = words",
    "pages": "Name = people | Status = Done/Todo | *Notes = words",
    "games": "Name = Elden Ring/Dark Souls | Year = 2022/2011 | *Review = words",
    "tasks with a question": "Name = people | Priority = 1/2 | *What is to be done? = words",
    "monday": (
        "Name = Fix kiln/Order clay | Person = people | Status = Done/Stuck | !Date = days | "
        "*Text = words"
    ),
    "who does a task": "Task = Fix/Order | Person = people | *Comment = words",
    "people alone": "@Person = people | *Comment = words",
    "people with a city": "@Persona = people | Ciudad = Lima/Lugo | *Comentario = words",
    "storygraph": (
        "Title = things | Authors = people | Star Rating = 5/4 | *Review = words | "
        "!Date Read = days"
    ),
    "books": "Book = things | Author = people | *Review = words",
    "books of several": "Title = things | Authors = people | *Review = words",
    "books fr": "Titre = things | Auteur = people | *Mon avis = words",
    "books de": "Buchtitel = things | Autor = people | *Meine Rezension = words",
    "zotero": "Item Type = book/book | Author = people | *Notes = words",
    "who reviews a book": "Book = things | @Reviewer = people | *Review = words",
    "who writes of a book": "Book = things | @Author of the review = people | *Review = words",
    "books and their readers": (
        "Book = things | Author = Paul Wood/Eva Stone | @Reviewer = people | *Review = words"
    ),
    "articles": "Title = things | @Author = people | *Content = words",
    "articles of several": "Title = things | @Authors = people | *Content = words",
    "journeys": "Von = Kassel/Berlin | Bis = Fulda/Jena | Thema = a/b | *Inhalt = words",
    "letters": "@Von = people | Thema = a/b | *Inhalt = words",
    "etsy": ("@reviewer = people | !date_reviewed = days | star_rating = 5/4 | *message = words"),
    "what was checked": (
        "@Submitted by = people | Date reviewed = days | !Date submitted = days | *Comment = words"
    ),
    "names fr": "@Nom et prénom = people | Tranche d'âge = 30-40/41-50 | *Avis = words",
    "names fr short": "@Nom Prénom = people | *Commentaire = words",
    "names de": "@Vor- und Nachname = people | *Kommentar = words",
    "names es": "@Nombre y apellidos = people | *Comentario = words",
    "reviews de": "@Rezensent = people | Land des Rezensenten = DE/AT | *Rezension = words",
    "an interview": "Interviewer = T/T | @Interviewee = people | *Answer = words",
    "students": "@Student = people | Year = 2nd/3rd | *Comment = words",
    "students and others": "@Name = people | Student = full-time/no | *Comment = words",
    "reports on students": "Student = people | Teacher = T/T | *Report = words",
    "salesforce": (
        "@Contact Name = people | Account Name = Acme/Bolt | Subject = things | "
        "*Description = words | Case Owner = T/T"
    ),
    "contacts": "@Name = people | Phone = 1/2 | Status = new/old | *Notes = words",
}


@pytest.mark.parametrize("name", TABLES)
def test_the_columns_of_real_tables_are_what_they_are(name: str) -> None:
    columns = [each.rpartition(" = ")[::2] for each in TABLES[name].split(" | ")]
    heads = [head.lstrip("@!*") for head, _ in columns]
    cells = [_CELLS.get(kind) or kind.split("/") for _, kind in columns]
    rows: list[Row] = [
        {head: cell[at] for head, cell in zip(heads, cells, strict=True)} for at in (0, 1)
    ]
    layout = layout_of(heads, rows, GivenColumns())

    def wanted(mark: str) -> list[str]:
        return [head[1:] for head, _ in columns if head.startswith(mark)]

    author, date = layout.roles.get("author"), layout.roles.get("posted_at")
    assert [*(layout.names or filter(None, [author]))] == wanted("@")
    assert [*filter(None, [date])] == wanted("!")
    assert [*layout.texts] == wanted("*")
