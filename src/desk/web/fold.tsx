import { type ReactNode, useId, useState } from "react";
import { Icon } from "./icons.tsx";

export interface FoldProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  readonly startsOpen?: boolean;
}

/** Opens in place. The contents are always in the document, so that print shows them whatever is folded. */
export function Fold({ summary, children, className, startsOpen = false }: FoldProps) {
  const [open, setOpen] = useState(startsOpen);
  const id = useId();
  return (
    <div className={`fold ${className ?? ""}`}>
      <button
        type="button"
        className="fold-head"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Icon name="chevron" />
        <span className="fold-summary">{summary}</span>
      </button>
      <div id={id} className="fold-body" data-open={open}>
        {children}
      </div>
    </div>
  );
}
