// A calendar file of the days on which something is due. It holds no word that somebody typed.

import ICAL from "../vendor/ical.js";

const MADE_BY = "-//Protecting children: training and reference//EN";

/** The events as a Blob that calendars open: whole days, private, and not busy. The same events give the same bytes. */
export function calendarOf(events) {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("prodid", MADE_BY);
  calendar.addPropertyWithValue("version", "2.0");
  events.forEach((event) => calendar.addSubcomponent(eventOf(event)));
  return new Blob([`${calendar}\r\n`], { type: "text/calendar" });
}

function eventOf({ uid, on, title, about }) {
  const event = new ICAL.Component("vevent");
  const day = ICAL.Time.fromDateString(on);
  event.addPropertyWithValue("uid", uid);
  // The format wants a time of making. The day itself serves, and tells nothing of when somebody worked.
  event.addPropertyWithValue("dtstamp", ICAL.Time.fromDateTimeString(`${on}T00:00:00Z`));
  event.addPropertyWithValue("dtstart", day);
  event.addPropertyWithValue("summary", title);
  event.addPropertyWithValue("description", about);
  event.addPropertyWithValue("class", "PRIVATE");
  event.addPropertyWithValue("transp", "TRANSPARENT");
  return event;
}
