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
    "time, place, who was there": r"own words,? (with )?the time, the place and who was there",
    "no waiting for proof": r"do not wait for proof",
    "what happens next": r"What happens next \S",
    "look after yourself": r"Look after yourself \S",
    "own to this toolkit": r"These steps are this toolkit's own",
    "local procedures stand": r"do not replace local procedures",
    "England's duty is to be checked": r"Crime and Policing Bill\)\. Find out whether it is in force",
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
SINGLE = {
    "child-tells-you": TELLING | PARENTS | PERSON | REPEATED | PHYSICAL | {"Childline": r"Childline, 0800 1111"},
    "worry-without-clear-sign": PARENTS | PERSON | PHYSICAL | {"no leading questions": TELLING["no leading questions"]},
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
        "under 18": r"covers everyone under 18",
    },
    "harmful-sexual-behaviour": TELLING
    | PARENTS
    | PHYSICAL
    | REPEATED
    | {
        "both are children": r"both are children",
        "keep them apart safely": r"keep them apart safely",
        "do not label": r"do not label either child",
        "each has a plan": r"each child has a plan",
        "parents as advised": r"parents are told as children's social care advises",
    },
    "allegation-about-staff": TELLING
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
    },
    "parent-under-investigation": TELLING
    | PARENTS
    | PERSON
    | {
        "the child first": r"the child's safety comes first",
        "shock": r"the family is in shock",
        "suicide": r"the risk of suicide is real",
        "who supports them": r"ask who (supports|is with) each",
        "no blame": r"no blame, of the child or of the other parent",
        "social care leads a plan": r"only children's social care, with the police, leads a family safety plan",
        "conditions first": r"begins with the conditions under which a plan is not recommended, and with bail",
    },
    "after-the-referral": PARENTS
    | PERSON
    | PHYSICAL
    | REPEATED
    | {
        "strategy discussion": r"Local procedures say how soon",
        "section 47": r"section 47 enquiry",
        "conference": r"within 15 working days of the strategy discussion",
        "plan or register": r"child protection plan \(England\).{0,60}child protection register \(Wales\)",
        "therapy does not wait": r"therapy does not wait for a criminal case",
        "balance of probabilities": r"balance of probabilities",
        "escalation": r"escalation policy",
    },
}
NEVER = {
    "guilt": r"\b(perpetrator|abuser|offender|paedophile)s?\b",
    "CSA": r"\bCSA\b(?! Centre)",
    "disclosing": r"\bdisclos(e|es|ed|ing|ure|ures)\b",
    "15 days without working": r"\b15 days\b",
    "a closing window for examination": r"\b(24 to )?72 hours\b",
    "peer-on-peer": r"peer-on-peer",
}


def words_of(site, address):
    """The words of a built page's own part, without tags, with single spaces."""
    text = (site / address / "index.html").read_text("utf-8")
    article = text[text.index("<article") : text.index("</article>")]
    article = re.sub(r"<svg.*?</svg>", " ", article, flags=re.S)
    plain = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", article)).split())
    return re.sub(r" (?=[.,:;])", "", plain)


@pytest.mark.parametrize("face", ["", "print/"], ids=["page", "sheet"])
@pytest.mark.parametrize("id", IDS)
def test_each_face_of_a_pathway_says_all_that_it_must(site, id, face):
    text = words_of(site, f"pathways/{id}/{face}")
    missing = {name for name, line in (EVERY | SINGLE[id]).items() if not re.search(line, text, re.I)}
    assert set() == missing


@pytest.mark.parametrize("face", ["", "print/"], ids=["page", "sheet"])
@pytest.mark.parametrize("id", IDS)
def test_no_pathway_uses_a_word_that_presumes_or_misleads(site, id, face):
    text = words_of(site, f"pathways/{id}/{face}")
    assert {} == {name: found[0] for name, line in NEVER.items() if (found := re.search(line, text, re.I))}


def test_the_seven_pathways_keep_their_addresses():
    assert set(IDS) == {
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
    assert [] == [name for name in lines if not re.search(EVERY[name], text, re.I)]
    assert re.search(r"Preserve what could be evidence, but never delay care", text)
    assert re.search(r"There is benefit at any time", text)
