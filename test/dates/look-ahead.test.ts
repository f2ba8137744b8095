import { expect, test } from "vitest";
import { canLookAhead } from "../../src/dates/look-ahead.ts";
import { opensSurely } from "../../src/dates/sentence-edges.ts";
import { outlookAt } from "../../src/dates/tense.ts";
import { packageResources } from "../../src/desk/resources.ts";
import { openOutline, openText, outlineOf } from "../../src/text/index.ts";

const outlines = openOutline(packageResources);
const reader = openText(packageResources);

test.each([
  ["Police fired on the crowd ", "Friday."],
  ["They had hoped to march. Soldiers closed the avenue ", "Friday."],
  ["The minister, who wants to stay, was taken away ", "on Friday."],
  ["A bomb that could have killed dozens was found ", "Friday."],
])("no verb looks ahead, and no tags are asked: %s%s", (before, date) => {
  const text = before + date;
  expect(canLookAhead(text, before.length)).toBe(false);
  expect(outlookAt(outlines.outline(text).sentenceAt(before.length), text, before.length)).not.toBe("future");
});

test.each([
  ["The union will march ", "Friday."],
  ["The dividend is payable ", "Jan. 3."],
  ["", "On Friday the council would meet again."],
  ["Leaders planned a rally ", "on Saturday."],
  ["THE GUERRILLAS ARE TO LAY DOWN ARMS ", "FRIDAY."],
])("the tenses are asked: %s%s", (before, date) => {
  expect(canLookAhead(before + date, before.length)).toBe(true);
});

test.each([
  ["The garrison surrendered. ", "In 1943 it fell.", true],
  ["The garrison of the town surrendered in ", "1943.", false],
  ["He served under Gen. ", "May 5 was his last day.", null],
] as const)("%s|%s opens its sentence: %s", (before, date, opens) =>
  expect(opensSurely(before + date, before.length, 15)).toBe(opens),
);

test.each([
  "LIMA, 10 Jan 90 (EFE) -- Guerrillas withdrew. They left the province afterwards. “We go,” he said.\n\nUnrest in the north\n\n- One item of several. Another sentence.",
  "He (Smith) surrendered. The United Nations Organization. Mr. Jones attended. It was over… and then nothing. www.example.org has it.",
])("sentences looked up one by one are those of the whole reading: %s", (text) => {
  const one = outlines.outline(text);
  const whole = outlineOf(reader.read(text));
  for (let at = 0; at < text.length; at++) {
    const expected = whole.sentenceAt(at);
    const found = one.sentenceAt(at);
    expect([found?.start, found?.end, found?.kind]).toEqual([expected?.start, expected?.end, expected?.kind]);
    expect([one.isHeading(at), one.isDateline(at)]).toEqual([whole.isHeading(at), expected?.kind === "dateline"]);
  }
});
