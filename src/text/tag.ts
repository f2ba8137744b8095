/** Universal part of speech and Penn Treebank tag. */
export interface Tag {
  readonly upos: string;
  readonly xpos: string;
}
