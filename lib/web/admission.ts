/**
 * Lets at most `limit` of a handler's requests be under way at once; who comes when it is full is answered by `refuse`
 * before any work is begun. A server that takes in more than it can do makes everybody wait until the lines break, and
 * then does the same work again.
 */
export function admitting<Request, Reply>(
  limit: number,
  handler: (request: Request) => Promise<Reply>,
  refuse: () => Reply,
): (request: Request) => Promise<Reply> {
  let underWay = 0;
  return async (request) => {
    if (underWay >= limit) return refuse();
    underWay += 1;
    try {
      return await handler(request);
    } finally {
      underWay -= 1;
    }
  };
}
