import type { PlacePrecision } from "../record/index.ts";

const OF_FEATURE: Readonly<Record<string, PlacePrecision>> = {
  ADM1: "admin1",
  ADM1H: "admin1",
  ADM2: "admin2",
  ADM3: "admin2",
  ADM4: "admin2",
  ADMD: "admin2",
  PPLX: "site",
  AIRP: "site",
  PRK: "site",
  MT: "site",
  BLDG: "site",
  SQR: "site",
  ST: "site",
};

/** How precise a place of a GeoNames feature code is. Seas, ranges, rivers and all unnamed codes are regions. */
export function precisionOf(feature: string): PlacePrecision {
  const known = OF_FEATURE[feature];
  if (known !== undefined) return known;
  if (feature.startsWith("PCL")) return "country";
  return feature.startsWith("PPL") || feature === "STLMT" ? "city" : "region";
}
