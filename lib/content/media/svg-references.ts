import type { MediaProblem, SvgElement } from './read-svg';

/**
 * What is wrong with the ids of a drawing: one given twice, one that is referred to and not there, and `<use>` of what
 * holds a `<use>` itself, of which a few lines could stand for millions of shapes. `byId` has the first of each id.
 */
export function referenceProblems(
  root: SvgElement,
  byId: ReadonlyMap<string, SvgElement>,
): readonly MediaProblem[] {
  return elementsOf(root).flatMap((element) => [
    ...doubleId(element, byId, root),
    ...[...element.attributes].flatMap(([name, value]) =>
      namedIn(name, value).flatMap((id) => danglingOrNested(element, name, id, byId.get(id))),
    ),
  ]);
}

/** The element and everything in it, in the order of the file. */
export function elementsOf(root: SvgElement): readonly SvgElement[] {
  const found: SvgElement[] = [];
  const waiting: SvgElement[] = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    found.push(element);
    for (const child of element.children.toReversed()) if (typeof child !== 'string') waiting.push(child);
  }
  return found;
}

function doubleId(
  element: SvgElement,
  byId: ReadonlyMap<string, SvgElement>,
  root: SvgElement,
): readonly MediaProblem[] {
  const id = element.attributes.get('id');
  if (id === undefined || element === root || byId.get(id) === element) return [];
  return [
    {
      line: element.line,
      message: `The id \`${id}\` is given twice in this drawing.`,
      hint: 'Give each part an id of its own.',
    },
  ];
}

/** The ids that an attribute refers to. */
function namedIn(name: string, value: string): readonly string[] {
  if (name === 'href') return [value.slice(1)];
  if (name === 'data-label-for') return value.split(/\s+/).filter((word) => word !== '');
  const inUrl = /^url\(#([^)]+)\)/.exec(value)?.[1];
  return inUrl === undefined ? [] : [inUrl];
}

function danglingOrNested(
  element: SvgElement,
  attribute: string,
  id: string,
  target: SvgElement | undefined,
): readonly MediaProblem[] {
  const { line, name } = element;
  if (target === undefined)
    return [
      {
        line,
        message: `Nothing in this drawing has the id \`${id.slice(0, 80)}\`.`,
        hint: `Mend \`${attribute}\`, or draw the part.`,
      },
    ];
  if (name === 'use' && elementsOf(target).some((inner) => inner.name === 'use'))
    return [
      {
        line,
        message: `This uses \`${id}\`, which holds a \`<use>\` itself.`,
        hint: 'Use only what is drawn without `<use>`.',
      },
    ];
  return [];
}
