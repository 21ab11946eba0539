import type { Image, ImageReference, Link, LinkReference } from 'mdast';
import type { FileFacts } from './facts';

/** The address of a link or a picture; of one that names a definition (`[text][name]`), that of the definition. */
export function addressOf(
  file: Pick<FileFacts, 'definitions'>,
  node: Image | ImageReference | Link | LinkReference,
): string {
  return 'url' in node ? node.url : (file.definitions.get(node.identifier) ?? '');
}
