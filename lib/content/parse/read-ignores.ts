import type { Attribute } from './attributes';
import type { FileFacts } from './facts';
import type { Span } from './span';

/** One entry of `ignore`: the number of a rule and why its warnings are silenced. */
export type Ignore = Readonly<{
  rule: string;
  reason: string;
  span: Span;
  /** Where it holds: a block, or null for the whole file. */
  scope: Span | null;
}>;

/** The entries of a file's blocks, `ignore="F11 why; F12 why"`, and of its front matter, `ignore: { F20: why }`. */
export function readIgnores(file: FileFacts): readonly Ignore[] {
  const ignores = [...fromFrontMatter(file)];
  for (const block of file.blocks)
    for (const attribute of block.head.attributes)
      if (attribute.name === 'ignore') {
        ignores.push(...fromAttribute(attribute, block.span));
        break;
      }
  return ignores;
}

function fromFrontMatter(file: FileFacts): readonly Ignore[] {
  const { frontMatter } = file;
  const value = frontMatter?.value;
  if (typeof value !== 'object' || value === null || !('ignore' in value)) return [];
  const entries = value.ignore as Readonly<Record<string, string | null>> | undefined;
  return Object.entries(entries ?? {}).map(([rule, reason]) => ({
    rule,
    reason: (reason ?? '').trim(),
    span: frontMatter?.spanAt(['ignore', rule]) ?? { start: 0, end: 0 },
    scope: null,
  }));
}

function fromAttribute({ value, span }: Attribute, scope: Span): readonly Ignore[] {
  const entries = value.split(';').map((entry) => entry.trim());
  return entries
    .filter((entry, index) => entry !== '' || index === 0)
    .map((entry) => {
      const [rule = ''] = entry.split(/\s/);
      return { rule, reason: entry.slice(rule.length).trim(), span, scope };
    });
}
