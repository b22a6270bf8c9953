// Finding the learning system that opened this page. It leaves an object with an agreed name on a window above.

const EDITIONS = { API_1484_11: "2004", API: "1.2" };
// What the standard's own example gives, so that windows which are their own parent come to an end.
const MOST_WINDOWS = 500;

/** The learning system's object and the edition of SCORM that it speaks, or null where there is none. */
export function findApi(start = window) {
  return above(start) ?? (start.top.opener ? above(start.top.opener) : null);
}

function above(start) {
  let place = start;
  for (let seen = 0; seen < MOST_WINDOWS; seen += 1) {
    const found = at(place);
    if (found) return found;
    if (place.parent === place) return null;
    place = place.parent;
  }
  return null;
}

function at(place) {
  for (const [name, edition] of Object.entries(EDITIONS)) {
    try {
      if (place[name]) return { api: place[name], edition };
    } catch {
      // A window of another site says nothing to us.
      return null;
    }
  }
  return null;
}
