import { type Document, isMap, isNode, parseDocument } from 'yaml';
import type { z } from 'zod';
import { MAX_FRONT_MATTER_ALIASES, MAX_FRONT_MATTER_DEPTH, MAX_FRONT_MATTER_LENGTH } from '../limits';
import type { FrontMatterLines } from './find-front-matter';
import { messageOf } from './front-matter-message';
import type { Problem, Span } from './span';

/** The front matter of one file: its value where it satisfies the schema, and everything wrong with it. */
export type FrontMatter<T> = Readonly<{
  value: T | null;
  problems: readonly Problem[];
  /** Where the value under a path of keys stands; its nearest ancestor where there is none. */
  spanAt: (path: readonly PropertyKey[]) => Span;
}>;

/**
 * Reads the YAML at `lines` of `text` with the core schema: plain data, no tags that build things, few aliases. `whole` is
 * what messages call it.
 */
export function readFrontMatter<T>(
  text: string,
  lines: FrontMatterLines,
  schema: z.ZodType<T>,
  whole = 'front matter',
): FrontMatter<T> {
  const { yaml } = lines;
  const first = { start: 0, end: Math.min(text.length, Math.max(3, yaml.start)) };
  const refused = (message: string, hint: string, span: Span = first): FrontMatter<T> => ({
    value: null,
    problems: [{ span, message, hint }],
    spanAt: () => first,
  });
  if (!lines.closed)
    return refused('The front matter is not closed.', 'End it with a line of three hyphens, `---`.', yaml);
  const written = text.slice(yaml.start, yaml.end);
  if (written.length > MAX_FRONT_MATTER_LENGTH)
    return refused(`The ${whole} is too long.`, `Keep it under ${MAX_FRONT_MATTER_LENGTH} characters.`);
  if (isTooDeep(written))
    return refused(`The ${whole} nests too deeply.`, 'Two levels are enough for every key.');
  const { doc, value, problems } = readYaml(written, whole);
  const shift = (problem: Problem): Problem => ({ ...problem, span: shifted(problem.span, yaml.start) });
  const spanAt = (path: readonly PropertyKey[]) => spanIn(doc, path, yaml.start) ?? first;
  if (problems.length > 0) return { value: null, problems: problems.map(shift), spanAt };
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return { value: parsed.data, problems: [], spanAt };
  const found = parsed.error.issues.flatMap((issue) =>
    messageOf(issue, value, whole).map(({ path, ofKey, ...text }) => ({
      span: (ofKey ? keySpan(doc, path, yaml.start) : null) ?? spanAt(path),
      ...text,
    })),
  );
  return { value: null, problems: found, spanAt };
}

type ReadYaml = Readonly<{ doc: Document; value: unknown; problems: readonly Problem[] }>;

function readYaml(written: string, whole: string): ReadYaml {
  const doc = parseDocument(written, {
    schema: 'core',
    version: '1.2',
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const problems = [...doc.errors, ...doc.warnings].map(({ pos, message }) => ({
    span: { start: pos[0], end: Math.max(pos[0], pos[1]) },
    message: `The ${whole} cannot be read: ${message.replace(/\s*\n[\s\S]*$/, '').replace(/\.?$/, '.')}`,
    hint: 'Texts that hold `: ` or begin with a sign belong in quotation marks.',
  }));
  if (problems.length > 0) return { doc, value: null, problems };
  try {
    return { doc, value: doc.toJS({ maxAliasCount: MAX_FRONT_MATTER_ALIASES }), problems };
  } catch {
    const message = `The ${whole} uses too many aliases, or one that stands for nothing.`;
    const hint = 'Write the values out instead of using `*name`.';
    return { doc, value: null, problems: [{ span: { start: 0, end: written.length }, message, hint }] };
  }
}

/** Nested brackets, and nested dashes on one line, use the reader's stack. */
function isTooDeep(written: string): boolean {
  let depth = 0;
  for (let at = 0; at < written.length; at += 1) {
    const code = written.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) depth += 1;
    else if (code === 0x5d || code === 0x7d) depth -= 1;
    if (depth > MAX_FRONT_MATTER_DEPTH) return true;
  }
  return /^[ \t]*(?:[-?:][ \t]+){9}/m.test(written) || /^ {80}/m.test(written);
}

function shifted(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

function spanIn(doc: Document, path: readonly PropertyKey[], by: number): Span | null {
  for (let length = path.length; length > 0; length -= 1) {
    const found = doc.getIn(path.slice(0, length), true);
    if (isNode(found) && found.range) return { start: found.range[0] + by, end: found.range[1] + by };
  }
  return null;
}

function keySpan(doc: Document, path: readonly PropertyKey[], by: number): Span | null {
  const parent = path.length > 1 ? doc.getIn(path.slice(0, -1), true) : doc.contents;
  if (!isMap(parent)) return null;
  for (const { key } of parent.items) {
    if (isNode(key) && key.range && 'value' in key && key.value === path.at(-1))
      return { start: key.range[0] + by, end: key.range[1] + by };
  }
  return null;
}
