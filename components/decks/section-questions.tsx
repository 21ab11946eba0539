import { counted } from '@/components/ui/quantity';
import type { LearnerId } from '@/lib/base/ids';
import type { ChapterCard } from '@/lib/content/deck-summary';
import { ResumeButton } from './resume-button';
import { StandingMark } from './standing-mark';

/** A unit with the fronts of its cards: siblings stand together and share the anchor. */
export type UnitQuestions = Readonly<{ unit: string; cards: readonly ChapterCard[] }>;

type SectionQuestionsProps = Readonly<{
  questions: readonly UnitQuestions[];
  title: string | null;
  learnerId: LearnerId | null;
}>;

/** The questions that stand in a section, each reachable by the anchor of its unit. */
export function SectionQuestions({ questions, title, learnerId }: SectionQuestionsProps) {
  if (questions.length === 0) return null;
  const count = questions.reduce((sum, { cards }) => sum + cards.length, 0);
  return (
    <aside
      aria-label={title === null ? 'Questions' : `Questions on ${title}`}
      className="mt-6 border-t border-ink pt-3 font-sans text-base"
    >
      <p className="eyebrow">{counted(count, 'question', 'questions')} on this</p>
      <ul className="mt-1">
        {questions.map(({ unit, cards }) => (
          <li
            key={unit}
            id={unit}
            className="scroll-mt-6 border-b border-hairline py-2 last:border-0 target:bg-wash target:shadow-[-0.75rem_0_0_var(--wash),0.75rem_0_0_var(--wash)]"
          >
            {cards.map((card) => (
              <p key={card.uid} className="flex items-baseline gap-3 py-0.5 leading-snug">
                {learnerId !== null && <StandingMark standing={card.standing} />}
                <span>{card.frontText}</span>
                {learnerId !== null && card.standing === 'suspended' && (
                  <ResumeButton learnerId={learnerId} uid={card.uid} question={card.frontText} />
                )}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** The cards of a chapter by section (null: before the first heading), siblings gathered, in the deck's order. */
export function questionsBySection(
  cards: readonly ChapterCard[],
): ReadonlyMap<string | null, readonly UnitQuestions[]> {
  const sections = new Map<string | null, Map<string, ChapterCard[]>>();
  for (const card of cards) {
    const units = sections.get(card.section) ?? new Map<string, ChapterCard[]>();
    sections.set(card.section, units.set(card.unit, [...(units.get(card.unit) ?? []), card]));
  }
  return new Map(
    [...sections].map(([slug, units]) => [slug, [...units].map(([unit, own]) => ({ unit, cards: own }))]),
  );
}
