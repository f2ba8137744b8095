/** FNV-1a, 32 bits. Source: Fowler, Noll, Vo; http://www.isthe.com/chongo/tech/comp/fnv. */
function fnv1a(text: string, seed: number): number {
  let hash = seed >>> 0;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash;
}

/** 16 hexadecimal digits that depend on the members and not on their order: the same members, the same id. */
export function hashMembers(members: readonly { doc: string; event: string }[]): string {
  const key = members
    .map(({ doc, event }) => `${doc}\u0000${event}`)
    .sort()
    .join("\u0001");
  return [0x811c9dc5, 0x01234567].map((seed) => fnv1a(key, seed).toString(16).padStart(8, "0")).join("");
}
