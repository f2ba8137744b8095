/** As much of a DOM node as reading its text takes. */
export interface Markup {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Markup>;
  getAttribute?(name: string): string | null;
}

const TEXT_NODE = 3;
const CDATA_NODE = 4;
const ELEMENT_NODES: readonly number[] = [1, 9, 11];

const PARAGRAPHS: ReadonlySet<string> = new Set(
  "P DIV ARTICLE SECTION MAIN HEADER FOOTER ASIDE H1 H2 H3 H4 H5 H6 UL OL DL TABLE BLOCKQUOTE PRE FIGURE FIGCAPTION HR ADDRESS BODY".split(
    " ",
  ),
);
const LINES: ReadonlySet<string> = new Set(["LI", "TR", "DT", "DD", "BR", "CAPTION"]);
const CELLS: ReadonlySet<string> = new Set(["TD", "TH"]);
const SILENT: ReadonlySet<string> = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "HEAD", "TITLE"]);

const PARAGRAPH = "\u0001";
const LINE = "\u0002";

const isText = ({ nodeType }: Markup): boolean => nodeType === TEXT_NODE || nodeType === CDATA_NODE;

/** Control characters are dropped from the text, so that none can pass for an edge. */
const wordsOf = (node: Markup): string => (node.textContent ?? "").replace(/[\u0000-\u0008\u000b\u000e-\u001f]/g, "");

/** Text pieces in order, with block edges as marks. Walked with a stack: pages may be nested without end. */
function pieces(root: Markup): string[] {
  const found: string[] = [];
  const stack: (Markup | string)[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === "string") found.push(node);
    else if (isText(node)) found.push(wordsOf(node));
    else if (ELEMENT_NODES.includes(node.nodeType)) {
      const name = node.nodeName.toUpperCase();
      if (SILENT.has(name)) continue;
      const edge = PARAGRAPHS.has(name) ? PARAGRAPH : LINES.has(name) ? LINE : "";
      found.push(edge);
      stack.push(CELLS.has(name) ? " " : edge, ...[...node.childNodes].reverse());
    }
  }
  return found;
}

/** The words of a piece of markup as a reader sees them: blocks apart by an empty line, white space as in a browser. */
export const markupText = (node: Markup): string =>
  pieces(node)
    .join("")
    .replace(/[ \t\n\r\f\u00a0]+/g, " ")
    .replace(/ ?([\u0001\u0002]) ?/g, "$1")
    .replace(/[\u0001\u0002]*\u0001[\u0001\u0002]*/g, "\n\n")
    .replace(/\u0002+/g, "\n")
    .trim();

/** How many elements there are and how deep they lie, counted no further than the limits. */
export function exceeds(root: Markup, limits: { readonly elements: number; readonly depth: number }): boolean {
  const stack: { readonly node: Markup; readonly depth: number }[] = [{ node: root, depth: 0 }];
  let elements = 0;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    elements++;
    if (at.depth > limits.depth || elements > limits.elements) return true;
    for (const node of at.node.childNodes) if (!isText(node)) stack.push({ node, depth: at.depth + 1 });
  }
  return false;
}
