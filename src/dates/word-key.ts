/**
 * The engine's own copy of a string, as property names are. The keys of words and of rules are compared millions of times, and one
 * copy is told from another at a glance where two equal ones are compared letter by letter.
 */
export const wordKey = (name: string): string => Object.keys({ [name]: 0 })[0] ?? name;
