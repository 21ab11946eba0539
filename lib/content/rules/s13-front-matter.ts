import type { Rule } from './rule';

/** The deck has front matter, in YAML that can be read, with the keys there are. */
export const frontMatter: Rule = {
  id: 'S13-front-matter',
  severity: 'error',
  summary:
    'Begin deck.md with front matter: the deck’s slug, its title, and only keys that the format knows.',
  why: 'It names the deck for good and holds what its units refer to; a misspelt key would silently be left out.',
  ok: ['---\ndeck: lmn-signs\ntitle: Lower motor neuron signs\nlanguage: en\n---\n\nNotes.'],
  notOk: [
    '---\ntitle: No slug\n---\n',
    '---\ndeck: lmn-signs\ntitle: Signs\nobjective:\n  L1: { text: Name the signs }\n---\n',
    '---\ndeck: lmn-signs\ntitle: [Signs\n---\n',
    '---\ndeck: lmn-signs\ndeck: again\ntitle: Signs\n---\n',
    '---\ndeck: LMN\ntitle: Signs\n---\n',
    '---\ndeck: lmn-signs\ntitle: 2019\n---\n',
    '---\ndeck: lmn-signs\ntitle: Signs\norder: [nowhere.md]\n---\n',
    '---\ndeck: lmn-signs\ntitle: Not closed\n',
    '---\ndeck: lmn-signs\ntitle: !!js/function "x"\n---\n',
  ],
  check(deck, report) {
    for (const file of deck.files)
      for (const problem of file.frontMatter?.problems ?? []) report(file, problem);
    for (const { file, ...problem } of deck.orderProblems) report(file, problem);
    const first = deck.files[0];
    if (deck.deckFile === null && first !== undefined)
      report(first, {
        span: { start: 0, end: 0 },
        message: 'This deck has no front matter.',
        hint: 'Let deck.md begin with lines `---`, `deck: its-slug`, `title: Its title`, `---`.',
      });
  },
};
