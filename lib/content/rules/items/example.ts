/** What an example shows of a vignette; the rest of it is short and plain. */
type VignetteParts = Readonly<{
  /** What stands in the braces. */
  head?: string;
  stem?: string;
  leadIn?: string;
  /** Words of the options, the right one with a star before it; further lines are written as they are. */
  options?: readonly string[];
  keyPoint?: string;
}>;

/** A vignette as an author writes it, to show what one rule accepts or not. */
export function vignette(parts: VignetteParts): string {
  const {
    head = '#a obj=L1 src=adams',
    stem = STEM,
    leadIn = LEAD_IN,
    options = OPTIONS,
    keyPoint = '',
  } = parts;
  const written = options.map((option, index) => {
    const box = option.startsWith('*') ? '[x]' : '[ ]';
    return `- ${box} **${letter(index)}.** ${option.replace(/^\*/, '')}`;
  });
  const end = keyPoint === '' ? '' : `\n\n**Key point:** ${keyPoint}`;
  return `:::vignette{${head}}\n${stem}\n\n**${leadIn}**\n\n${written.join('\n')}${end}\n:::`;
}

/** A match as an author writes it, with stems that name their key: `Wasting. {#horn key=A}`. */
export function match(directions: string, options: readonly string[], stems: readonly string[]): string {
  const letters = options.map((option, index) => `- **${letter(index)}.** ${option}`).join('\n');
  const numbered = stems.map((stem, index) => `${index + 1}. ${stem}`).join('\n');
  return `:::match{#a obj=L1 src=adams}\n**${directions}**\n\n${letters}\n\n${numbered}\n:::`;
}

const STEM = 'A 58-year-old man has had painless weakness of the right hand for 8 months.';
const LEAD_IN = 'Which of the following structures is most likely damaged?';
const OPTIONS = ['*Anterior horn', 'Dorsal root', 'Peripheral nerve'];

function letter(index: number): string {
  return String.fromCharCode(0x41 + index);
}
