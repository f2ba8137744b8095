/** Digits become 0, so that numbers share what was learnt. */
export const tagNorm = (form: string): string => form.toLowerCase().replace(/\d/g, "0").replace(/[’`]/g, "'");

/** 1-9; in capitals (`capitals`) letter case says nothing, so all words of letters look the same. */
export function shapeOf(form: string, capitals: boolean): number {
  if (/\d/.test(form)) return /^[\d.,:/-]+$/.test(form) ? 1 : 2;
  if (!/\p{L}/u.test(form)) return 3;
  if (capitals) return 4;
  if (!/\p{Lu}/u.test(form)) return form.includes("-") ? 9 : 5;
  if (!/^\p{Lu}/u.test(form)) return 8;
  return form.length > 1 && !/\p{Ll}/u.test(form) ? 7 : 6;
}
