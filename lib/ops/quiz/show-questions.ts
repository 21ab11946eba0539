import { drawingsIn, placeFigures } from '@/lib/content/place-figures';
import { findDrawings } from '@/lib/db/media';
import type { PublicQuestion } from '@/lib/quiz/model';
import { publicQuestion } from '@/lib/quiz/public-question';
import type { Ctx } from '../ctx';
import type { Paper } from './read-paper';

/** The questions of a paper as a browser may see them before they are answered, in order, with their drawings set in. */
export async function showQuestions(
  { db }: Pick<Ctx, 'db'>,
  paper: Paper,
): Promise<readonly PublicQuestion[]> {
  const questions = [...paper].map(([slot, { shown }]) =>
    publicQuestion(shown.item, { slot, deck: shown.deck.slug, language: shown.deck.language }),
  );
  const html = questions.flatMap(({ stemHtml, leadInHtml, options }) => [
    stemHtml,
    leadInHtml,
    ...options.map((option) => option.html),
  ]);
  const drawings = await findDrawings(db.read, html.flatMap(drawingsIn));
  // An attempt's questions and explanations may stand on one page: each part has a name of its own.
  return questions.map((question) => {
    const placed = (part: string, name: string) => placeFigures(part, drawings, `q${question.slot}-${name}`);
    return {
      ...question,
      stemHtml: placed(question.stemHtml, 'stem'),
      leadInHtml: placed(question.leadInHtml, 'question'),
      options: question.options.map((option) => ({ ...option, html: placed(option.html, option.key) })),
    };
  });
}
