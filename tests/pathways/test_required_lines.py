"""What every pathway must say, and what single ones must say besides, on its page and on its sheet.

The lines come from the content brief: change one here only together with a safeguarding practitioner.
"""

import html
import re

import pytest

from .conftest import IDS

EVERY = {
    "act today": r"\bAct today\b",
    "safety before procedure": r"safety comes (first, )?before procedure",
    "999 in immediate danger": r"Immediate danger\b.{0,12}ring 999",
    "tell the safeguarding lead": r"tell your designated safeguarding lead",
    "or the front door": r"your safeguarding partnership's front door",
    "anyone may refer": r"Anyone may refer",
    "the child's own words": r"(the|each) child's own words",
    "time, place, who was there": r"own words\b.{0,40}? the time, the place and who was there",
    "no waiting for proof": r"do not wait for proof",
    "what happens next": r"What happens next \S",
    "look after yourself": r"Look after yourself \S",
    "own to this toolkit": r"These steps are this toolkit's own",
    "local procedures stand": r"do not replace local procedures",
    "England's duty is to be checked": (
        r"Check the law: The Crime and Policing Act 2026.{0,80}\. Find out whether it is in force"
    ),
    "Wales has its own duty": r"Wales has its own duty to report",
    "no guilt before a finding": r"(guilty before a finding|Nothing has been proved yet|not a finding)",
    "not yet reviewed": r"Not yet reviewed by a safeguarding practitioner",
}
TELLING = {
    "listen": r"\blisten\b",
    "stay calm": r"stay calm",
    "believe": r"believe (them|a child)",
    "no promise of secrecy": r"do not promise secrecy",
    "no leading questions": r"do not ask (the child )?leading questions",
    "thank them": r"thank them",
    "not their fault": r"not their fault",
    "say what you will do": r"what you will do",
}
PARENTS = {
    "parents not first": r"contact parents first where that could add risk(\.|:) (ask|parents are told as) children's"
}
PERSON = {"do not tell the person": r"do not (question, warn or )?tell the person about whom there is a concern"}
REPEATED = {"no repeated accounts": r"(repeat their account|to repeat their account)"}
PHYSICAL = {"evidence without delay of care": r"preserve what could be evidence, without delaying care"}
GOES_HOME = {"before the child goes home": r"before (the child goes|they go) home"}
HOME = GOES_HOME | {
    "who collects, and the time": r"say who is collecting\b.{0,30} by what time you need an answer",
    "no power to keep a child": r"you have no power to keep a child",
}
CRISIS = {
    "Samaritans' number": r"Samaritans,?( are on)? 116 123",
    "Shout's number": r"text SHOUT to 85258",
}
SINGLE = {
    "child-tells-you": TELLING
    | PARENTS
    | PERSON
    | REPEATED
    | PHYSICAL
    | HOME
    | {
        "Childline": r"Childline, 0800 1111",
        "the front door before home": r"Before the child goes home Ring the front door",
        "999 if handing over is unsafe": r"if handing over is unsafe, ring 999",
    },
    "worry-without-clear-sign": PARENTS
    | PERSON
    | PHYSICAL
    | HOME
    | {"no leading questions": TELLING["no leading questions"]},
    "images": TELLING
    | PARENTS
    | PERSON
    | {
        "do not handle images": r"do not look for, view, copy, forward, print, save or delete an image",
        "do not ask to show or delete": r"do not ask the child to show or delete it",
        "leave the device": r"keep the device as it is",
        "Report Remove": r"Report Remove, from Childline and the Internet Watch Foundation",
        "for the child's own image": r"the child's own image",
        "CEOP": r"\bCEOP\b",
        "police": r"Ring the police",
        "say so and stop": r"already seen an image, say so .{0,60}and stop",
        "under 18": r"covers everyone under 18, whoever made the image",
        "no payment": r"do not pay",
        "nothing more sent": r"do not send more",
        "contact stopped and blocked": r"stop contact and block",
        "nothing deleted": r"delete nothing",
        "a pressed child may block at once": r"who is being pressed may stop replying and block at once",
        "what adults leave alone": r"adults do not reply, pay, delete anything",
        "the evidence kept": r"messages, usernames and payment details are evidence",
        "999 for a life": r"999 if a life may be at risk, and to CEOP",
        "tonight": r"stay with the child tonight",
        "an adult or coercion": r"an adult is involved, or there is coercion, blackmail, grooming or doubt about capac",
        "acts, age, immediate risk": r"violent or unusual for the age, any child is under 13, or someone is at risk",
        "consent under 13": r"a child under 13 can never consent in law",
        "whose advice, and when": r"UKCIS, England, March 2024",
        "Wales has its own": r"Wales has its own guidance, on Hwb",
        "who decides on deletion": r"only your lead decides when images are deleted.{0,60}records who, when and why",
    }
    | CRISIS,
    "harmful-sexual-behaviour": TELLING
    | GOES_HOME
    | PARENTS
    | PHYSICAL
    | REPEATED
    | {
        "both are children": r"both are children",
        "keep them apart safely": r"keep them apart safely",
        "do not label": r"do not label either child",
        "each has a plan": r"each child has a plan",
        "parents as advised": r"parents are told as children's social care advises",
        "whose four routes": r"four routes .{0,40}Keeping children safe in education, part five",
        "manage here": r"manage it in the setting",
        "early or family help": r"ask for early or family help",
        "social care": r"refer to children's social care",
        "the police always, with social care": r"social care too Rape, assault by penetration and sexual assault "
        r"always go to the police, whatever the age",
        "consent under 13": r"a child under 13 can never consent in law",
    },
    "allegation-about-staff": TELLING
    | GOES_HOME
    | PARENTS
    | PHYSICAL
    | REPEATED
    | {
        "the head": r"tell the headteacher",
        "the chair if it is about the head": r"The headteacher\b.{0,40}step 6.{0,800}tell the chair",
        "within one working day": r"within one working day",
        "the LADO in England": r"LADO \(England\)",
        "the local authority in Wales": r"local authority \(Wales\)",
        "no investigating": r"do not investigate, interview anyone or alert the person",
        "suspension": r"suspension is not automatic, and it is not your decision",
        "position of trust": r"position of trust, in sport and religion too, the age of consent is 18",
    },
    "parent-under-investigation": TELLING
    | PARENTS
    | PERSON
    | HOME
    | CRISIS
    | {
        "no conditions at all": r"release under investigation and a voluntary interview carry none",
        "which it is, in writing": r"ask the officer in writing which it is",
        "tonight": r"ask social care what holds tonight",
        "Stop It Now's number": r"Stop It Now, 0808 1000 900",
        "the child first": r"the child's safety comes first",
        "shock": r"the family is in shock",
        "suicide": r"the risk of suicide is real",
        "who supports them": r"ask who (supports|is with) each",
        "no blame": r"no blame, of the child or of the other parent",
        "social care leads a plan": r"only children's social care, with the police, leads a family safety plan",
        "conditions first": r"begins with the conditions under which a plan is not recommended, and with bail",
    },
    "after-the-referral": PARENTS
    | GOES_HOME
    | PERSON
    | PHYSICAL
    | REPEATED
    | {
        "strategy discussion": r"Local procedures say how soon",
        "section 47": r"section 47 enquiry",
        "conference": r"within 15 working days of the strategy discussion",
        "plan or register": r"child protection plan \(England\).{0,60}child protection register \(Wales\)",
        "therapy does not wait": r"therapy does not wait for a criminal case",
        "to refer": r"to refer, a concern is enough",
        "to enquire": r"an enquiry needs reasonable cause to suspect significant harm",
        "to order": r"emergency order \(section 44\) reasonable cause to believe",
        "police protection": r"the police can protect a child at once",
        "to find and to convict": r"court finds facts on the balance of probabilities\. A criminal court must be sure",
        "escalation": r"escalation policy",
    },
    "exploitation-or-missing": TELLING
    | PARENTS
    | PERSON
    | REPEATED
    | PHYSICAL
    | HOME
    | {
        "each time": r"report a missing child, each time",
        "no waiting for a return": r"do not wait to see whether the child comes back",
        "first responders": r"National Referral Mechanism.{0,120}the council and the police are first responders",
        "consent not needed": r"a child's consent is not needed",
        "no blame": r"it is never the child's fault",
        "words without blame": r"do not write that a child chose it",
        "who else": r"ask who else is at risk",
    },
    "adult-tells-of-childhood": TELLING
    | PARENTS
    | PERSON
    | REPEATED
    | PHYSICAL
    | CRISIS
    | {
        "their choice and pace": r"it is their choice how much to say, and their pace",
        "before names": r"say it before they tell you names",
        "a child at risk is referred": r"if a child may be at risk now, you must pass that on",
        "a specialist line": r"NAPAC, for adults who were abused as children, is on 0808 801 0331",
        "Rape Crisis": r"Rape Crisis England and Wales is on 0808 500 2222",
        "the NHS": r"NHS 111, option 2 for mental health",
        "therapy": r"therapy need not wait for the police or a court",
    },
    "harmed-or-fears-harming": PARENTS
    | GOES_HOME
    | PHYSICAL
    | CRISIS
    | {
        "any child first": r"any child's safety comes first",
        "no secrecy": r"never promise secrecy",
        "refer": r"refer if any child may be at risk",
        "Stop It Now": r"Stop It Now, 0808 1000 900",
        "suicide": r"the risk of suicide is real",
        "tonight": r"ask who is with them tonight",
        "the NHS": r"NHS 111, option 2 for mental health",
    },
    "child-without-words": TELLING
    | PARENTS
    | PERSON
    | REPEATED
    | PHYSICAL
    | HOME
    | {
        "no waiting for telling": r"never wait for telling",
        "body map": r"only staff trained in it use a body map",
        "the same day": r"get medical advice the same day",
        "no closing window": r"whenever it was. There is benefit at any time",
        "who has care": r"who has had care of the child\?",
        "not explained away": r"do not explain a sign away because the child is disabled",
    },
}
NEVER = {
    "guilt": r"\b(perpetrator|abuser|offender|paedophile)s?\b",
    "CSA": r"\bCSA\b(?! Centre)",
    "disclosing": r"\bdisclos(e|es|ed|ing|ure|ures)\b",
    "15 days without working": r"\b15 days\b",
    "a closing window for examination": r"\b(24 to )?72 hours\b",
    "the opposite of the national advice": r"(blocks or deletes|before (anyone|they) (repl(y|ies)|blocks?))",
    "a test that is too high": r"(social care|social work|It) works on the balance",
    "peer-on-peer": r"peer-on-peer",
}


