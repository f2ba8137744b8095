import { select } from "d3-selection";
import { type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from "d3-zoom";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { LEAST_ZOOM } from "./base-map.ts";

export interface Zoomed {
  readonly transform: ZoomTransform;
  scaleBy(factor: number): void;
  panBy(x: number, y: number): void;
  reset(): void;
}

/** Plain scrolling and one-finger swipes belong to the page: the map takes Ctrl and the wheel, drags, or two fingers. */
function isForMap(event: Event): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
  if (typeof TouchEvent !== "undefined" && event instanceof TouchEvent) return event.touches.length > 1;
  return event instanceof MouseEvent ? event.button === 0 : true;
}

export function useZoom(svg: RefObject<SVGSVGElement | null>, width: number, height: number): Zoomed {
  const [transform, setTransform] = useState(zoomIdentity);
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);
  useEffect(() => {
    const element = svg.current;
    if (element === null) return;
    const made = zoom<SVGSVGElement, unknown>()
      .filter(isForMap)
      .scaleExtent([LEAST_ZOOM, 40])
      .extent([
        [0, 0],
        [width, height],
      ])
      .on("zoom", (event: { transform: ZoomTransform }) => setTransform(event.transform));
    behaviour.current = made;
    select(element).call(made).on("dblclick.zoom", null);
    return () => {
      select(element).on(".zoom", null);
    };
  }, [svg, width, height]);
  return useMemo(() => {
    const move = (change: (made: ZoomBehavior<SVGSVGElement, unknown>, element: SVGSVGElement) => void): void => {
      if (svg.current !== null && behaviour.current !== null) change(behaviour.current, svg.current);
    };
    return {
      transform,
      scaleBy: (factor) => move((made, element) => made.scaleBy(select(element), factor)),
      panBy: (x, y) => move((made, element) => made.translateBy(select(element), x / transform.k, y / transform.k)),
      reset: () => move((made, element) => made.transform(select(element), zoomIdentity)),
    };
  }, [svg, transform]);
}
