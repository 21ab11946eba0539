import { messages } from '@/lib/base/messages';
import { getMedia } from '@/lib/ops/content/get-media';
import { picture, refusal, route } from '@/lib/web/api';
import { requestCtx } from '@/lib/web/request-ctx';

const NAME = /^\/media\/([0-9a-f]{64})\.(?:png|jpg|webp|gif)$/;

/** A bitmap of a deck, by the hash of its bytes. */
export const GET = route(async (request) => {
  const [, hash] = NAME.exec(new URL(request.url).pathname) ?? [];
  const media = hash === undefined ? null : await getMedia(await requestCtx(), { hash });
  return media?.ok ? picture(media.value) : refusal(404, messages.unknownPicture);
});
