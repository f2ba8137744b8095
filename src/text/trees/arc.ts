/** Head of a word (-1 for the root) and the relation to it. */
export interface Arc {
  readonly head: number;
  readonly deprel: string;
}
