/** Regular past of a verb: "kill" killed, "bury" buried, "stab" stabbed, "charge" charged. */
function regularPast(verb: string): readonly string[] {
  if (verb.endsWith("e")) return [`${verb}d`];
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ied`];
  const doubled = /[^aeiou][aeiou][bdgklmnprt]$/.test(verb) ? [`${verb}${verb.at(-1)}ed`] : [];
  return [`${verb}ed`, ...doubled];
}

/**
 * Past forms and participles of verbs, each with its verb.
 * @param irregular rows of form and lemma; a verb with irregular forms keeps its regular ones too ("hurt", "burned" and "burnt")
 */
export function pastForms(
  verbs: Iterable<string>,
  irregular: readonly { form: string; lemma: string }[],
): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  const wanted = new Set(verbs);
  for (const verb of wanted) for (const form of regularPast(verb)) forms.set(form, verb);
  for (const { form, lemma } of irregular)
    if (wanted.has(lemma) && !form.endsWith("ing") && !form.endsWith("s")) forms.set(form, lemma);
  return forms;
}
