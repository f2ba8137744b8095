/** How often a name of this evidence is right where its best reading has a share of `from` or more. */
export interface CalibrationBin {
  readonly evidence: "strong" | "weak";
  readonly from: number;
  readonly right: number;
}

/** The rate of the last bin that the share reaches. */
export function calibrated(bins: readonly CalibrationBin[], evidence: "strong" | "weak", share: number): number {
  const bin = bins.findLast((one) => one.evidence === evidence && one.from <= share);
  if (bin === undefined) throw new Error(`place-calibration.tsv: no bin for ${evidence} ${share}`);
  return Math.round(bin.right * 100) / 100;
}
