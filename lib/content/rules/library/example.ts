/** What an example shows of a deck in a library; the rest of it covers what a library has to. */
type Shown = Readonly<{
  /** Claims of the cards. */
  claims?: string;
  cardTags?: string;
  cards?: number;
  cases?: number;
  /** Level of the objective. */
  bloom?: string;
  /** Claims of the wrong option of every case. */
  distractorClaims?: string;
  /** How many of the cases make a group. */
  group?: number;
  /** Answers of two more cards that state one fact. */
  fact?: readonly string[];
}>;

/** A whole deck as an author writes it, to show what a rule on libraries accepts or not. */
export function libraryDeck(shown: Shown): string {
  const { claims = 'C01 C02', cards = 2, cases = Math.max(1, shown.group ?? 0), fact = [] } = shown;
  const head = `obj=L1 src=adams claims="${claims}"`;
  const tags = shown.cardTags === undefined ? '' : ` tags=${shown.cardTags}`;
  const blocks = [
    ...times(cards, (n) => qa(`card-${n} ${head}${tags}`, `What does sign number ${n} show?`, `Level ${n}`)),
    ...times(cases, (n) =>
      vignette(`case-${n} ${head}${n <= (shown.group ?? 0) ? ' group=site' : ''}`, shown),
    ),
    ...fact.map((answer, at) =>
      qa(`fact-${at} ${head} fact=figure`, `What is known of figure ${at}?`, answer),
    ),
  ];
  const groups = shown.group === undefined ? '' : 'groups:\n  site: { concept: Where it strikes }\n';
  return `---\ndeck: example\ntitle: Example\nobjectives:\n  L1: { text: Place the lesion, bloom: ${shown.bloom ?? 'apply'} }\nsources:\n  adams: { title: Adams, year: 2019 }\n${groups}---\n\n${blocks.join('\n\n')}`;
}

function times(count: number, make: (number: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}

function qa(head: string, question: string, answer: string): string {
  return `:::qa{#${head}}\n${question}\n\n---\n\n${answer}\n:::`;
}

function vignette(head: string, { distractorClaims }: Shown): string {
  const braces = distractorClaims === undefined ? '' : ` {claims="${distractorClaims}"}`;
  const options = [
    '- [x] **A.** Anterior horn\n  > Motor signs alone, at one level, point to the horn of the cord.',
    `- [ ] **B.** Dorsal root${braces}\n  > Pain and loss of sensation would be expected.`,
    '- [ ] **C.** Muscle\n  > Reflexes would have been kept for longer.',
  ];
  return `:::vignette{#${head}}\nA 58-year-old man has had painless weakness of the right hand for 8 months.\n\n**Which of the following structures is most likely damaged?**\n\n${options.join('\n')}\n\n**Key point:** The horn has no sensory fibres.\n:::`;
}
