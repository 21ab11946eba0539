import { fractionOf, seedOf } from '@/lib/base/seed';
import type { SourceFile } from '@/lib/content/model';

/** Files of the deck: a file of 500 cards is what a person still edits. */
const FILES = 10;
/** Units under one heading, as in `content/`. */
const UNITS_PER_SECTION = 6;

/**
 * The files of one deck with `cards` cards, the same on every run, made like those in `content/`: sections with prose,
 * tables, lists and links between them, questions (some asked both ways, some typed), clozes with hints, attributes on
 * everything, about 370 characters a card. It has no mistakes, so that all of it is built.
 */
export function generatedDeck(cards: number): readonly SourceFile[] {
  const files: string[] = [FRONT_MATTER];
  let made = 0;
  for (let unit = 0; made < cards; unit += 1) {
    const file = Math.min(FILES - 1, Math.floor((made * FILES) / cards));
    const wanted = cards - made;
    const section = unit % UNITS_PER_SECTION === 0 ? sectionText(unit / UNITS_PER_SECTION) : '';
    const block =
      chanceOf(unit, 'kind') < 0.3 && wanted >= 2 ? clozeText(unit) : questionText(unit, wanted >= 2);
    files[file] = (files[file] ?? '') + section + block.text;
    made += block.cards;
  }
  return files.map((text, index) => ({ path: index === 0 ? 'deck.md' : `part-${index}.md`, text }));
}

const SOURCES = ['dejong', 'mcgee', 'ko-2018', 'adams', 'sejvar-2003'];
const FRONT_MATTER = `---
deck: generated
title: A deck as large as a deck may be
description: Made for measuring, in the likeness of the built-in decks.
language: en
tags: [neurology, motor-system]
objectives:
${[1, 2, 3, 4, 5].map((number) => `  LO-L${number}: { text: "Explain what objective ${number} asks for.", bloom: understand }`).join('\n')}
sources:
${SOURCES.map((name) => `  ${name}: { title: "A textbook called ${name}", year: 2019, locator: "ch. 3", url: "https://example.org/${name}", tag: V }`).join('\n')}
---

`;

const PLACES =
  'anterior horn|ventral root|brachial plexus|lumbosacral plexus|radial nerve|ulnar nerve|median nerve|femoral nerve|peroneal nerve|tibial nerve|facial nucleus|facial canal|corticospinal tract|motor cortex|internal capsule|cerebral peduncle|pyramidal decussation|neuromuscular junction|hypoglossal nucleus|nucleus ambiguus|phrenic motor pool|cauda equina|conus medullaris|dorsal column|red nucleus';
const FINDINGS =
  'muscle bulk|resting tone|the tendon reflex|the plantar response|grip strength|forehead movement|eye closure|vital capacity|fine finger movement|the jaw jerk|calf girth|shoulder abduction|ankle dorsiflexion|tongue protrusion|palatal elevation|gait speed|hand dexterity|the abdominal reflex|sphincter control|swallowing';
const CAUSES =
  'denervation|demyelination|transection|compression|ischaemia|inflammation|viral invasion|axonal loss|conduction block|haemorrhage|a missense mutation|protein aggregation|vitamin deficiency|autoimmune attack|traction';
const TIMES =
  'within minutes|on the first day|after three days|after one week|after three weeks|after two months|after half a year|after one year|in infancy|in old age|during recovery|before treatment';
const COURSES =
  'Falls early and markedly|Stays as it was|Rises with faster stretching|Vanishes for good|Returns slowly and incompletely|Becomes brisk with sustained clonus|Shrinks by a third|Recovers completely by itself|Spares the upper half|Worsens towards the evening';
const REASONS =
  'because the reflex arc loses its efferent limb|because descending control is lost|since the muscle has no trophic support|as sprouting motor units take over|since both hemispheres supply it|as long as the root is intact';
const ASIDES =
  'This alone does not tell the level of the lesion.|Compare with the other side before concluding anything.|In tense people a beat or two can be *normal*.|The **pattern** counts for more than the degree.|Electromyography (EMG) shows it earlier than the hand does.|Beware of the exception: [a fresh lesion](#unit-0) looks just as limp.|Written “by the book”, this needs 3–5 weeks.';

const pools = new Map<string, readonly string[]>();

