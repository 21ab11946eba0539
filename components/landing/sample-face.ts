/** The card shown to visitors, in the words of the built-in deck it comes from. */
export const SAMPLE = {
  deckTitle: 'Lower motor neuron signs',
  question: 'Which motor sign do upper and lower motor neuron lesions have in common?',
  answer: 'Weakness',
  extra: 'It does not localise; tone, bulk, reflexes and plantar response do.',
} as const;
