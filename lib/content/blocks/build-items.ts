import type { RootContent } from 'mdast';
import { answerHash, cardKey, itemContentHash } from '../identity';
import type { Bloom, CompiledItem, CompiledOption } from '../model';
import type { Attribute } from '../parse/attributes';
import type { DeckFacts } from '../parse/facts';
import type { DeckFrontMatter } from '../parse/front-matter-schema';
import type { Item, ItemSet, Option } from '../parse/item';
import { namedNotes } from '../render/footnote-list';
import type { RenderScope } from '../render/render-html';
import { renderPart } from '../render/render-part';
import { renderStem } from '../render/render-stem';
import { valueNamed, wordsNamed } from './attribute-values';
import { commonOf, scopeOf } from './build-cards';
import { ListsRead } from './lists-read';

/** All items of a deck without errors, in reading order. */
export function buildItems(deck: DeckFacts, info: DeckFrontMatter): readonly CompiledItem[] {
  const items: CompiledItem[] = [];
  const lists = new ListsRead();
  for (const file of deck.files) {
    if (file.itemSets.length === 0) continue;
    const scope = scopeOf(deck, file, info.deck);
    for (const set of file.itemSets) {
      const shared = sharedOf(deck, set, scope, lists);
      for (const item of set.items) items.push(buildItem(set, item, shared, info, scope, items.length));
    }
  }
  return items;
}

/** What is the same for all items of a set. */
type Shared = ReturnType<typeof sharedOf>;

function sharedOf(deck: DeckFacts, set: ItemSet, scope: RenderScope, lists: ListsRead) {
  return {
    ...commonOf(deck, set.block, lists),
    group: valueNamed(set.block.head.attributes, 'group'),
    leadInHtml: set.leadIn === null ? '' : renderPart([set.leadIn.node], scope),
    leadInText: set.leadIn?.text ?? '',
    options: set.options.map((option) => buildOption(option, scope)),
    keyPointHtml: htmlOf(set.keyPoint, scope),
    extraHtml: htmlOf(set.extra, scope),
  };
}

function buildOption(option: Option, scope: RenderScope): CompiledOption {
  const { letter, content, text, rationale, attributes } = option;
  return {
    letter,
    html: renderPart(content, scope),
    text,
    isKey: false,
    rationaleHtml: htmlOf(rationale, scope),
    pin: valueNamed(attributes, 'pin') !== null,
    confusable: valueNamed(attributes, 'confusable'),
    claims: wordsNamed(attributes, 'claims'),
  };
}

function htmlOf(nodes: readonly RootContent[] | null, scope: RenderScope): string | null {
  return nodes === null || nodes.length === 0 ? null : renderPart(nodes, scope);
}

function buildItem(
  set: ItemSet,
  item: Item,
  shared: Shared,
  info: DeckFrontMatter,
  scope: RenderScope,
  position: number,
): CompiledItem {
  const { unit, group, leadInHtml, leadInText, keyPointHtml, extraHtml, section } = shared;
  const head = set.block.head.attributes;
  const variant = item.id === null ? 'case' : `s.${item.id.value}`;
  const options = shared.options.map((option) => ({ ...option, isKey: item.keys.includes(option.letter) }));
  const stemHtml = renderStem(item.stem, scope);
  const rationaleHtml = htmlOf(item.rationale, scope);
  const objectives = joined(head, item.attributes, 'obj');
  const sources = joined(head, item.attributes, 'src');
  const own = (name: string) => valueNamed(item.attributes, name) ?? valueNamed(head, name);
  const asOf = own('asOf');
  const { kind } = set;
  const shown = withNames(
    { stemHtml, leadInHtml, options, rationaleHtml, keyPointHtml, extraHtml },
    scope,
    `${unit}_${variant}`,
  );
  const answer = options.filter(({ isKey }) => isKey).map(({ text }) => text);
  const made: CompiledItem = {
    key: cardKey(unit, variant),
    unit,
    variant,
    kind,
    position,
    group,
    memoryKey: cardKey(group ?? unit, variant),
    ...shown,
    leadInText,
    links: linksOf(joined(head, item.attributes, 'links'), info.deck),
    objectives,
    sources,
    tags: joined(head, item.attributes, 'tags'),
    claims: joined(head, item.attributes, 'claims'),
    bloom: bloomOf(own('bloom'), objectives, info),
    fact: own('fact'),
    asOf,
    reviewBy: own('reviewBy'),
    section,
    contentHash: itemContentHash({ ...shown, kind, sources, asOf }),
    answerHash: answerHash(answer.join('; '), Number(own('rev') ?? 1)),
  };
  const was = formerKeys(shared, item);
  return was.length === 0 ? made : { ...made, was };
}

type Shown = Pick<
  CompiledItem,
  'stemHtml' | 'leadInHtml' | 'options' | 'rationaleHtml' | 'keyPointHtml' | 'extraHtml'
>;

/** What is shown of an item, its notes with ids of their own. */
function withNames(shown: Shown, { footnotes, deck }: RenderScope, item: string): Shown {
  if (footnotes === undefined) return shown;
  const named = (html: string, part: string) => namedNotes(html, deck, item, part);
  const given = (html: string | null, part: string) => (html === null ? null : named(html, part));
  return {
    stemHtml: named(shown.stemHtml, 'stem'),
    leadInHtml: named(shown.leadInHtml, 'question'),
    options: shown.options.map((option) => ({
      ...option,
      html: named(option.html, option.letter),
      rationaleHtml: given(option.rationaleHtml, `${option.letter}_why`),
    })),
    rationaleHtml: given(shown.rationaleHtml, 'why'),
    keyPointHtml: given(shown.keyPointHtml, 'key'),
    extraHtml: given(shown.extraHtml, 'extra'),
  };
}

/** The words of a list that a set gives for all its items and an item may add to. */
function joined(head: readonly Attribute[], own: readonly Attribute[], name: string): readonly string[] {
  const words = wordsNamed(head, name);
  const more = wordsNamed(own, name);
  return more.length === 0 ? words : [...words, ...more.filter((word) => !words.includes(word))];
}

/** A link into the deck itself names the unit alone. */
function linksOf(links: readonly string[], deck: string): readonly string[] {
  const own = `${deck}/`;
  return [...new Set(links.map((link) => (link.startsWith(own) ? link.slice(own.length) : link)))];
}

function bloomOf(own: string | null, objectives: readonly string[], info: DeckFrontMatter): Bloom | null {
  const named = own ?? objectives.map((name) => info.objectives?.[name]?.bloom).find((level) => level);
  if (named === undefined) return null;
  // Both spellings are one level.
  return named === 'analyze' ? 'analyse' : (named as Bloom);
}

/** Each former name of the set with each of the stem, but for the present key. */
function formerKeys({ unit, was }: Shared, { id, attributes }: Item): readonly string[] {
  const units = [unit, ...was];
  const variants =
    id === null ? ['case'] : [id.value, ...wordsNamed(attributes, 'was')].map((stem) => `s.${stem}`);
  return units.flatMap((one) => variants.map((variant) => cardKey(one, variant))).slice(1);
}
