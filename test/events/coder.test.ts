import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventSchema } from "../../src/record/index.ts";
import { code, events, inRole } from "./open-coder.ts";

const PUBLISHED = "2022-03-14"; // a Monday

const one = (words: string, published?: string) => {
  const coded = events(words, published);
  expect(coded, coded.map((event) => event.evidence[0]?.text).join(" | ")).toHaveLength(1);
  return coded[0]!;
};

describe("factuality", () => {
  test.each([
    ["Armed men killed three officers in Jos.", "asserted", "plain past tense"],
    ["Armed men killed three officers in Jos, police said.", "attributed", "a source says so"],
    ["The group denied that it had killed three officers.", "denied", "a verb of denial governs the trigger"],
    ["There was no attack on the market.", "denied", "a negative determiner"],
    ["The soldiers did not attack the village.", "denied", "a negated verb"],
    ["Armed men reportedly attacked a village in Jos.", "alleged", "a hedge without a source"],
    ["If the tax stays, dockers will march through Mombasa.", "hypothetical", "a condition"],
  ])("%s is %s: %s", (words, factuality) => expect(one(words).factuality).toBe(factuality));
});

describe("stage", () => {
  test.each([
    ["A man tried to stab a tax inspector in Lira.", "attempted"],
    ["Police found a bomb under a bridge in Lira.", "foiled"],
    ["The rebels threatened to bomb a hotel in Lira.", "threatened"],
    ["The group planned to bomb a train in Lira.", "planned"],
    ["The rebels bombed a hotel in Lira.", "completed"],
  ])("%s is %s", (words, stage) => expect(one(words).stage).toBe(stage));
});

test.each([
  "Kill the engine before you leave the boat.",
  "The film bombed at the box office.",
  "Such attacks usually follow rallies.",
  "Violence against traders always comes before an election.",
  "The attack helicopter was sold to a museum.",
  "Slow-burning fuses were found in the shed.",
  "The number of guerrillas killed by the brigade has risen to 26.",
  "Seven in ten of the men arrested this year had been at a rally.",
  "More than 70,000 people were killed in the war.",
  "The union leader works in an office near the harbour.",
  "",
  " \n\t ",
  "📍📍📍",
  "(((((",
])("nothing is coded in: %s", (words) => {
  expect(events(words)).toEqual([]);
});

describe("who did what to whom", () => {
  test("active and passive say the same", () => {
    const active = one("Armed men kidnapped two engineers near Lira.");
    const passive = one("Two engineers were kidnapped by armed men near Lira.");
    for (const event of [active, passive]) {
      expect(inRole(event, "perpetrator").join()).toMatch(/armed men/i);
      expect(inRole(event, "victim").join()).toMatch(/two engineers/i);
    }
  });

  test("a verb joined by 'and' keeps its subject", () => {
    const coded = events("Armed men entered the depot and shot a guard.");
    expect(coded.flatMap((event) => inRole(event, "perpetrator")).join()).toContain("Armed men");
  });

  test("a weapon is no perpetrator", () => {
    const event = one("A bomb exploded outside a courthouse in Tunja, killing two clerks.");
    expect(inRole(event, "perpetrator")).toEqual([]);
    expect(event.weapons.map((weapon) => weapon.kind)).toEqual(["explosives"]);
  });

  test("a threat takes the class of what is threatened", () => {
    const event = one("The rebels threatened to bomb a hotel in Lira.");
    expect([event.type, event.incident]).toEqual(["THREATEN", "bombing"]);
  });
});

describe("one event, told more than once", () => {
  test("the consequence joins its act, the echo its event", () => {
    const event = one(
      "A bomb exploded outside a courthouse in Tunja on Saturday, killing two clerks. The blast broke the windows of a bank. The attack was condemned.",
      PUBLISHED,
    );
    expect(event.incident).toBe("bombing");
    expect(event.evidence.length).toBeGreaterThanOrEqual(3);
    expect(event.casualties.killed).toMatchObject({ min: 2, max: 2 });
  });

  test("another is another", () => {
    expect(
      events(
        "A bomb exploded outside a courthouse in Tunja on Saturday. Another bomb exploded near a bank in Cali on Sunday.",
        PUBLISHED,
      ),
    ).toHaveLength(2);
  });

  test("a judgement on an event is no event", () => {
    const coded = events(
      "Armed men shot a guard in Lira on 4 March. It was the worst attack in the history of the town.",
      PUBLISHED,
    );
    expect(coded).toHaveLength(1);
  });

  test("rallies in three towns are three events of one wave", () => {
    const { events: coded, waves } = code("Teachers marched in Osh, Naryn and Bishkek on 4 March.", PUBLISHED);
    expect(coded.map((event) => event.place?.name)).toEqual(["Osh", "Naryn", "Bishkek"]);
    expect(new Set(coded.map((event) => event.wave))).toEqual(new Set(["w1"]));
    expect(new Set(coded.map((event) => event.id)).size).toBe(3);
    expect(waves[0]?.events).toEqual(coded.map((event) => event.id));
  });
});

