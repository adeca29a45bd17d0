"""Why a line, or one post of a file, is refused, in English."""

from __future__ import annotations

from typing import Final

POSTS: Final = {
    # What a post needs.
    "empty_text": "the text is empty: write one, or leave this post out",
    "no_text": "there is no 'text' here, only {columns}: add one",
    "no_text_of_many": "there is no 'text' here, only {columns}, {more} more: add one",
    "no_text_at_all": "there is no 'text' here, only nothing: add one",
    "empty_audience": "audience: it is empty: name an audience, or leave the key out",
    "own_parent": "parent_id: a post cannot be a comment on itself: name another post",
    "mistyped": "{column}: {value} is {type}: write it as a text in quotes",
    "too_long_value": "{column}: it is longer than {most:,} characters: shorten it",
    "half_character": (
        "{column}: {half} is half a character and cannot be stored: write the whole one"
    ),
    "not_a_date": (
        "posted_at: {text!r} is not a date: write it as 2024-09-26 or 2024-09-26T14:03:00+02:00"
    ),
    "date_out_of_range": "posted_at: {text!r} is before the year 1 or after 9999 in UTC",
    "nameless_id": "the id {id!r} is not a scope, a colon and a name",
    "taken": "its id {id!r} is already taken by line {first}: give it another",
    "taken_elsewhere": "its id {id!r} is already taken in {where}: give it another",
    "others_post": "{id} belongs to other readers",
    # JSON Lines.
    "json_feed": (
        "it is a JSON Feed, which is not read: give the RSS or Atom feed of the same site"
    ),
    "one_document": (
        "it is one JSON document: write a list of objects, or one object per line (JSON Lines)"
        " instead"
    ),
    "no_list_fits": (
        "none of the lists in it ({lists}) is known to hold words: on the command line give"
        " `--column text=NAME`, or save the right list alone, as [ … ], in a file"
    ),
    "several_lists": (
        "several of its lists may hold the posts ({lists}): on the command line give"
        " `--column text=NAME` with a name that only one of them has, or save the right one"
        " alone, as [ … ], in a file"
    ),
    "list_within": (
        "its posts stand in the list {column!r} within it: save that list alone, as [ … ], in"
        " a file, or on the command line give `--column text=NAME` where the words beside it are"
        " meant"
    ),
    "entry_not_an_object": 'this is not an object: write {{"text": "…"}}, one object an entry',
    "line_not_json": (
        "this is not valid JSON ({reason}, at character {at}): correct it or leave it out"
    ),
    "line_not_read": "this line is not valid JSON: get the export again, or leave the line out",
    "line_long_number": (
        "this line holds a number with too many digits: correct it or leave it out"
    ),
    "line_too_deep": "this line is nested too deeply: correct it or leave it out",
    "not_an_object": 'this is not an object: write {{"text": "…"}}, one object per line',
    "too_long_line": "this line is longer than {most} MB: shorten or split it",
    # Tables.
    "no_text_column": (
        "there is no column 'text', only {columns}: name the one that holds it 'text', or on the"
        " command line give `--column text=NAME`"
    ),
    "no_text_column_of_many": (
        "there is no column 'text', only {columns}, {more} more: name the one that holds it"
        " 'text', or on the command line give `--column text=NAME`"
    ),
    "no_columns": "there is no column 'text', only nothing: name the one that holds it",
    "unsure_columns": (
        "it is not sure that the text stands in {columns}: name the column that holds it 'text',"
        ' or on the command line give `--column text="{column}"`'
    ),
    "no_such_column": (
        "there is no column {column!r}, only {columns}: give --column one of these, or its number"
    ),
    "unclear_order": (
        "whether {date!r} begins with the day or the month is not clear from the whole column"
        " {column!r}: name it 'date (dd/mm)' or 'date (mm/dd)', or on the command line give"
        " `--dates day-first` or `--dates month-first`"
    ),
    "part_of_export": (
        "it is a part of an export of {platform}: import the export whole, for its other files"
        " tell who may read it"
    ),
    # Workbooks.
    "no_sheet_reader": (
        "reading workbooks needs a package that is not installed here: `pip install"
        " 'pullquote[tables]'` brings it; or save the sheet as CSV"
    ),
    "broken_workbook": (
        "the workbook cannot be read ({reason}): save it again as .xlsx or .ods, without a"
        " password, or its sheet as CSV"
    ),
    "empty_workbook": "no sheet of it holds anything: leave it out",
    "too_large_workbook": (
        "its sheets unpack to more than {most:,} MB: split it, or save the sheet as CSV"
    ),
    "finely_divided_workbook": (
        "its sheets have more than {most:,} tags in their XML: split it, or save each sheet as CSV"
    ),
    "wide_workbook": (
        "its sheets spread over more than {most:,} cells: take what stands far away out of"
        " them, or save each as CSV"
    ),
    "two_text_columns": "there are two columns 'text': give one of them another name",
    "wide_row": (
        "this row has {cells} cells, but the header has {width}: put text that holds the"
        " delimiter in double quotes"
    ),
    "open_quote": (
        "a double quote is opened here and not closed: close it, or double it within a text"
    ),
    "broken_row": (
        "this row cannot be read ({reason}): put the text in double quotes, and double the"
        " quotes within it"
    ),
    # Front matter.
    "open_front_matter": (
        "the front matter that opens here is not closed: end it with a line of ---"
    ),
    "front_matter_not_yaml": (
        "the front matter is not valid YAML ({reason}): put the value in double quotes"
    ),
    "front_matter_character": (
        "the front matter is not valid YAML (a character that is not allowed): put the value in"
        " double quotes"
    ),
    "front_matter_not_simple": (
        "the front matter is not valid YAML: write simple lines like `author: Name`"
    ),
    "front_matter_alias": (
        "the front matter has an alias (`*name`): write what it stands for in its place"
    ),
    "front_matter_empty": "the front matter has no fields: write lines like `author: Name`",
}

POST_TERMS: Final = {
    "type.bool": "true or false",
    "type.list": "a list",
    "type.object": "an object",
    "type.number": "a number",
}