def words_of(site, address):
    """The words of a built page's own part, without tags, with single spaces."""
    text = (site / address / "index.html").read_text("utf-8")
    article = text[text.index("<article") : text.index("</article>")]
    article = re.sub(r"<svg.*?</svg>", " ", article, flags=re.DOTALL)
    plain = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", article)).split())
    return re.sub(r" (?=[.,:;])", "", plain)


@pytest.mark.parametrize("face", ["", "print/"], ids=["page", "sheet"])
@pytest.mark.parametrize("id", IDS)
def test_each_face_of_a_pathway_says_all_that_it_must(site, id, face):
    text = words_of(site, f"pathways/{id}/{face}")
    missing = {name for name, line in (EVERY | SINGLE[id]).items() if not re.search(line, text, re.IGNORECASE)}
    assert set() == missing


@pytest.mark.parametrize("face", ["", "print/"], ids=["page", "sheet"])
@pytest.mark.parametrize("id", IDS)
def test_no_pathway_uses_a_word_that_presumes_or_misleads(site, id, face):
    text = words_of(site, f"pathways/{id}/{face}")
    assert {} == {name: found[0] for name, line in NEVER.items() if (found := re.search(line, text, re.IGNORECASE))}


def test_the_pathways_keep_their_addresses():
    assert set(IDS) == {
        "adult-tells-of-childhood",
        "child-without-words",
        "exploitation-or-missing",
        "harmed-or-fears-harming",
        "worry-without-clear-sign",
        "child-tells-you",
        "images",
        "harmful-sexual-behaviour",
        "allegation-about-staff",
        "parent-under-investigation",
        "after-the-referral",
    }


def test_the_index_leads_to_every_pathway_and_keeps_what_is_for_all(site):
    text = words_of(site, "what-to-do")
    source = (site / "what-to-do/index.html").read_text("utf-8")
    assert [] == [id for id in IDS if f'href="../pathways/{id}/"' not in source]
    lines = [
        "act today",
        "anyone may refer",
        "no waiting for proof",
        "time, place, who was there",
        "local procedures stand",
    ]
    lines += ["England's duty is to be checked", "Wales has its own duty", "safety before procedure"]
    assert [] == [name for name in lines if not re.search(EVERY[name], text, re.IGNORECASE)]
    assert re.search(r"Preserve what could be evidence, but never delay care", text)
    assert re.search(r"There is benefit at any time", text)