/** One of the choices, fixed by the unit and what it is for. */
function pick(choices: string, unit: number, use: string): string {
  const known = pools.get(choices) ?? choices.split('|');
  pools.set(choices, known);
  return known[Math.floor(chanceOf(unit, use) * known.length)] ?? '';
}

function chanceOf(unit: number, use: string): number {
  return fractionOf(seedOf(unit, use));
}

type Made = Readonly<{ text: string; cards: number }>;

function attributesOf(unit: number): string {
  const source = SOURCES[unit % SOURCES.length];
  const sources = unit % 4 === 0 ? `"${source} ${SOURCES[(unit + 1) % SOURCES.length]}"` : source;
  return `obj=LO-L${(unit % 5) + 1} src=${sources} tags="signs topic-${unit % 20}"`;
}

function questionText(unit: number, mayBeBoth: boolean): Made {
  const place = pick(PLACES, unit, 'place');
  const finding = pick(FINDINGS, unit, 'finding');
  const course = pick(COURSES, unit, 'course');
  const question = `How does ${finding} change ${pick(TIMES, unit, 'time')} when ${pick(CAUSES, unit, 'cause')} reaches the ${place} (case ${unit})?`;
  const kind = chanceOf(unit, 'direction');
  const both = kind < 0.12 && mayBeBoth;
  const typed = !both && kind > 0.93;
  const more = both
    ? ` dir=both back="Which site explains the course numbered ${unit}?"`
    : typed
      ? ` type=in accept="${course.toLowerCase()}; as before"`
      : '';
  const answer = unit % 3 === 0 ? `**${course}**` : `${course} ${pick(REASONS, unit, 'reason')}`;
  const aside = unit % 4 === 3 ? '' : `\n---\n\n${pick(ASIDES, unit, 'aside')}\n`;
  return {
    text: `:::qa{#unit-${unit} ${attributesOf(unit)}${more}}\n${question}\n\n---\n\n${answer}\n${aside}\n:::\n\n`,
    cards: both ? 2 : 1,
  };
}

function clozeText(unit: number): Made {
  const hint = unit % 2 === 0 ? '{hint="which site"}' : '';
  const text = `Established damage by ${pick(CAUSES, unit, 'cause')} to the :c1[${pick(PLACES, unit, 'place')}]${hint} in case ${unit} changes ${pick(FINDINGS, unit, 'finding')} ${pick(TIMES, unit, 'time')}, and the examiner finds that it :c2[${pick(COURSES, unit, 'course').toLowerCase()}] at 10:30.`;
  const aside = unit % 3 === 0 ? `\n---\n\n${pick(ASIDES, unit, 'aside')}\n` : '';
  return { text: `:::cloze{#unit-${unit} ${attributesOf(unit)}}\n${text}\n${aside}\n:::\n\n`, cards: 2 };
}

/** A heading with two paragraphs, and by turns a table, a list or nothing. */
function sectionText(number: number): string {
  const sentence = (index: number) => {
    const at = number * 20 + index;
    return `A lesion of the ${pick(PLACES, at, 'place')} by ${pick(CAUSES, at, 'cause')} changes ${pick(FINDINGS, at, 'finding')} ${pick(TIMES, at, 'time')}, ${pick(REASONS, at, 'reason')}.`;
  };
  const paragraph = (from: number) => [0, 1, 2].map((index) => sentence(from + index)).join('\n');
  const linked = `${paragraph(3)} See [the question](#unit-${number * UNITS_PER_SECTION}) about it.`;
  const table = `| Station | *Motor* signs | Course |\n|---|---|---|\n${[10, 11, 12, 13].map((at) => `| ${pick(PLACES, number + at, 'place')} | ${pick(FINDINGS, number + at, 'finding')} | ${pick(COURSES, number + at, 'course')} |`).join('\n')}\n\n`;
  const list = `${[14, 15, 16].map((at) => `- **${pick(PLACES, number + at, 'place')}**: ${sentence(at)}`).join('\n')}\n\n`;
  const figure = number % 4 === 0 ? table : number % 4 === 2 ? list : '';
  return `## Section ${number}: the ${pick(PLACES, number, 'place')} {#section-${number}}\n\n${paragraph(0)}\n\n${linked}\n\n${figure}`;
}
