"""The habits of the drafter's desk: Windows, Word, WPS. Names and encodings only, so that any system can try them."""
