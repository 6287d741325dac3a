"""English as the search knows it: words to ignore, words that belong together, and stems that would mislead."""

from __future__ import annotations


def _words(text: str) -> list[str]:
    return text.split()


# Ignored everywhere: they are in every text and say nothing.
STOP_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "in",
        "on",
        "at",
        "by",
        "is",
        "are",
        "be",
        "was",
        "were",
        "been",
        "being",
        "am",
        "as",
        "it",
        "its",
        "that",
        "this",
        "these",
        "those",
        "with",
        "from",
        "than",
        "then",
        "so",
        "such",
        "into",
        "also",
        "if",
        "but",
        "has",
        "have",
        "had",
        "having",
        "there",
        "their",
        "they",
        "them",
        "he",
        "she",
        "his",
        "her",
        "hers",
        "him",
        "we",
        "us",
        "our",
        "ours",
        "yours",
        "will",
        "would",
        "shall",
        "may",
        "might",
    ]
)
# Asked for in questions ("who to tell"). Kept in titles and names, ignored in long texts, and never demanded
# of a result as long as the reader typed another word.
WEAK_WORDS = frozenset(
    [
        "who",
        "whom",
        "what",
        "when",
        "where",
        "which",
        "why",
        "how",
        "to",
        "do",
        "does",
        "did",
        "i",
        "my",
        "me",
        "you",
        "your",
        "not",
        "no",
        "can",
        "could",
        "should",
        "must",
        "for",
        "about",
        "after",
        "before",
        "any",
        "all",
        "some",
        "someone",
        "somebody",
        "something",
        "need",
        "want",
        "get",
        "got",
        "just",
        "please",
        "more",
        "out",
        "up",
        "over",
        "another",
        "other",
        "others",
        "else",
        "still",
        "own",
        "only",
        "today",
        "tonight",
        "tomorrow",
        "yesterday",
        "here",
        "back",
        "off",
        "down",
        "through",
        "during",
        "between",
        "because",
        "while",
        "very",
        "too",
        "much",
        "many",
        "most",
        "each",
        "every",
        "both",
        "few",
        "same",
        "again",
        "ever",
        "never",
        "always",
        "yet",
        "already",
        "going",
        "gone",
        "go",
        "goes",
        "went",
        "come",
        "comes",
        "came",
        "coming",
        "make",
        "makes",
        "made",
        "let",
        "lets",
        "put",
        "thing",
        "things",
        "way",
        "ways",
        "like",
        "really",
        "use",
        "used",
        "using",
        "someones",
        "anyone",
        "anybody",
        "everyone",
        "everybody",
        "anything",
        "everything",
        "know",
        "knows",
        "knew",
        "think",
        "thinks",
        "ask",
        "asks",
        "asked",
        "happen",
        "happens",
        "happened",
        "happening",
        "best",
        "good",
        "better",
        "help",
        "helps",
        "helping",
        "near",
        "without",
        "around",
        "since",
        "until",
        "soon",
        "dont",
        "doesnt",
        "didnt",
        "cant",
        "couldnt",
        "wont",
        "wouldnt",
        "shouldnt",
        "isnt",
        "arent",
        "wasnt",
        "werent",
        "hasnt",
        "havent",
        "im",
        "ive",
        "id",
        "ill",
        "hes",
        "shes",
        "theyre",
        "theyve",
        "youre",
        "weve",
        "whats",
        "whos",
        "wheres",
        "hows",
        "thats",
        "theres",
    ]
)

# The same for Welsh, which readers in Wales type: on a site in Welsh, too, they say nothing of what is looked for.
WEAK_WELSH_WORDS = frozenset(
    _words(
        """
    y yr yn yng ym mewn ar at o i gan gyda a ac neu ond fod bod mae maen oes sydd sy yw ydy ydw rydw rwy rwyn dw
    dwi fi ti ef e hi ni chi nhw fy dy ei eu ein eich hwn hon hyn hwnnw honno hynny pwy beth pa sut pryd ble pam
    faint a'r wedi cael gael wneud gwneud ddylwn dylwn dylen ddylai dylai allaf alla gallaf oedd roedd bydd fydd
    ddim dim nid nad os pan am wrth rhwng heb dros drwy dan tan cyn ol ers fel mor iawn hefyd eto yma yno pob
    rhai unrhyw rhyw ohona ohono ohoni ohonyn iddo iddi iddyn imi ataf ata amdana amdano amdani roi rhoi mynd
    dod eisiau angen
    """
    )
)
# Verbs and small nouns of talk: in a whole sentence they say nothing of what is looked for, alone they may.
CONVERSATION = frozenset(
    _words(
        """
    say tell give take see keep find leave bring hear look looks looking run runs running start starts started
    work works working turn turns show shows seem seems try tries trying become feel feels feeling talk talks
    talking speak happen let mean means believe want wants wanted like likes liked stay stays sit sits sat stand
    wait waits waiting spend spends visit visits come home house room bed day days night nights week weeks month
    months year years time times morning evening afternoon weekend last next first new old little big small lot
    bit one two three four five six man woman people person name place stuff anything whether kind sort question
    answer able allowed supposed right wrong okay
    """
    )
)
# A sentence that begins with one of these asks; one that does not may tell what happened.
QUESTION_WORDS = tuple(
    _words(
        """
    who whom what when where which why how can could should must do does did is are will may beth sut pwy pryd
    ble pam oes
    """
    )
)

