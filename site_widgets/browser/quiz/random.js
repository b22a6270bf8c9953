// Chance, from the browser's own source of it.

const LARGEST = 2 ** 32;

/** A whole number from 0 to one below `count`, each as likely as the others. */
export function below(count) {
  const fair = LARGEST - (LARGEST % count);
  const [drawn] = crypto.getRandomValues(new Uint32Array(1));
  return drawn < fair ? drawn % count : below(count);
}

/** The same things in an order left to chance. */
export function shuffled(things) {
  const list = [...things];
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = below(at + 1);
    [list[at], list[other]] = [list[other], list[at]];
  }
  return list;
}
