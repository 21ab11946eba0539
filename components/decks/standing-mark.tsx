import type { ChapterCard } from '@/lib/content/deck-summary';

type Standing = ChapterCard['standing'];

const MARKS: Readonly<Record<Standing, Readonly<{ word: string; path: string; look: string }>>> = {
  new: { word: 'not met yet', path: 'M6 2a4 4 0 1 0 .01 0z', look: 'fill-none stroke-edge' },
  learning: {
    word: 'learning',
    path: 'M6 2a4 4 0 1 0 .01 0zM6 2v8a4 4 0 0 1 0-8z',
    look: 'fill-again stroke-again [fill-rule:evenodd]',
  },
  review: { word: 'in review', path: 'M6 2a4 4 0 1 0 .01 0z', look: 'fill-good stroke-good' },
  suspended: { word: 'suspended', path: 'M2.5 6h7', look: 'fill-none stroke-soft' },
};

/** Where the learner stands with a card: an empty ring, half full, full, or a dash; and a word. */
export function StandingMark({ standing }: Readonly<{ standing: Standing }>) {
  const { word, path, look } = MARKS[standing];
  return (
    <svg viewBox="0 0 12 12" className="size-3 shrink-0" role="img" aria-label={word}>
      <title>{word}</title>
      <path d={path} strokeWidth="1.4" className={look} />
    </svg>
  );
}

/** What the marks mean, for the eye; each mark says it by itself to a screen reader. */
export function StandingLegend() {
  return (
    <ul aria-hidden="true" className="mt-6 flex flex-wrap gap-x-5 gap-y-1 text-sm text-soft">
      {(['new', 'learning', 'review'] as const).map((standing) => (
        <li key={standing} className="flex items-center gap-2">
          <StandingMark standing={standing} /> {MARKS[standing].word}
        </li>
      ))}
    </ul>
  );
}
