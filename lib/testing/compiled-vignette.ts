import type { CompiledItem } from '@/lib/content/model';

const SITES = ['Anterior horn', 'Dorsal root', 'Motor end plate', 'Muscle', 'Peripheral nerve'];

/** What may not be told before an answer: every text of it holds this word. */
export const SECRET = 'canary';

/** A vignette of five options A to E as the compiler makes it, `right` the letter of the key. */
export function compiledVignette(right = 'B', overrides: Partial<CompiledItem> = {}): CompiledItem {
  return {
    key: `${SECRET}-01:case`,
    unit: `${SECRET}-01`,
    variant: 'case',
    kind: 'vignette',
    position: 0,
    group: `${SECRET}-group`,
    memoryKey: `${SECRET}-group:case`,
    stemHtml: '<p>A girl of four limps.</p>',
    leadInHtml: '<p>Which site is most likely damaged?</p>',
    leadInText: 'Which site is most likely damaged?',
    options: SITES.map((site, index) => {
      const letter = String.fromCharCode(65 + index);
      const confusable = index === 0 ? `${SECRET}-other` : null;
      return {
        letter,
        html: site,
        text: site,
        isKey: letter === right,
        rationaleHtml: `<p>${SECRET}: why not ${site}.</p>`,
        pin: false,
        confusable,
        claims: [`${SECRET}-C01`],
      };
    }),
    rationaleHtml: null,
    keyPointHtml: `<p>${SECRET}: motor neurones.</p>`,
    extraHtml: `<p>${SECRET}: more.</p>`,
    links: [`${SECRET}-unit`],
    objectives: ['site'],
    sources: ['adams', 'unknown'],
    tags: [`${SECRET}-tag`],
    claims: [`${SECRET}-C02`],
    bloom: 'apply',
    fact: null,
    asOf: '2026-01-31',
    reviewBy: null,
    section: SECRET,
    contentHash: `content of ${right}`,
    answerHash: `answer ${right}`,
    ...overrides,
  };
}
