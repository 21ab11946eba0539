import { valueNamed } from '../blocks/attribute-values';
import type { KnownWord } from '../language/known-word';
import { Vocabulary } from '../language/vocabulary';
import type { CompiledItem } from '../model';
import type { FileFacts } from '../parse/facts';
import type { Span } from '../parse/span';
import { libraryDeck } from './library/example';
import type { BuiltDeck, LibraryRule } from './library-rule';

/**
 * Units that state the same fact (`fact=`) state it alike, in all decks. Their answers are compared: by their numbers
 * where they have any (“72%” and “about 72 per cent” agree), else by their words, of which one must hold the other's.
 */
export const contradiction: LibraryRule = {
  id: 'D08-contradiction',
  severity: 'warning',
  summary: 'Let all cards and cases with one `fact=` give one answer.',
  why: 'A figure that was brought up to date in one place only leaves a learner with two truths, each with a source.',
  ok: [libraryDeck({ fact: ['About 72% of infections', '72%'] })],
  notOk: [
    libraryDeck({ fact: ['About 72% of infections', '95%'] }),
    libraryDeck({ fact: ['Poliovirus', 'Coxsackievirus'] }),
  ],
  check({ decks }, report) {
    const vocabulary = new Vocabulary();
    const first = new Map<string, Statement>();
    for (const statement of decks.flatMap((deck) => statementsOf(deck, vocabulary))) {
      const { fact, file, span, words } = statement;
      const before = first.get(fact);
      if (before === undefined) first.set(fact, statement);
      else if (!agree(before.words, words))
        report(file, {
          span,
          message: `This does not say the same of \`${fact}\` as ${before.file.path}:${before.file.rangeOf(before.span).line}.`,
          hint: 'See which of the two holds, and change the other.',
        });
    }
  },
};

type Statement = Readonly<{ fact: string; file: FileFacts; span: Span; words: readonly KnownWord[] }>;

/** What the cards and cases of a deck say of the facts they name. */
function statementsOf({ facts, deck }: BuiltDeck, vocabulary: Vocabulary): readonly Statement[] {
  const found: Statement[] = [];
  for (const { file, block, variant, answer } of facts.cardTexts) {
    const fact = valueNamed(block.head.attributes, 'fact');
    if (fact !== null && variant !== 'rev')
      found.push({ fact, file, span: answer.span, words: vocabulary.wordsIn(answer.text) });
  }
  for (const item of deck.items) {
    const unit = facts.units.get(item.unit);
    if (item.fact !== null && unit !== undefined)
      found.push({
        fact: item.fact,
        file: unit.file,
        span: unit.block.head.nameSpan,
        words: vocabulary.wordsIn(keyText(item)),
      });
  }
  return found;
}

function keyText({ options }: CompiledItem): string {
  return options.find(({ isKey }) => isKey)?.text ?? '';
}

function agree(a: readonly KnownWord[], b: readonly KnownWord[]): boolean {
  const numbers = [a, b].map((words) => words.filter((word) => word.numeric));
  const [ofA = [], ofB = []] = numbers.every(({ length }) => length > 0)
    ? numbers
    : [a, b].map((words) => words.filter((word) => word.meaningful));
  return ofA.every((word) => holds(ofB, word)) || ofB.every((word) => holds(ofA, word));
}

function holds(words: readonly KnownWord[], wanted: KnownWord): boolean {
  return words.some((word) => word.stem === wanted.stem);
}