# Words beside numbers: a number after one of the first is a name, one before the second counts time, and one beside the
# third is an age.
NUMBER_WORDS = {
    "names": "section sections part article annex act schedule clause stage tier chapter ks table adran",
    "units": "day days hour hours week weeks minute minutes percent",
    "ages": "year years yr yrs yo old olds aged age under over oed mlwydd",
}

# Words that the stemmer would not bring together, or would throw together with others: each with its base.
BASES: dict[str, str] = {
    word: line.split()[0]
    for line in """
    who whom
    heads head
    heading headings
    boards board
    chairs chair
    pastors pastor
    managers manager
    mentors mentor
    ministers minister
    officers officer
    nurses nurse
    governing
    personal personally
    publications publication
    practical practically
    abuser abusers
    child children childrens kid kids
    young youth youths youngster youngsters
    tell tells telling told teller
    speak speaks speaking spoke spoken speech
    say says saying said
    teach teaching taught teaches teacher teachers
    disclose discloses disclosed disclosing disclosure disclosures
    refer refers referred referring referral referrals
    therapy therapies therapist therapists therapeutic
    survive survives survived surviving survivor survivors
    supervise supervises supervised supervising supervision supervisor supervisors supervisory
    film films filmed filming movie movies
    man men
    woman women
    person persons people peoples
    foot feet
    mum mums mummy mother mothers maternal
    dad dads daddy father fathers paternal
    brother brothers
    sister sisters
    behaviour behaviours behavioural behavior behaviors behavioral
    counsel counselling counsellor counsellors counseling counselor counselors
    paedophile paedophiles paedophilia pedophile pedophiles pedophilia
    programme programmes program programs
    organisation organisations organisational organization organizations organizational
    organise organises organised organising organize organized organizing organiser
    organ organs
    authority authorities
    author authors
    community communities
    communicate communicates communicated communicating communication communications
    commune communes
    designated
    designate design designs designed designing designer
    department departments departmental
    depart departs departed
    several
    severe severely severity
    emergency emergencies
    emerging emerge emerges emerged
    experience experiences experienced experiencing
    experiment experiments experimental
    general generally
    generate generation generations
    university universities
    universal
    news
    new newer newest newly
    police policing
    policy policies
    direct directed directs directly
    directory directories
    direction directions
    director directors
    confide confides confided confiding
    confident confidence
    confidential confidentiality confidentially
    state states
    statement statements
    statutory statute statutes
    sex sexes
    sexual sexually sexualised sexualized
    sexuality sexualities
    sext sexts sexting sexted
    image images imagery
    imagine imagination
    party parties
    part parts
    partner partners partnership partnerships
    relationship relationships
    relative relatives
    relate related relates relating relation relations
    care cares caring cared
    carer carers
    careful carefully
    hospital hospitals
    hospitality
    number numbers
    race races racial racism racist
    ethnic ethnicity
    vulnerable vulnerability vulnerabilities
    suicide suicidal suicides
    know knows knowing known knew knowledge
    think thinks thinking thought thoughts
    hear hears hearing heard
    find finds finding found findings
    leave leaves leaving left
    give gives giving gave given
    take takes taking took taken
    see sees seeing saw seen
    bring brings bringing brought
    lose loses losing lost loss
    understand understands understanding understood
    keep keeps keeping kept
    meet meets meeting meetings met
    leader leaders leadership
    lead leads leading led
    safe safely safer safety
    safeguard safeguards safeguarding safeguarded
    protect protects protected protecting protection protective
    autism autistic
    disability disabilities disabled
    deaf deafness
    sibling siblings
    nudity nude nudes naked
    """.splitlines()
    for word in line.split()
}
