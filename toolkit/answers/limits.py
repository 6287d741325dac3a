"""How much a file of answers may hold: a hundred times what real ones do. browser/lib/limits.mjs says the same."""

LARGEST_FILE = 20_000_000  # bytes
MOST_UNPACKED = 50_000_000  # bytes of one file, all that is unpacked of it together
MOST_PARTS = 500  # of the archive that a Word file is
DEEPEST_XML = 256  # elements in one another, the outermost included
DEEPEST_JSON = 100  # objects and lists in one another
DEEPEST_PDF = 100  # lists and dictionaries in one another
DEEPEST_FIELD = 20  # fields of a PDF in one another
MOST_FIELDS = 20_000  # of a PDF, each visited once
MOST_ANSWERS = 50_000
MOST_IN_DOCUMENT = 50_000  # tables, rows, cells, paragraphs, pieces of text and hidden texts together
MOST_PROMPTS = 200  # that a document says it shows where nothing is answered
LONGEST_NAME = 300  # of an answer, in units of UTF-16
MOST_CHARACTERS = 5_000_000  # of all answers of a file together, in units of UTF-16
LATEST_VERSION = 9_999  # of a form
MOST_REVIEWS = 12  # earlier ones that a file keeps
MOST_FORMS = 50  # whose answers one file holds
