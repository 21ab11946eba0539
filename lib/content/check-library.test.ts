import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLibrary, type LibrarySource } from './check-library';
import { authoredText } from './golden/authored-text';
import { libraryStats } from './library-stats';
import { libraryDeck } from './rules/library/example';

const CLAIMS = 'C01: { text: Tone falls }\nC02: { text: It does not always fall, corrected: true }\n';

/** A library of decks by the names of their folders, with a list of claims. */
function libraryOf(decks: Readonly<Record<string, string>>, claims: string | null = CLAIMS): LibrarySource {
  return {
    decks: Object.entries(decks).map(([name, text]) => ({
      files: [{ path: `${name}/deck.md`, text }],
      media: null,
    })),
    complete: true,
    claims: claims === null ? null : { path: 'claims.yaml', text: claims },
    foreignRuns: null,
    today: '2026-11-24',
  };
}

/** What is told, of the library first and then of each deck; the wording of its cases is judged elsewhere. */
function told(source: LibrarySource): readonly string[] {
  const { diagnostics, decks } = checkLibrary(source);
  return [...diagnostics, ...decks.flatMap((deck) => deck.diagnostics)]
    .filter(({ ruleId }) => !ruleId.startsWith('M'))
    .map(({ file, line, ruleId }) => `${file}:${line} ${ruleId}`);
}

const signs = libraryDeck({ cardTags: 'correction', distractorClaims: 'C02' });
const palsy = signs.replace('deck: example', 'deck: palsy');

describe('a library', () => {
  test('lets its decks link to each other, and tells a link to what is not there', () => {
    const linking = (target: string) => ({ example: signs, palsy: `${palsy}\n\nSee [it](${target}).\n` });
    const links = (target: string) => told(libraryOf(linking(target))).filter((one) => one.includes('S12'));
    expect(links('example/card-1')).toEqual([]);
    expect(links('example/card-9')).toEqual([expect.stringContaining('palsy/deck.md')]);
    expect(links('exampel/card-1')).toEqual([expect.stringContaining('palsy/deck.md')]);
  });

  test('that is not known to be complete judges no link into decks that it does not hold', () => {
    const source = libraryOf({ palsy: `${palsy}\n\nSee [it](elsewhere/card-1).\n` });
    expect(told({ ...source, complete: false }).filter((one) => one.includes('S12'))).toEqual([]);
  });

  test('tells at its line in the list a claim that nothing teaches', () => {
    const source = libraryOf({ example: signs }, `${CLAIMS}C03: { text: Reflexes go }\n`);
    expect(told(source)).toContain('claims.yaml:3 D01-uncovered-claim');
  });

  test('tells a claim that a card names and the list does not', () => {
    const source = libraryOf({ example: signs.replaceAll('C01 C02', 'C01 C02 C07') });
    expect(told(source)).toContain('example/deck.md:10 S12-dangling-reference');
  });

  test('is held to its claims only when none of its decks is broken', () => {
    const source = libraryOf(
      { example: signs, palsy: palsy.replace('#card-1 ', '') },
      'C09: { text: New }\n',
    );
    expect(told(source).filter((one) => one.includes(' D01'))).toEqual([]);
  });

  test('without a list of claims promises nothing', () => {
    expect(
      told(libraryOf({ example: libraryDeck({ cards: 1 }) }, null)).filter((one) => / D0/.test(one)),
    ).toEqual([]);
  });

  test.each([
    ['no YAML', 'C01: [', /S13/],
    ['a claim without text', 'C01: { corrected: true }', /S13/],
    ['a key that there is not', 'C01: { text: Tone falls, wrong: true }', /S13/],
    ['a number that is none', 'one: { text: Tone falls }', /S13/],
  ])('tells of %s in the list of claims', (_, claims, rule) => {
    expect(told(libraryOf({ example: signs }, claims))[0]).toMatch(rule);
    expect(told(libraryOf({ example: signs }, claims))[0]).toMatch(/^claims\.yaml:1 /);
  });

  test('lets the front matter of a deck silence what is told of the deck, and says why', () => {
    const thin = libraryDeck({ cards: 1, cardTags: 'correction', distractorClaims: 'C02' });
    const silenced = thin.replace('title: Example\n', 'title: Example\nignore: { D02: one card so far }\n');
    expect(told(libraryOf({ example: thin }))).toEqual(['example/deck.md:5 D02-thin-objective']);
    expect(told(libraryOf({ example: silenced }))).toEqual([]);
    expect(checkLibrary(libraryOf({ example: silenced })).silenced).toMatchObject([
      { ruleId: 'D02-thin-objective', reason: 'one card so far' },
    ]);
  });

  test('tells of an entry that silences nothing', () => {
    const ignoring = signs.replace('title: Example\n', 'title: Example\nignore: { D02: not needed }\n');
    expect(told(libraryOf({ example: ignoring }))).toEqual(['example/deck.md:4 S14-ignore']);
  });

  test('never throws, whatever the texts, and counts what it can', () => {
    fc.assert(
      fc.property(authoredText, authoredText, (deck, claims) => {
        libraryStats(checkLibrary(libraryOf({ example: signs, broken: deck }, claims)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the figures of a library', () => {
  const stats = libraryStats(checkLibrary(libraryOf({ example: signs, palsy: libraryDeck({ cards: 1 }) })));

  test('count cards, cases, objectives and claims, of each deck and in all', () => {
    expect(stats.decks[0]).toMatchObject({
      deck: 'example',
      cards: 2,
      vignettes: 1,
      matchItems: 0,
      objectives: { covered: 1, all: 1 },
      claims: { covered: 2, all: 2 },
      bloom: { apply: 1 },
      appliedShare: 1,
      errors: 0,
    });
    expect(stats.all).toMatchObject({
      cards: 3,
      vignettes: 2,
      objectives: { covered: 1, all: 2 },
      errors: 0,
    });
  });

  test('name the cards and cases by which a claim is set right', () => {
    expect(stats.corrections).toEqual([
      {
        claim: 'C02',
        text: 'It does not always fall',
        cards: ['example/card-1:fwd', 'example/card-2:fwd'],
        misconceptions: ['example/case-1:case'],
      },
    ]);
  });

  test('list what is thin and what is stale, also where it is silenced', () => {
    const old = signs.replace('#card-1 ', '#card-1 asOf=2024-01-01 ignore="F13 history" ');
    const found = libraryStats(checkLibrary(libraryOf({ example: old })));
    expect(found.stale).toMatchObject([{ ruleId: 'F13-stale', line: 10 }]);
    expect(found.silenced).toMatchObject([{ ruleId: 'F13-stale', reason: 'history' }]);
    expect(stats.thinObjectives).toEqual([{ deck: 'example', objective: 'L1', cards: 1, items: 1 }]);
  });
});
