/**
 * Puts parameters into a message template: `"{file}: line {line} …"`.
 * @throws Error on a placeholder without a parameter: a template is our own text, so that is a bug.
 */
export function fill(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`message "${template}" has no parameter "${name}"`);
    return String(value);
  });
}
