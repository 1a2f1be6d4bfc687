# Between the parts of a line, and the button to the other language, in that language.

web-comma = {"، "}
web-other-language = English
