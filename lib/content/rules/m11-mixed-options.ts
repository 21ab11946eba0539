import { quantityOf } from '../language/numbers';
import { type OptionClass, optionClass } from '../language/option-class';
import { wordCount } from '../language/words';
import { vignette } from './items/example';
import { englishItemsOf, type ItemText, type OptionText } from './items/items-of';
import type { Report, Rule } from './rule';

/** The longest option may have this many times the words of the shortest. */
const MOST_TIMES_WORDS = 4;
/** Names of five words stand beside names of one all through medicine. */
const FEWEST_OF_LONG = 6;

/**
 * Options of one kind and one form. Classes come from the form of words, so only what is plain is told: one option among
 * two or more of another class. Tests and drugs go together where the next step is asked for, and a gene or a level may
 * keep the capital or small letter it is written with. Parts of speech are the matter of M12.
 */
export const mixedOptions: Rule = {
  id: 'M11-mixed-options',
  severity: 'warning',
  summary: 'Make all options one kind of thing, and write them in one form.',
  why: 'The option that differs in kind, length or punctuation is taken or struck out unread (NBME Item-Writing Guide: nonhomogeneous options).',
  ok: [
    vignette({
      options: ['Acyclovir', 'Ceftriaxone', '*Prednisone'],
      leadIn: 'Which of the following drugs helps most?',
    }),
    vignette({
      options: ['*Acyclovir', 'Electromyography', 'Ceftriaxone'],
      leadIn: 'Which of the following is the best next step in management?',
    }),
  ],
  notOk: [
    vignette({
      options: ['Acyclovir', 'Ceftriaxone', '*Lumbar puncture'],
      leadIn: 'Which of the following helps most?',
    }),
    vignette({ options: ['*Horn', 'Root', 'Sensory axons of the distal peripheral nerve'] }),
    vignette({ options: ['*Anterior horn', 'Dorsal root', 'Peripheral nerve.'] }),
    vignette({ options: ['*Anterior horn', 'Dorsal root', 'peripheral nerve'] }),
  ],
  check(deck, report) {
    for (const item of englishItemsOf(deck)) {
      if (!item.firstOfSet || item.options.length < 3) continue;
      checkClasses(item, report);
      checkForm(item, report);
    }
  },
};

function checkClasses({ file, options, leadIn }: ItemText, report: Report): void {
  const isNextStep = /\b(?:next|step|management|action|intervention|do|done)\b/i.test(leadIn.text);
  const classOf = (option: OptionText): OptionClass | null => {
    const found = optionClass(option.text);
    return isNextStep && (found === 'test' || found === 'drug') ? null : found;
  };
  const classes = options
    .map((option) => ({ option, name: classOf(option) }))
    .filter(({ name }) => name !== null);
  const counts = new Map<OptionClass | null, number>();
  for (const { name } of classes) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most === undefined || most[1] < 2) return;
  for (const { option, name } of classes)
    if (name !== most[0] && counts.get(name) === 1)
      report(file, {
        span: option.option.textSpan,
        message: `By its name this is another kind of thing (${name}) than ${most[1]} other options (${most[0]}).`,
        hint: 'Ask for one kind of thing, and let every option be one.',
      });
}

function checkForm({ file, options, item }: ItemText, report: Report): void {
  const tell = (option: OptionText, message: string, hint: string) =>
    report(file, { span: option.option.textSpan, message, hint });
  const prose = options.filter(({ text }) => text !== '' && quantityOf(text) === null);
  const counted = prose.map((option) => ({ option, words: wordCount(option.text) }));
  const fewest = Math.min(...counted.map(({ words }) => words));
  const long = counted.find(({ words }) => words >= FEWEST_OF_LONG && words > MOST_TIMES_WORDS * fewest);
  if (long !== undefined && item.kind === 'vignette')
    tell(
      long.option,
      `This option has ${long.words} words, and another only ${fewest}.`,
      'Give all options about the same detail.',
    );
  const stopped = minority(options, ({ text }) => /[.!]$/.test(text));
  if (stopped !== null)
    tell(
      stopped,
      'Some options end with a full stop and some do not.',
      'Options that are no sentences end without one.',
    );
  const cased = prose.filter(({ text }) => /^\p{Lu}\p{Ll}|^\p{Ll}{2}(?!\S*[\p{Lu}\d])/u.test(text));
  const odd = minority(cased, ({ text }) => /^\p{Lu}/u.test(text));
  if (odd !== null)
    tell(
      odd,
      'Some options begin with a capital and some do not.',
      'Begin all of them with a capital letter.',
    );
}

/** The first of those fewer options that are not like the rest; null where all are alike. */
function minority(options: readonly OptionText[], has: (option: OptionText) => boolean): OptionText | null {
  const having = options.filter(has);
  if (having.length === 0 || having.length === options.length) return null;
  const fewer = having.length * 2 <= options.length ? having : options.filter((option) => !has(option));
  return fewer[0] ?? null;
}
