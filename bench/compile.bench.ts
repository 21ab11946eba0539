// Compiling a deck of 5,000 cards whole, with every rule and all HTML, against parsers that do nothing but parse the
// same text, in the same process and in turns: remark with the plugins the format would need, and satteri, the parser
// inside. Each round gives one ratio, so that whatever else the machine does weighs on both sides of it alike.
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { markdownToMdast } from 'satteri';
import { unified } from 'unified';
import { compileDeck } from '@/lib/content/compile-deck';
import { ALONE } from '@/lib/content/context';
import { atMost, median, quantile, table, verdict } from './figures';
import { generatedDeck } from './generated-deck';

const CARDS = 5_000;
const ROUNDS = 25;
const WARM_UP_ROUNDS = 5;
/** Remark takes seconds, and its ratio is far from its gate: a round in eight is enough. */
const REMARK_EVERY = 8;

const files = generatedDeck(CARDS);
const remark = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);
const features = { gfm: true, directive: true, math: { singleDollarTextMath: false }, frontmatter: false };

const compiled = compileDeck(files, ALONE);
if (compiled.deck?.cards.length !== CARDS)
  throw new Error(`The generated deck has ${compiled.deck?.cards.length ?? 'no'} cards instead of ${CARDS}.`);

const timings = { remark: [] as number[], satteri: [] as number[], hornbook: [] as number[] };
const ratios = { remark: [] as number[], satteri: [] as number[] };
for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
  const satteri = timed(() => files.map(({ text }) => markdownToMdast(text, { features })));
  const hornbook = timed(() => compileDeck(files, ALONE));
  const withRemark = round >= 0 && round % REMARK_EVERY === 0;
  const bare = withRemark ? timed(() => files.map(({ text }) => remark.parse(text))) : null;
  if (round < 0) continue;
  timings.satteri.push(satteri);
  timings.hornbook.push(hornbook);
  ratios.satteri.push(hornbook / satteri);
  if (bare === null) continue;
  timings.remark.push(bare);
  ratios.remark.push(bare / hornbook);
}

const length = files.reduce((sum, { text }) => sum + text.length, 0);
console.log(
  `${CARDS} cards in ${files.length} files, ${length} characters; ${compiled.diagnostics.length} diagnostics\n`,
);
const row = (name: string, values: readonly number[], digits: number) => [
  name,
  ...[0, 0.25, 0.5, 0.75, 1].map((q) => quantile(values, q).toFixed(digits)),
];
console.log(
  table(
    ['', 'min', 'p25', 'p50', 'p75', 'max'],
    [
      row('bare remark, ms', timings.remark, 0),
      row('bare satteri, ms', timings.satteri, 1),
      row('compile, ms', timings.hornbook, 1),
      row('bare remark / compile', ratios.remark, 1),
      row('compile / bare satteri', ratios.satteri, 2),
    ],
  ),
);
const verdicts = [
  verdict('bare remark / compile', median(ratios.remark), 20),
  atMost('compile / bare satteri', median(ratios.satteri), 3),
];
console.log(`\n${verdicts.join('\n')}`);
if (verdicts.some((line) => line.startsWith('MISSES'))) process.exitCode = 1;

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
