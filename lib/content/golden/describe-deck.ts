import { formatDiagnostic } from '../format-diagnostic';
import type { CompiledCard, CompileResult } from '../model';

/** What a deck compiles to, as a person would tell it: its problems, its notes, then each card with its sides. */
export function describeDeck({ deck, diagnostics }: CompileResult): string {
  const notes = wordsOf(deck?.notesHtml ?? '');
  return [
    ...diagnostics.map(formatDiagnostic),
    ...(notes === '' ? [] : [`notes ${notes}`]),
    ...(deck?.cards ?? []).map(describeCard),
  ].join('\n');
}

function describeCard(card: CompiledCard): string {
  return [
    `card ${card.key}`,
    said('front', wordsOf(card.frontHtml)),
    said('back', wordsOf(card.backHtml)),
    said('extra', wordsOf(card.extraHtml ?? '')),
    said('typed', (card.accept ?? []).join('; ')),
    said('section', card.section ?? ''),
    said('was', (card.was ?? []).join(' ')),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** A line of the description; nothing where there is nothing to say. */
function said(what: string, words: string): string {
  return words === '' ? '' : `  ${what.padEnd(7)} ${words}`;
}

/** The words of HTML that we rendered. « » stand around what the back of a card marks, / between its lines. */
function wordsOf(html: string): string {
  return html
    .replace(/<img\b[^>]*\balt="([^"]*)"[^>]*>/g, '(picture: $1)')
    .replace(/<mark\b[^>]*>/g, '«')
    .replace(/<\/mark>/g, '»')
    .replace(/<\/t[hd]>(?=<t[hd])/g, ' | ')
    .replace(/<\/(?:p|li|tr|h\d|pre|blockquote|div)>|<br>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (reference) => CHARACTERS[reference] ?? reference)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' / ');
}

const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
