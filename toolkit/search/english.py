"""English as the search knows it: words to ignore, words that belong together, and stems that would mislead."""

from __future__ import annotations

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

# Words that the stemmer would not bring together, or would throw together with others: each with its base.
BASES: dict[str, str] = {
    word: line.split()[0]
    for line in """
    who whom
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

# Everyday words for what the catalogue calls something else; each line is one synonym set, both ways.
EVERYDAY: tuple[tuple[str, ...], ...] = (
    ("helpline", "hotline", "phone line", "telephone number", "phone number", "number to ring", "number to call"),
    ("ring", "call", "phone", "telephone"),
    ("phone", "mobile", "device", "smartphone", "tablet", "laptop", "computer"),
    ("video", "film", "clip", "animation", "dvd"),
    ("training", "course", "e-learning", "elearning", "webinar", "cpd", "inset"),
    ("template", "form", "proforma", "blank form"),
    ("lesson", "lesson plan", "teaching resource", "classroom activity", "assembly", "worksheet"),
    ("book", "picture book", "story book"),
    ("leaflet", "booklet", "factsheet", "fact sheet", "brochure", "flyer", "handout"),
    ("poster", "display", "notice board", "noticeboard"),
    ("flowchart", "flow chart", "diagram", "process map"),
    ("website", "web site", "web page"),
    ("free", "no cost", "free of charge"),
    ("parents", "carers", "mum", "dad", "guardians", "grandparents"),
    ("stepfather", "step dad", "stepdad", "mum's boyfriend", "mum's partner", "mother's partner"),
    ("husband", "wife", "partner", "boyfriend", "girlfriend"),
    ("primary", "primary school", "junior school", "infant school", "ks1", "ks2", "key stage 1", "key stage 2"),
    ("secondary", "secondary school", "high school", "ks3", "ks4", "key stage 3", "key stage 4", "sixth form"),
    ("early years", "nursery", "preschool", "pre-school", "childminder", "eyfs", "toddler", "reception class"),
    ("school", "academy", "college"),
    ("pupil", "student", "learner", "schoolchild"),
    ("head", "headteacher", "head teacher", "principal", "head of school"),
    ("policy template", "model policy"),
    ("audit", "self assessment", "self-assessment"),
    ("suicide", "self-harm", "self harm", "self injury"),
    ("whatsapp", "snapchat", "instagram", "tiktok", "facebook", "telegram", "social media"),
    ("online game", "gaming", "roblox", "fortnite", "minecraft", "discord", "xbox", "playstation"),
    ("live streaming", "livestream", "live stream", "webcam", "omegle", "video chat"),
    ("ai", "artificial intelligence", "deepfake", "deepfakes", "ai generated", "nudify"),
    ("picture", "photo", "photograph", "pic", "image", "selfie", "screenshot"),
    ("pornography", "porn", "adult content", "explicit content"),
    ("fgm", "female genital mutilation"),
    ("honour", "honour based abuse", "izzat", "shame"),
    ("religion", "faith", "church", "mosque", "muslim", "christian", "jewish"),
    ("interpreter", "translator", "english as an additional language", "eal"),
    ("autism", "asd", "asc", "neurodivergent", "neurodiverse", "adhd"),
    ("disability", "special needs", "learning disability", "learning difficulty", "special school"),
    ("sexually transmitted infection", "sti", "std", "chlamydia", "gonorrhoea"),
    ("pregnancy", "pregnant", "teenage pregnancy"),
    ("private parts", "genitals", "genital", "penis", "vagina", "bottom"),
    ("touching", "groping", "groped", "fondling", "touched"),
    ("masturbation", "masturbating", "touching themselves"),
    ("sexualised behaviour", "sexual behaviour"),
    ("exploitation", "county lines", "criminal exploitation", "cce", "gangs"),
    ("gift", "present", "money", "vape", "alcohol", "drugs"),
    ("allegation", "accused", "accusation", "accuse"),
    ("suspend", "suspended", "suspension"),
    ("arrest", "arrested", "raid", "raided", "search warrant"),
    ("court", "trial", "crown court", "prosecution", "cps"),
    ("evidence", "proof", "forensic"),
    ("offender", "perpetrator", "abuser", "predator", "sex offender", "molester"),
    ("worried", "concerned", "worry", "concern"),
    ("worry without a clear sign", "gut feeling", "hunch", "instinct", "suspicion", "suspect abuse", "not sure"),
    ("job", "role"),
    ("responsibility", "duty", "role"),
    ("sex", "sexual"),
    ("child on child", "peer on peer", "pupil on pupil", "learner on learner"),
    ("colleague", "staff member", "member of staff", "co-worker", "teaching assistant"),
    ("lgbt", "lgbtq", "gay", "lesbian", "trans", "bisexual"),
    ("burned out", "burnout", "stressed", "stress", "self-care", "looking after yourself", "wellbeing"),
    ("mental health", "depression", "anxiety", "camhs"),
    ("online", "internet", "digital"),
    ("statistics", "figures", "stats", "numbers", "percentage", "how many", "how common", "prevalence"),
    ("counselling", "therapy", "psychologist", "talking therapy"),
    ("rape", "raped", "sexual assault", "sexually assaulted"),
    ("take down", "remove", "delete", "report remove"),
    ("telling", "disclosed", "disclosure", "opened up", "told someone"),
    ("taking back what was said", "retracted", "retraction", "changed her story", "withdrew the allegation"),
    ("false allegation", "made it up", "lying", "malicious allegation"),
    ("adult survivor", "abused as a child", "raped as a child", "abused in childhood", "abuse in childhood"),
    ("local", "near me", "in my area", "nearby"),
)
