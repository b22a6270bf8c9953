"""`<!-- cse:noticed -->`: the form "I have noticed something", and every piece of advice that it can give.

The build asks the core about every combination of answers and puts what it said into a table; the page only looks it
up. With scripts off the same advice stands below the form, each line with the answer that it is for.
"""

from __future__ import annotations

from cse_core.notice import (
    AdviceLine,
    Noticed,
    NoticedSign,
    Reply,
    Role,
    Statement,
    Urgency,
    UrgentQuestion,
    advise_on,
    combinations,
    load_noticed,
)

from .call import call, dialled
from .cites import cite_links
from .fields import field_id, question, section, text_area, text_field
from .markup import Html, Part, element, join
from .noticed_note import note
from .noticed_words import SIGN_WORDS, WHEN
from .place import address

# Asked first, because the answer may be a call this minute.
FIRST = ("in_danger", "missing")
FIND_HINT = "Type a word, such as “phone”, “tired” or “taxi”. Every sign is listed below, too."
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def noticed() -> Html:
    """The form and the advice, from the data of the core."""
    found = load_noticed()
    return element(
        "div",
        _scripts_off(),
        element(
            "form",
            _urgent(found),
            _who(found),
            _signs(found),
            _hurry(),
            _more(found),
            _own_words(),
            element(
                "div",
                element("button", "Show what to do", cls="button", type="button", data_do="show"),
                cls="button-group needs-script",
                hidden=True,
            ),
            id="noticed-form",
            # Enter sends nothing, with scripts or without.
            method="dialog",
            autocomplete="off",
        ),
        _result(found),
        cls="noticed",
        data_noticed=True,
        data_table=",".join(answer_table(found)),
        data_questions=" ".join(each.id for each in found.questions),
        data_replies=" ".join(reply.value for reply in Reply),
    )


def answer_table(found: Noticed) -> list[str]:
    """The advice for every combination of answers, in the order of `combinations`.

    Each is a number in base 36 whose bits, from the lowest, say which lines stand.
    """
    at = {line.id: 1 << number for number, line in enumerate(found.lines)}
    return [_base_36(sum(at[id_] for id_ in advise_on(found, *given).ids)) for given in combinations(found)]


def _base_36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return digits or "0"


def _scripts_off() -> Html:
    words = (
        "Scripts are off, so the page cannot pick the advice for you. All of it stands below the signs. "
        "You can tick, write and print. Do not wait: call."
    )
    return element("noscript", element("div", element("p", words), cls="warning"))


def _urgent(found: Noticed) -> Html:
    asked = [_question(found, each) for each in found.questions if each.id in FIRST]
    return section("urgent", "Is it urgent?", *asked)


def _hurry() -> Html:
    """The advice in the middle of the form already: nobody has to read on to the end."""
    return element(
        "div",
        element("p", "In a hurry? You can leave out the rest, and come back to it."),
        element("button", "Show what to do now", cls="button", type="button", data_do="show"),
        cls="noticed__hurry needs-script",
        hidden=True,
    )


def _more(found: Noticed) -> Html:
    asked = [_question(found, each) for each in found.questions if each.id not in FIRST]
    intro = element("p", "Each answer can only add to the advice. Leave out what you do not know.")
    return section("more", "Four more questions", intro, *asked)


def _question(found: Noticed, asked: UrgentQuestion) -> Html:
    now = [line for line in found.lines if line.when is Urgency.NOW and _is_for(line, asked.id, Reply.YES)]
    # Shown by the style as soon as "yes" is chosen: no script and no button stands before an urgent call.
    at_once = f"{field_id(asked.id)}-at-once"
    urgent = element("p", element("strong", dialled(now[0].text)), cls="noticed__at-once", id=at_once) if now else None
    choices = [
        _choice(f"replies.{asked.id}", reply, asked.words[reply], at_once if urgent and reply is Reply.YES else None)
        for reply in (Reply.YES, Reply.NO, Reply.NOT_SURE)
    ]
    return question(
        f"replies.{asked.id}",
        asked.ask,
        element("div", choices, cls="options"),
        urgent,
        hint=asked.hint,
        cls="noticed__asked",
    )


def _choice(name: str, reply: Reply, words: str, described_by: str | None) -> Html:
    """One answer; `described_by` is what is read out with it."""
    id_ = f"{field_id(name)}-{field_id(reply.value)}"
    control = element(
        "input",
        type="radio",
        id=id_,
        name=name,
        value=reply.value,
        autocomplete="off",
        aria_describedby=described_by,
    )
    return element("label", control, element("span", words), cls="choice", for_=id_)


def _is_for(line: AdviceLine, asked: str, reply: Reply) -> bool:
    return any(reply in clause.replies.get(asked, ()) for clause in line.clauses)


def _who(found: Noticed) -> Html:
    # A role's page links to its option, which the page then chooses.
    options = [element("option", who.title, value=who.id, id=f"who-{who.id}") for who in reversed(found.roles.values())]
    choose = element("select", options, id="who", name="who", cls="input", autocomplete="off")
    hint = "It decides whom you are told to call first."
    return section(
        "you",
        "Who are you?",
        element(
            "div",
            element("label", "I am a", cls="field__label", for_="who"),
            element("p", hint, cls="hint", id="who-hint"),
            choose,
            cls="field",
        ),
    )


