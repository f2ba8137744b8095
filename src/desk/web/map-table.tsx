import { sayEventPlace, sayIncident } from "./say.ts";
import { useSheet } from "./shown-sheet.ts";
import { WORDS } from "./words-en.ts";

const degrees = (n: number): string => n.toFixed(2);

/** The map in words: every event with its place and how exactly it is known. */
export function MapTable() {
  const { sheet, numberOfEvent } = useSheet();
  const { columns } = WORDS.map;
  return (
    <div className="table-frame">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{columns.event}</th>
            <th scope="col">{columns.place}</th>
            <th scope="col">{columns.precision}</th>
            <th scope="col">{columns.coordinates}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.coded.events.map(({ id, incident, place }) => (
            <tr key={id}>
              <td>
                {numberOfEvent.get(id)} {sayIncident(incident)}
              </td>
              <td>{place === null ? WORDS.events.noPlace : sayEventPlace(place)}</td>
              <td>{place !== null && WORDS.placePrecision[place.precision]}</td>
              <td className="nowrap">
                {place !== null &&
                  place.lat !== null &&
                  place.lon !== null &&
                  `${degrees(place.lat)}, ${degrees(place.lon)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
