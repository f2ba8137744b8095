import { describe, expect, test } from "vitest";
import { readDatesOf } from "./read-dates-of.ts";

const found = (words: string): readonly string[] => readDatesOf(words, "2016-06-10").map((mention) => mention.text);

describe("words that months, days and units share with the language are no dates", () => {
  test.each([
    "He may march on the capital.",
    "They may, in the end, march.",
    "A march to the square was banned.",
    "The March for Life went by; the marchers sang.",
    "They will march in protest.",
    "The sun sat low over the second house.",
    "Sat down for a second. Sun Yat-sen sat there.",
    "Frida and Augustus may second the motion.",
    "May Wong and April Jones met June Carter and August Wilson.",
    "Dec was late; Jan was not.",
    "They spring a trap by the hot spring.",
    "They saw the fall of the city; prices fall.",
    "A winner takes all.",
    "A second man, a third car, the first minute; the second was shot.",
    "In seconds it was over; for a second he sat.",
    "Sunni, Saturn, mayor, decide, junebug.",
    "See Monday.com for more.",
    "The paper USA Today said so.",
    "Black September claimed it; Bloody Sunday is a song.",
    "The 17 November group denied it. The 23 May Movement was there. The July 26 Movement left.",
    "Friday Mosque was hit. The Good Friday Agreement held.",
    "Ah, 1400 men!",
  ])("%s", (words) => {
    expect(found(words)).toEqual([]);
  });
});

describe("figures that count, name or number are no dates", () => {
  test.each([
    ["counts", "Police counted 2000 people and 1500 officers."],
    ["counts", "A 1500-strong force met 2000 rebels at 1850 metres."],
    ["counts", "They paid 2000 crore rupees and 1990 lakh."],
    ["toll ranges", "Between 15 and 20 were wounded."],
    ["toll ranges", "Between 1,200 and 1,500 died; 1200-1500 people fled."],
    ["toll ranges", "From 1990 to 2000 people fled."],
    ["toll ranges", "A crowd of 2014 came, then a total of 1999."],
    ["money", "The fund gave $1990 to the clinic, Rs 1999 and EUR 2010."],
    ["pages", "See page 1987, p. 2012 and pp. 1999-2001 of the file."],
    ["phones", "Call 555-2016, 0171-946-1998, 202-555-1987 or +44 20 7946 0958."],
    ["fractions", "About a 1/2 of them left; 3/4 stayed; 10/12 came."],
    ["ages", "The man, in his 30s, was 45 years old; a two-year-old and 10-year-olds were there."],
    ["ages", "The man, 19, and his wife, 21, left."],
    ["scores", "The score was 3-2, then 21-14 and 6/4."],
    ["percentages", "It rose 10.5 percent to 1,995 points."],
    ["sections", "Section 12.5 of the act was cut; Section 2011, Article 1999, s. 12(3), clause 2004, Rule 2011(b)."],
    ["models", "The B52, the F-105, the Boeing 737-800, the T-72, the AK-47, the MiG-29 and the Su-24 came back."],
    ["models", "It ran on Windows 2000; he drove a BMW 2002 and a Peugeot 2008."],
    ["names", "The 38th parallel was crossed by the 7th Division."],
    ["numbers", "Flight 1989 left from Room 2010 by Highway 2011; Bus no. 1984; Resolution 1973."],
    ["addresses", "He lived at 1999 Main Street and 2014 Elm Ave."],
    ["verses", "Psalm 1999, verse 5.12; Luke 4:12; chapter 2001."],
    ["codes", "ID 19990512, no. 12.05.99-A, version 2016.1.2, IP 10.12.20.16, zip 90210."],
    ["ratios", "The ratio was 2010:2011 at 2000 degrees."],
    ["clocks by themselves", "The tape runs 10:57; the score was 24:18."],
    ["what happens round the clock", "The shop is open 24/7, nine to five."],
    ["figures with letters", "In 2,014 cases it was the 2014th."],
  ])("%s: %s", (_, words) => {
    expect(found(words)).toEqual([]);
  });
});
