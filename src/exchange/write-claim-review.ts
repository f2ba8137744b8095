import { explainReason, type InputDocument, type LedgerLine } from "../record/index.ts";

/** Who publishes the review and where: nothing here has a default, for nothing here can be known. */
export interface Publisher {
  readonly name: string;
  /** Address of the page that shows the review; a claim's anchor is added to it. */
  readonly url: string;
  /** Day of the review, YYYY-MM-DD. */
  readonly datePublished: string;
}

const VERDICT_NAMES: Readonly<Record<LedgerLine["so"]["verdict"], string>> = {
  supported: "Supported by the record",
  contradicted: "Contradicted by the record",
  partly: "Partly supported by the record",
  "not-in-record": "Not in the record",
  untestable: "Cannot be tested with these data",
  "no-factual-claim": "No factual claim",
};

/** What is said of the document itself; only what it states. */
const appearanceOf = (document: InputDocument) => ({
  "@type": "CreativeWork",
  ...(document.url === undefined ? {} : { url: document.url }),
  ...(document.title === undefined ? {} : { headline: document.title }),
  ...(document.published === undefined ? {} : { datePublished: document.published }),
  ...(document.source === undefined ? {} : { publisher: { "@type": "Organization", name: document.source } }),
});

/**
 * The ledger as schema.org ClaimReview (JSON-LD), one review for each claim of which something factual is asserted. The
 * verdict stands in words: there is no scale behind it, so no `ratingValue` is given.
 */
export function claimReviews(lines: readonly LedgerLine[], document: InputDocument, publisher: Publisher): string {
  const reviews = lines
    .filter(({ so }) => so.verdict !== "no-factual-claim")
    .map(({ claim, so }) => ({
      "@type": "ClaimReview",
      url: `${publisher.url}#claim-${claim.start}-${claim.end}`,
      claimReviewed: claim.text,
      author: { "@type": "Organization", name: publisher.name },
      datePublished: publisher.datePublished,
      itemReviewed: { "@type": "Claim", appearance: appearanceOf(document) },
      reviewRating: {
        "@type": "Rating",
        alternateName: VERDICT_NAMES[so.verdict],
        ratingExplanation: explainReason(so.reason),
      },
    }));
  return `${JSON.stringify({ "@context": "https://schema.org", "@graph": reviews }, null, 2)}\n`;
}
