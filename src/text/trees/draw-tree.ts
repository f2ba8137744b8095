import type { Sentence } from "../reading.ts";
import { type Dependents, dependentsOf } from "./subtrees.ts";

/** One line of the drawing: the branch that leads to a token. */
interface Branch {
  readonly token: number;
  readonly stem: string;
  readonly joint: string;
}

const below = ({ stem, joint }: Branch): string => stem + (joint === "" ? "" : joint === "├─ " ? "│  " : "   ");

function branches(dependents: Dependents, from: Branch): Branch[] {
  const own = dependents[from.token]!;
  const stem = below(from);
  return own.flatMap((token, i) => {
    const branch = { token, stem, joint: i === own.length - 1 ? "└─ " : "├─ " };
    return [branch, ...branches(dependents, branch)];
  });
}

/** A sentence's tree as indented lines, each a word with its relation and tag: what `plumbline parse` prints. */
export function treeAsText({ tokens }: Sentence): string {
  const dependents = dependentsOf(tokens);
  const root = tokens.findIndex(({ head }) => head === -1);
  if (root < 0) return "";
  const top: Branch = { token: root, stem: "", joint: "" };
  return [top, ...branches(dependents, top)]
    .map(({ token, stem, joint }) => {
      const { form, deprel, upos } = tokens[token]!;
      return `${stem}${joint}${form}  ${deprel} ${upos}\n`;
    })
    .join("");
}
