import { headNoun, isPlural } from '../language/head-noun';
import { wordsOf } from '../language/words';
import { vignette } from './items/example';
import { englishItemsOf, type ItemText } from './items/items-of';
import type { Report, Rule } from './rule';

const ENDS_WITH_ARTICLE = /\b(an?)\s?[?:…_.]{0,4}$/i;
const NUMBER_OF_VERB =
  /\bwhich(?: one)? of (?:the following|these)(?: [\w-]{1,30}){0,3}? (is|are|was|were)\b/i;

/** Words that only begin an order to do something; those that may be nouns as well (`block`, `record`) say nothing. */
const VERBS: ReadonlySet<string> = new Set(
  `administer advise apply arrange ask avoid begin check confirm consult continue counsel defer deliver discontinue
  educate encourage ensure give inform initiate inject insert inhibit keep let maintain obtain offer perform postpone
  prescribe prevent proceed promote provide reassure recommend reduce refer remove repeat replace send start stop suppress
  tell treat wait withdraw withhold`.split(/\s+/),
);

/**
 * Grammar that tells which options fit. "Which of the following is" is said of one and of many, so a singular verb only
 * counts where the key alone goes with it; a plural one where singular options stand among plural ones.
 */
export const grammaticalCue: Rule = {
  id: 'M12-grammatical-cue',
  severity: 'warning',
  summary: 'Let every option follow the lead-in in grammar: article, number, and all nouns or all verbs.',
  why: 'An option that does not fit the sentence is struck out without any medicine (NBME Item-Writing Guide: grammatical cues).',
  ok: [
    vignette({
      leadIn: 'Which of the following is most likely damaged?',
      options: ['*Axons', 'Muscle', 'Roots'],
    }),
    vignette({ options: ['Begin prednisone', '*Obtain an MRI', 'Refer to a surgeon'] }),
  ],
  notOk: [
    vignette({ leadIn: 'The damaged structure is most likely an', options: ['*Axon', 'Muscle', 'Root'] }),
    vignette({
      leadIn: 'Which of the following are most likely damaged?',
      options: ['*Axons', 'Muscle', 'Roots'],
    }),
    vignette({
      leadIn: 'Which of the following is most likely damaged?',
      options: ['*Muscle', 'Axons', 'Roots'],
    }),
    vignette({ options: ['*Prednisone', 'Acyclovir', 'Refer to a surgeon'] }),
  ],
  check(deck, report) {
    for (const item of englishItemsOf(deck)) {
      if (!item.firstOfSet || item.options.length < 2) continue;
      checkArticle(item, report);
      checkNumber(item, report);
      checkVerbs(item, report);
    }
  },
};

function checkArticle({ file, leadIn }: ItemText, report: Report): void {
  const found = ENDS_WITH_ARTICLE.exec(leadIn.text);
  if (found === null) return;
  report(file, {
    span: leadIn.spanOf(found.index, found.index + (found[1]?.length ?? 0)),
    message: `Only some options can follow “${found[1]}”.`,
    hint: 'Ask a whole question, and let options stand without an article.',
  });
}

function checkNumber({ file, item, leadIn, options, key, distractors }: ItemText, report: Report): void {
  const verb = NUMBER_OF_VERB.exec(leadIn.text)?.[1]?.toLowerCase();
  if (verb === undefined || item.kind === 'match') return;
  const wantsPlural = /^(?:are|were)$/.test(verb);
  const fits = ({ text }: { text: string }) => isPlural(headNoun(text)) === wantsPlural;
  const misfits = options.filter((option) => !fits(option));
  if (misfits.length === 0 || misfits.length === options.length) return;
  const onlyKeyFits = key !== null && fits(key) && !distractors.some(fits);
  if (!wantsPlural && !onlyKeyFits) return;
  for (const { option } of misfits)
    report(file, {
      span: option.textSpan,
      message: `This option does not go with “${verb}”.`,
      hint: 'Word the options all in the singular or all in the plural.',
    });
}

function checkVerbs({ file, options }: ItemText, report: Report): void {
  const isVerb = ({ text }: { text: string }) => VERBS.has(wordsOf(text.slice(0, 40))[0]?.text ?? '');
  const nominal = options.filter((option) => !isVerb(option));
  const isMixed = nominal.length < options.length && nominal.some(({ text }) => wordsOf(text).length === 1);
  const odd = nominal.length * 2 <= options.length ? nominal : options.filter(isVerb);
  if (!isMixed) return;
  for (const { option } of odd)
    report(file, {
      span: option.textSpan,
      message: 'Some options are orders and some are things.',
      hint: 'Begin all of them with a verb, or none.',
    });
}
