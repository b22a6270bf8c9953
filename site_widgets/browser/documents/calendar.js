// Days to remember as a calendar file, made on the reader's own device: whole days, and nothing about a child.
//
//     const { calendarOf } = await import("../documents/calendar.js");
//     const blob = await calendarOf(events);    // [{ uid, on: "2026-12-01", title, about }], as the core gives them

export const TYPE = "text/calendar;charset=utf-8";
const MADE_BY = "-//cse-core//Dates to remember//EN";

/** The events as a Blob with a calendar file. The same events give the same file, whenever it is made. */
export async function calendarOf(events) {
  const { default: ICAL } = await import("../vendor/ical.js");
  const calendar = new ICAL.Component("vcalendar");
  calendar.updatePropertyWithValue("prodid", MADE_BY);
  calendar.updatePropertyWithValue("version", "2.0");
  for (const { uid, on, title, about } of events) {
    const event = new ICAL.Component("vevent");
    const day = ICAL.Time.fromDateString(on);
    event.updatePropertyWithValue("uid", uid);
    // A file must say when it was stamped. The day itself says nothing about the reader.
    event.updatePropertyWithValue("dtstamp", ICAL.Time.fromDateTimeString(`${on}T00:00:00Z`));
    event.updatePropertyWithValue("dtstart", day);
    event.updatePropertyWithValue("summary", title);
    if (about) event.updatePropertyWithValue("description", about);
    // Others who see the calendar see no more than that there is something, and the day stays free.
    event.updatePropertyWithValue("class", "PRIVATE");
    event.updatePropertyWithValue("transp", "TRANSPARENT");
    calendar.addSubcomponent(event);
  }
  return new Blob([`${calendar.toString()}\r\n`], { type: TYPE });
}
