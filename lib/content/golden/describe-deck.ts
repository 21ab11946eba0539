import { formatDiagnostic } from '../format-diagnostic';
import type { CompiledCard, CompiledItem, CompileResult } from '../model';

/** What a deck compiles to, as a person would tell it: its problems, its notes, then each card and each case. */
export function describeDeck({ deck, diagnostics }: CompileResult): string {
  const notes = wordsOf(deck?.notesHtml ?? '');
  return [
    ...diagnostics.map(formatDiagnostic),
    ...(notes === '' ? [] : [`notes ${notes}`]),
    ...(deck?.cards ?? []).map(describeCard),
    ...(deck?.items ?? []).map(describeItem),
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

function describeItem(item: CompiledItem): string {
  const options = item.options.map(({ letter, text, isKey, rationaleHtml, confusable }) =>
    said(
      `${letter}${isKey ? ' key' : ''}`,
      [text, wordsOf(rationaleHtml ?? ''), confusable === null ? '' : `(${confusable})`]
        .filter((words) => words !== '')
        .join(' – '),
    ),
  );
  return [
    `item ${item.key}`,
    said('memory', item.memoryKey === item.key ? '' : item.memoryKey),
    said('stem', wordsOf(item.stemHtml)),
    said('asks', item.leadInText),
    ...options,
    said('why', wordsOf(item.rationaleHtml ?? '')),
    said('point', wordsOf(item.keyPointHtml ?? '')),
    said('cards', item.links.join(' ')),
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
    .replaceAll('\n', ' ')
    .replace(/<img\b[^>]*\balt="([^"]*)"[^>]*>/g, '(picture: $1)')
    .replace(/<svg\b([^>]*)>[\s\S]*?<\/svg>/g, (_, attributes: string) => `(picture: ${seen(attributes)})\n`)
    .replace(/<mark\b[^>]*>/g, '«')
    .replace(/<\/mark>/g, '»')
    .replace(/<\/t[hd]>(?=<t[hd])/g, ' | ')
    .replace(/<\/(?:p|li|tr|h\d|pre|blockquote|div|aside|caption)>|<br>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (reference) => CHARACTERS[reference] ?? reference)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' / ');
}

/** What a drawing shows, and how its parts are marked. */
function seen(attributes: string): string {
  const label = /\baria-label="([^"]*)"/.exec(attributes)?.[1] ?? '';
  const marks = /\bdata-marks="([^"]+)"/.exec(attributes)?.[1];
  return marks === undefined ? label : `${label}; ${marks.split(' ').join(', ').replaceAll(':', ' ')}`;
}

const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
