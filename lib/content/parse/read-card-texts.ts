import type { RootContent } from 'mdast';
import type { KnownWord } from '../language/known-word';
import type { Passage } from '../language/passage';
import { Vocabulary } from '../language/vocabulary';
import { plainText } from '../render/plain-text';
import type { Attribute } from './attributes';
import type { Block, Deletion } from './block';
import type { CardText, FileFacts } from './facts';
import { endOf, startOf } from './markdown';
import { isClozeKey } from './read-deletions';

/** The texts of all questions and clozes of a deck, card by card in reading order. Cards without an answer are left out. */
export function readCardTexts(files: readonly FileFacts[]): readonly CardText[] {
  const vocabulary = new Vocabulary();
  const texts: CardText[] = [];
  for (const file of files)
    for (const block of file.blocks) {
      if (block.kind === 'qa') readQuestion(file, block, vocabulary, texts);
      else if (block.kind === 'cloze') readCloze(file, block, vocabulary, texts);
    }
  return texts;
}

function readQuestion(file: FileFacts, block: Block, vocabulary: Vocabulary, texts: CardText[]): void {
  const [questionNodes, answerNodes] = block.parts;
  if (questionNodes === undefined || answerNodes === undefined) return;
  const question = passageOf(questionNodes, block, vocabulary);
  const answer = passageOf(answerNodes, block, vocabulary);
  texts.push({ file, block, variant: 'fwd', asked: question, answer, shown: question.words });
  if (attributeOf(block, 'dir')?.value !== 'both') return;
  const back = attributeOf(block, 'back');
  const asked: Passage =
    back === undefined ? answer : vocabulary.read(back.value, back.valueSpan.start, back.valueSpan.end);
  texts.push({ file, block, variant: 'rev', asked, answer: question, shown: asked.words });
}

const NONE: readonly RootContent[] = [];

function readCloze(file: FileFacts, block: Block, vocabulary: Vocabulary, texts: CardText[]): void {
  const asked = passageOf(block.parts[0] ?? NONE, block, vocabulary);
  const first = texts.length;
  for (const deletion of block.deletions) {
    const { name } = deletion.node;
    if (deletion.label !== 'text' || !isClozeKey(name)) continue;
    const hidden = hiddenBy(deletion, vocabulary);
    let at = first;
    while (at < texts.length && texts[at]?.variant !== name) at += 1;
    const before = texts[at];
    // The same key twice is one card that hides both.
    const answer = before === undefined ? hidden : before.answer.with(hidden);
    const shown = without(asked.words, answer.words);
    texts[at] = { file, block, variant: name, asked, answer, shown };
  }
}

function without(words: readonly KnownWord[], hidden: readonly KnownWord[]): readonly KnownWord[] {
  return words.filter((word) => !hidden.includes(word));
}

function hiddenBy({ node, span }: Deletion, vocabulary: Vocabulary): Passage {
  return vocabulary.read(plainText(node.children), span.start, span.end);
}

function passageOf(nodes: readonly RootContent[], block: Block, vocabulary: Vocabulary): Passage {
  const text = plainText(nodes);
  const [first] = nodes;
  const last = nodes[nodes.length - 1];
  if (first !== undefined && last !== undefined) return vocabulary.read(text, startOf(first), endOf(last));
  const { start, end } = block.head.nameSpan;
  return vocabulary.read(text, start, end);
}

function attributeOf(block: Block, name: string): Attribute | undefined {
  for (const attribute of block.head.attributes) if (attribute.name === name) return attribute;
  return undefined;
}