def _signs(found: Noticed) -> Html:
    find = element(
        "div",
        element("label", "Find a sign", cls="field__label", for_="find-sign"),
        element(
            "p",
            FIND_HINT,
            cls="hint",
            id="find-sign-hint",
        ),
        element(
            "input",
            id="find-sign",
            type="search",
            cls="input",
            autocomplete="off",
            autocapitalize="none",
            aria_describedby="find-sign-hint",
        ),
        element("p", id="found-signs", role="status", cls="hint"),
        cls="field needs-script",
        hidden=True,
    )
    groups = [
        element(
            "details",
            element(
                "summary", element("span", each.title), " ", element("span", cls="noticed__count", data_count=True)
            ),
            element("p", each.intro, cls="hint") if each.intro else None,
            [_sign(sign) for sign in found.signs.values() if sign.section == each.id],
            cls="noticed__group",
            # Without scripts every sign can be read, on the screen and on paper; the page folds them when it starts.
            open=True,
            id=f"signs-{each.id}",
            data_on_paper="",
        )
        for each in found.sections
    ]
    intro = element("p", f"Tick what you have seen or heard. One is enough. {found.always}")
    return section("signs", "What have you noticed?", intro, find, groups)


def _sign(sign: NoticedSign) -> Html:
    id_ = f"sign-{sign.id}"
    box = element(
        "input",
        type="checkbox",
        id=id_,
        name="signs",
        value=sign.id,
        autocomplete="off",
        data_urgency=sign.urgency.word,
        aria_describedby=f"{id_}-note" if sign.note else None,
    )
    when = text_field(f"when.{sign.id}", "When? What did you see or hear?", maxlength=500)
    return element(
        "div",
        element("label", box, element("span", sign.plain), cls="choice", for_=id_),
        element("p", sign.note, cls="hint noticed__note", id=f"{id_}-note") if sign.note else None,
        element("div", when, cls="noticed__when"),
        cls="noticed__sign",
        data_sign=" ".join((sign.plain, *sign.also)).lower(),
    )


def _own_words() -> Html:
    return section(
        "words",
        "In your own words",
        element(
            "p", "You can leave this out. It goes into your note and nowhere else. Do not write the child’s name here."
        ),
        text_area("saw", "What did you see or hear? When, and where?", rows=5),
        text_area("said", "What did the child say?", hint="Their own words, as they said them.", rows=3),
        text_area("done", "Whom have you told, and when?", rows=2),
    )


def _result(found: Noticed) -> Html:
    lists = [
        element(
            "div",
            element("h3", words, id=f"advice-{when.word}"),
            element(
                "ol",
                [_line(found, line, number) for number, line in enumerate(found.lines) if line.when is when],
                aria_labelledby=f"advice-{when.word}",
            ),
            cls=f"advice advice--{when.word}",
        )
        for when, words in WHEN.items()
    ]
    return element(
        "section",
        element("h2", "What to do", id="advice-title", tabindex=-1),
        element("p", element("strong", found.always)),
        _for_whom(found),
        lists,
        element("p", dialled(found.changes)),
        element(
            "div",
            element("button", "Go to my note", type="button", cls="button button--secondary", data_do="note"),
            cls="button-group needs-script",
            hidden=True,
        ),
        call(),
        element("h3", "What not to do"),
        element("ul", _statements(found.avoid, "li")),
        element("h3", "What to write down"),
        element("ul", _statements(found.write, "li")),
        element("h3", "Why this matters"),
        _statements(found.why, "p"),
        element("h3", "Who will want to know"),
        element("ul", _statements(found.known_to, "li")),
        _read_on(found),
        note(),
        id="advice",
        cls="noticed__result",
        aria_labelledby="advice-title",
    )


def _for_whom(found: Noticed) -> Html:
    """Whose advice this is. Somebody who overlooked the list to choose from can tell."""
    who = [element("span", each.title, data_role=each.id) for each in found.roles.values()]
    return element(
        "p", "This is for: ", who, ". Not you? Change it under “Who are you?”", cls="needs-script", hidden=True
    )


def _read_on(found: Noticed) -> Html:
    links = [
        element("li", element("a", who.page_title, href=address(f"noticed/{who.id}.md")), data_role=who.id)
        for who in found.roles.values()
    ]
    return join(element("h3", "Read on"), element("ul", links, cls="noticed__roles"))


def _line(found: Noticed, line: AdviceLine, number: int) -> Html:
    return element(
        "li",
        _if(found, line),
        _text(found, line),
        " ",
        element("span", line.why, " ", cls="aside") if line.why else None,
        element("span", "(", cite_links(line.cites, new_tab=True), ")", cls="cites") if line.cites else None,
        data_line=line.id,
        data_bit=number,
    )


def _if(found: Noticed, line: AdviceLine) -> Html | None:
    """When the line is for, in words; for a page that cannot pick."""
    if not line.clauses:
        return None
    asked = {each.id: each for each in found.questions}
    words = []
    for clause in line.clauses:
        words += [
            f"{asked[id_].ask} {' or '.join(asked[id_].words[r] for r in replies)}"
            for id_, replies in clause.replies.items()
        ]
        words += [SIGN_WORDS] if clause.sign else []
    return element("span", "; ".join(words), ": ", cls="noticed__if")


def _text(found: Noticed, line: AdviceLine) -> Part:
    """The line's text; where it is the role's own words, one for each role."""
    by_role: dict[str, list[Role]] = {}
    for who in found.roles.values():
        by_role.setdefault(who.fill(line.text), []).append(who)
    if len(by_role) == 1:
        return element("strong" if line.when is Urgency.NOW else "span", dialled(line.text))
    return [
        element(
            "span",
            element("span", f"{', '.join(who.title for who in roles)}: ", cls="noticed__if"),
            dialled(text),
            " ",
            data_role=" ".join(who.id for who in roles),
        )
        for text, roles in by_role.items()
    ]


def _statements(statements: tuple[Statement, ...], tag: str) -> list[Part]:
    made: list[Part] = []
    for each in statements:
        cites = element("span", " (", cite_links(each.cites, new_tab=True), ")", cls="cites") if each.cites else None
        made.append(element(tag, each.text, cites))
    return made
