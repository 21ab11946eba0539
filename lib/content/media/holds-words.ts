/** Whether the words of `phrase` stand together in `text`, whatever their case, accents and the signs between them. */
export function holdsWords(text: string, phrase: string): boolean {
  const words = wordsOf(phrase);
  return words !== '' && ` ${wordsOf(text)} `.includes(` ${words} `);
}

function wordsOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
