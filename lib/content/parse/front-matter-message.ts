import type { z } from 'zod';
import { nearest } from '@/lib/base/nearest';

/** An issue of the schema in an author's words. `ofKey` says that the key at the path is meant, not its value. */
export type FrontMatterMessage = Readonly<{
  path: readonly PropertyKey[];
  ofKey: boolean;
  message: string;
  hint?: string;
}>;

const DECK_KEYS = [
  'deck',
  'title',
  'description',
  'language',
  'tags',
  'objectives',
  'sources',
  'groups',
  'order',
  'was',
  'ignore',
];
const KEYS = [
  ...DECK_KEYS,
  'text',
  'bloom',
  'year',
  'locator',
  'url',
  'tag',
  'concept',
  'confusable',
  'corrected',
];

/**
 * What to tell the author about one issue; unknown keys are told one by one. `whole` is what the file is called, `front
 * matter` or `list of claims`.
 */
export function messageOf(
  issue: z.core.$ZodIssue,
  value: unknown,
  whole: string,
): readonly FrontMatterMessage[] {
  const { path } = issue;
  const name = path.length === 0 ? whole : `\`${path.join('.')}\``;
  const at = { path, ofKey: false };
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey([...path, key], key));
    case 'invalid_type': {
      if (valueAt(value, path) === undefined)
        return [
          {
            ...at,
            message: `The ${whole} has no ${name}.`,
            hint: `Add a line \`${path.at(-1)?.toString()}: …\`.`,
          },
        ];
      const wanted = TYPES[issue.expected] ?? issue.expected;
      const hint = issue.expected === 'string' ? { hint: 'Put the value in quotation marks.' } : {};
      return [{ ...at, message: `${capital(name)} must be ${wanted}.`, ...hint }];
    }
    case 'invalid_key':
      return [
        { path, ofKey: true, message: `The name ${name} ${issue.issues[0]?.message ?? 'cannot be used'}.` },
      ];
    case 'invalid_value':
      return [
        {
          ...at,
          message: `${capital(name)} must be one of ${issue.values.map((one) => `\`${String(one)}\``).join(', ')}.`,
        },
      ];
    case 'too_small':
      return [
        { ...at, message: `${capital(name)} is empty or too small.`, hint: `At least ${issue.minimum}.` },
      ];
    case 'too_big':
      return [
        { ...at, message: `${capital(name)} is too long or too large.`, hint: `At most ${issue.maximum}.` },
      ];
    case 'invalid_format':
      if (issue.format === 'url')
        return [
          { ...at, message: `${capital(name)} must be an address that begins with http:// or https://.` },
        ];
      return [{ ...at, message: `${capital(name)} ${issue.message}.` }];
    case 'custom':
      return [{ ...at, message: `${capital(name)} ${issue.message}.` }];
    default:
      return [{ ...at, message: `${capital(name)} has the wrong form.` }];
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  array: 'a list, such as `[one, two]`',
  object: 'a list of keys and values',
  record: 'a list of keys and values',
};

function unknownKey(path: readonly PropertyKey[], key: string): FrontMatterMessage {
  const close = nearest(key, KEYS);
  const hint = close === null ? `Known keys: ${DECK_KEYS.join(', ')}.` : `Did you mean \`${close}\`?`;
  return { path, ofKey: true, message: `\`${key}\` is no key that can stand here.`, hint };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at: unknown = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return at;
}

function capital(text: string): string {
  return text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
