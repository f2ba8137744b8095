const A = 6378.137;
const F = 1 / 298.257223563;
const B = A * (1 - F);
const RADIAN = Math.PI / 180;

/** Great-circle distance on a sphere of the earth's mean radius: for the few nearly antipodal pairs where Vincenty does not settle. */
function haversine(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const s =
    Math.sin(((lat2 - lat1) * RADIAN) / 2) ** 2 +
    Math.cos(lat1 * RADIAN) * Math.cos(lat2 * RADIAN) * Math.sin(((lon2 - lon1) * RADIAN) / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(s)));
}

/**
 * Kilometres between two points on the WGS84 ellipsoid, to a millimetre.
 * Source: Vincenty 1975, Survey Review 23:88-93 (inverse method); haversine where it does not converge (nearly antipodal).
 */
export function geodesicKm(lat1: number, lon1: number, lat2: number, lon2: number): number {
  if (lat1 === lat2 && lon1 === lon2) return 0;
  const L = (lon2 - lon1) * RADIAN;
  const u1 = Math.atan((1 - F) * Math.tan(lat1 * RADIAN));
  const u2 = Math.atan((1 - F) * Math.tan(lat2 * RADIAN));
  const [s1, c1, s2, c2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];
  let lambda = L;
  for (let i = 0; i < 100; i++) {
    const [sl, cl] = [Math.sin(lambda), Math.cos(lambda)];
    const sinSigma = Math.hypot(c2 * sl, c1 * s2 - s1 * c2 * cl);
    if (sinSigma === 0) return 0;
    const cosSigma = s1 * s2 + c1 * c2 * cl;
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (c1 * c2 * sl) / sinSigma;
    const cos2Alpha = 1 - sinAlpha * sinAlpha;
    const cos2m = cos2Alpha === 0 ? 0 : cosSigma - (2 * s1 * s2) / cos2Alpha;
    const C = (F / 16) * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
    const next = L + (1 - C) * F * sinAlpha * (sigma + C * sinSigma * (cos2m + C * cosSigma * (2 * cos2m * cos2m - 1)));
    if (Math.abs(next - lambda) < 1e-12) {
      const k = (cos2Alpha * (A * A - B * B)) / (B * B);
      const a = 1 + (k / 16384) * (4096 + k * (-768 + k * (320 - 175 * k)));
      const b = (k / 1024) * (256 + k * (-128 + k * (74 - 47 * k)));
      const dSigma =
        b *
        sinSigma *
        (cos2m +
          (b / 4) *
            (cosSigma * (2 * cos2m * cos2m - 1) -
              (b / 6) * cos2m * (4 * sinSigma * sinSigma - 3) * (4 * cos2m * cos2m - 3)));
      return B * a * (sigma - dSigma);
    }
    lambda = next;
  }
  return haversine(lat1, lon1, lat2, lon2);
}
