import { type GeoProjection, geoAzimuthalEqualArea, geoCircle, geoContains, geoDistance, geoEqualEarth } from "d3-geo";
import type { Geometry } from "geojson";
import type { Event } from "../../record/index.ts";
import { type Country, nearPart, openAtlas, shapeOf } from "./atlas.ts";
import type { Lane } from "./shown-sheet.ts";

type Place = NonNullable<Event["place"]>;
export type LonLat = readonly [number, number];

/** Events of one exact place: drawn as one dot with their number. */
export interface MapDot {
  readonly at: LonLat;
  readonly name: string;
  readonly lane: Lane;
  readonly events: readonly Event[];
}
/** Events known only to an area: a circle of doubt, or the country's own shape. */
export interface MapArea {
  readonly shape: Geometry;
  /** True where the shape is the country's own outline, false where it is a ring of doubt. */
  readonly outline: boolean;
  readonly at: LonLat;
  readonly name: string;
  readonly lane: Lane;
  readonly events: readonly Event[];
}
export interface MapContent {
  readonly dots: readonly MapDot[];
  readonly areas: readonly MapArea[];
  readonly unlocated: readonly Event[];
}

const EARTH_KM = 6371;
const kmToDegrees = (km: number): number => (km / EARTH_KM) * (180 / Math.PI);

/** Where a coarse place comes without a radius: a modest ring, so that it is never taken for a point. */
const RADIUS_WHERE_UNSAID: Readonly<Record<Place["precision"], number>> = {
  site: 0,
  city: 0,
  admin2: 30,
  admin1: 120,
  country: 300,
  region: 300,
};

export const isExact = (precision: Place["precision"]): boolean => precision === "site" || precision === "city";

const pointOf = (place: Place): LonLat | null =>
  place.lat === null || place.lon === null ? null : [place.lon, place.lat];

const countryAt = (at: LonLat): Country | undefined =>
  nearPart(openAtlas(), [at[0], at[1]], 0).countries.find((country) => geoContains(shapeOf(country), [at[0], at[1]]));

/** A country's own outline where it is known, else the ring of doubt around the point. */
export function areaShape(
  place: Pick<Place, "precision" | "radiusKm">,
  at: LonLat,
): Pick<MapArea, "shape" | "outline"> {
  const country = place.precision === "country" ? countryAt(at) : undefined;
  if (country !== undefined) return { shape: shapeOf(country), outline: true };
  const said = place.radiusKm ?? 0;
  const km = said > 0 ? said : RADIUS_WHERE_UNSAID[place.precision];
  return { shape: geoCircle().center([at[0], at[1]]).radius(kmToDegrees(km)).precision(3)(), outline: false };
}

/** The lane most of them are of; violence where it is a tie. */
function laneOfMost(events: readonly Event[], laneOf: (event: Event) => Lane): Lane {
  const count = (lane: Lane): number => events.filter((event) => laneOf(event) === lane).length;
  return (["violence", "protest", "other"] as const).reduce(
    (best, lane) => (count(lane) > count(best) ? lane : best),
    "violence",
  );
}

export function layOut(events: readonly Event[], laneOf: (event: Event) => Lane): MapContent {
  const groups = new Map<string, { place: Place; at: LonLat; events: Event[] }>();
  const unlocated: Event[] = [];
  for (const event of events) {
    const at = event.place === null ? null : pointOf(event.place);
    if (event.place === null || at === null) {
      unlocated.push(event);
      continue;
    }
    const key = `${at.join()}/${isExact(event.place.precision) ? "dot" : event.place.precision}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { place: event.place, at, events: [event] });
    else group.events.push(event);
  }
  const dots: MapDot[] = [];
  const areas: MapArea[] = [];
  for (const { place, at, events: here } of groups.values()) {
    const common = { at, name: place.name, lane: laneOfMost(here, laneOf), events: here };
    if (isExact(place.precision)) dots.push(common);
    else areas.push({ ...common, ...areaShape(place, at) });
  }
  return { dots, areas, unlocated };
}

/** Mean direction of the points on the sphere; fine anywhere but for points that cancel out. */
function centreOf(points: readonly LonLat[]): LonLat {
  let [x, y, z] = [0, 0, 0];
  for (const [lon, lat] of points) {
    const [east, north] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
    x += Math.cos(north) * Math.cos(east);
    y += Math.cos(north) * Math.sin(east);
    z += Math.sin(north);
  }
  return [(Math.atan2(y, x) * 180) / Math.PI, (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI];
}

/** A quarter of the way round: beyond it a map around one centre bends too much, and the whole Earth is drawn. */
const FAR = Math.PI / 3;
const LEAST_KM = 60;

/** A projection around the places shown, so that no region is torn and areas keep their size. */
export function projectionFor(content: MapContent, width: number, height: number): GeoProjection {
  const points = [...content.dots, ...content.areas].map(({ at }) => at);
  const [lon, lat] = centreOf(points);
  const reach = Math.max(...points.map((at) => geoDistance([at[0], at[1]], [lon, lat])));
  if (reach > FAR) return geoEqualEarth().fitExtent(margins(width, height), { type: "Sphere" });
  const geometries: Geometry[] = [
    { type: "MultiPoint", coordinates: points.map((at) => [at[0], at[1]]) },
    ...content.areas.map(({ shape }) => shape),
    geoCircle().center([lon, lat]).radius(kmToDegrees(LEAST_KM))(),
  ];
  const frame: Geometry = { type: "GeometryCollection", geometries };
  return geoAzimuthalEqualArea().rotate([-lon, -lat]).clipAngle(90).fitExtent(margins(width, height), frame);
}

const margins = (width: number, height: number): [[number, number], [number, number]] => {
  const side = Math.min(60, width / 8);
  return [
    [side, side],
    [width - side, height - side],
  ];
};
