"""A story shown in a room: the bar with which a trainer goes from step to step, and a timer without a sound."""

from __future__ import annotations

from .markup import Html, element


def room_bar() -> Html:
    """The bar. Hidden until somebody shows the story in a room."""
    return element(
        "div",
        element("p", data_room_where=True, cls="room-bar__where"),
        element("div", _button("room-back", "Back"), _button("room-next", "Next step", ""), cls="room-bar__steps"),
        _timer(),
        _button("room-leave", "Close the room view"),
        cls="room-bar no-print",
        role="group",
        aria_label="Room view",
        data_room=True,
        hidden=True,
    )


def _timer() -> Html:
    minutes = element(
        "input",
        id="room-minutes",
        type="text",
        inputmode="numeric",
        value="5",
        cls="input input--short",
        autocomplete="off",
        maxlength=2,
    )
    return element(
        "details",
        element("summary", "Timer"),
        element(
            "div",
            element("label", "Minutes", for_="room-minutes", cls="field__label"),
            minutes,
            _button("timer-start", "Start"),
            _button("timer-stop", "Stop"),
            # Read out when somebody asks, and not every second.
            element("span", role="timer", aria_live="off", data_timer=True, cls="room-bar__time"),
            cls="room-bar__timer",
        ),
    )


def _button(action: str, words: str, kind: str = " button--secondary") -> Html:
    return element("button", words, type="button", cls=f"button{kind}", data_action=action)