describe("when and where", () => {
  test("the date of the saying is not the date of the deed", () => {
    const event = one("Armed men shot a guard in Lira on Saturday, police said on Monday.", PUBLISHED);
    expect(event.date).toMatchObject({ from: "2022-03-12", to: "2022-03-12" });
  });

  test("what is not said is null", () => {
    const event = one("One of the drivers had been kidnapped.");
    expect([event.date, event.place]).toEqual([null, null]);
  });

  test("an inherited value names its rule", () => {
    const coded = events("Armed men shot a guard in Lira on 4 March. Later they robbed a bank.", PUBLISHED);
    const robbery = coded.find((event) => event.incident === "robbery");
    expect(robbery?.place?.inferredBy ?? robbery?.date?.inferredBy).toBeDefined();
  });
});

describe("tolls and responsibility", () => {
  test("figures of rival sources stand side by side", () => {
    const event = one(
      "A bomb exploded outside a courthouse in Tunja on Saturday. Police said five people were killed. The hospital said eight people were killed.",
      PUBLISHED,
    );
    expect(event.casualties.killed).toMatchObject({ min: 5, max: 8 });
    expect(event.reports).toHaveLength(2);
  });

  test("silence is null, a denial of harm is a zero with words", () => {
    const event = one("A warehouse was burned down in Lira on 4 March. No one was hurt.", PUBLISHED);
    expect(event.casualties.killed).toBeNull();
    expect(event.casualties.injured).toMatchObject({ min: 0, max: 0 });
    expect(event.casualties.injured?.mentions.length).toBeGreaterThan(0);
  });

  test("who claims it is a claimant", () => {
    const event = one(
      "A bomb exploded outside a courthouse in Tunja. The Harbour Brigade claimed responsibility for the attack.",
    );
    expect(inRole(event, "claimant").join()).toContain("Harbour Brigade");
    expect(event.responsibility.map((one) => one.stance)).toEqual(["claimed"]);
  });
});

const FRAGMENTS = [
  "A bomb exploded outside a courthouse in Tunja",
  "police said",
  "killing two clerks",
  "on 4 March",
  "Teachers marched in Osh, Naryn and Bishkek",
  "the attack",
  "who had threatened to burn the bus",
  "no one was hurt",
  "“They shot him,” she said",
  "and",
  ",",
  ".",
  "😀",
  "ﷺ",
];
const prose = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 12 }).map((parts) => `${parts.join(" ")}.`);

test("whatever the text, every span says what stands there, and every event keeps the contract", () => {
  fc.assert(
    fc.property(prose, (words) => {
      const coded = code(words, PUBLISHED);
      for (const event of coded.events) {
        eventSchema.parse(event);
        const spans = [...event.evidence, ...event.participants.flatMap((who) => who.mentions), ...event.attributedTo];
        for (const span of spans) expect(words.slice(span.start, span.end)).toBe(span.text);
      }
      expect(new Set(coded.events.map((event) => event.id)).size).toBe(coded.events.length);
    }),
    { numRuns: 40 },
  );
});

test("nothing is remembered between documents", () => {
  const first = "Armed men shot a guard in Lira on 4 March.";
  const before = JSON.stringify(code(first, PUBLISHED));
  code("A bomb exploded in Cali. The blast killed two.", PUBLISHED);
  expect(JSON.stringify(code(first, PUBLISHED))).toBe(before);
});

test("an event keeps its id when another comes before it in a later edition of the coder's tables, not of the text", () => {
  const alone = one("Armed men shot a guard in Lira on 4 March.", PUBLISHED);
  expect(one("Armed men shot a guard in Lira on 4 March.", PUBLISHED).id).toBe(alone.id);
  expect(alone.id).toMatch(/^e[0-9a-f]{16}$/);
});

test("a day counted from another event is counted", () => {
  const coded = events(
    "The march was called off on 28 April 2021, two days after its leaders had been arrested in Lira.",
  );
  const arrest = coded.find((event) => event.incident === "arrest");
  expect(arrest?.date).toMatchObject({
    from: "2021-04-26",
    to: "2021-04-26",
    inferredBy: "counted-from-the-other-event",
  });
});

describe("organisations behind groups", () => {
  test.each([
    ["Fighters of the Harbour Brigade killed a mayor in Lira.", "Harbour Brigade"],
    ["On Monday, Harbour Brigade guerrillas killed a mayor in Lira.", "Harbour Brigade"],
  ])("%s names %s", (words, organisation) => {
    const doers = one(words).participants.filter((who) => who.role === "perpetrator");
    expect(doers.some((who) => who.kind === "organization" && who.name.includes(organisation))).toBe(true);
  });

  test("a nationality is no organisation", () => {
    const event = one("Colombian guerrillas killed a mayor in Pasto.");
    expect(event.participants.some((who) => who.kind === "organization")).toBe(false);
  });
});

test("what was once told of nobody at no time takes no time from its neighbours", () => {
  const coded = events(
    "A police post was burned in 2009. A judge was once kidnapped on the road and never seen again.",
  );
  expect(coded.find((event) => event.incident === "kidnapping")?.date).toBeNull();
});
