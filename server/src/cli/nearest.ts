import { distance } from "fastest-levenshtein";

/**
 * The candidate that `name` was probably meant to be, compared as a whole and by what follows its last `/`;
 * undefined where more than half of the letters would have to change.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.ceil(name.length / 2) + 1;
  for (const candidate of candidates) {
    const tail = candidate.slice(candidate.lastIndexOf("/") + 1);
    const changes = Math.min(distance(name, candidate), distance(name, tail));
    if (changes < least) {
      least = changes;
      best = candidate;
    }
  }
  return best;
}
