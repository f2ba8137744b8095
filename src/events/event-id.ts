import type { Span } from "../record/index.ts";

/** FNV-1a over UTF-16 code units, 32 bits, from `seed`. Source: Fowler, Noll, Vo. */
function fnv1a(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

const hex = (n: number): string => n.toString(16).padStart(8, "0");

/** Id of an event: the same text, trigger and type always give the same one, whatever else is found. */
export function eventId(textSha256: string, trigger: Span, type: string): string {
  const key = `${textSha256}:${trigger.start}-${trigger.end}:${type}`;
  return `e${hex(fnv1a(key, 0x811c9dc5))}${hex(fnv1a(key, 0x9dc5811c))}`;
}
