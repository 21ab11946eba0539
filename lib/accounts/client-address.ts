/** How a request reached us. `peer` is the other end of the connection, as the operating system knows it. */
export type Way = Readonly<{
  peer: string | null;
  /** The header as it came: each proxy appends whom it heard from. */
  forwardedFor: string | null;
  /** How many proxies in front of us are ours. 0: whoever connects may write the header, so it says nothing. */
  trustedProxies: number;
}>;

/**
 * The network a request came from, for counting attempts: an IPv4 address, or the /64 of an IPv6 address, since a
 * household or an attacker has all of it. Null when the connection's other end is unknown. Entries of the header count
 * from the right, the only end a client cannot write.
 */
export function clientNetwork({ peer, forwardedFor, trustedProxies }: Way): string | null {
  const told = trustedProxies === 0 ? [] : (forwardedFor ?? '').split(',');
  const way = [...told, peer ?? ''];
  const client = way[Math.max(0, way.length - 1 - trustedProxies)] ?? '';
  return networkOf(client.trim()) ?? networkOf(peer ?? '');
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

function networkOf(text: string): string | null {
  // Some proxies add the port, and write IPv6 in brackets then.
  const bare = text.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1').replace(/^\[(.*)\](?::\d+)?$/, '$1');
  if (IPV4.test(bare)) return bare;
  const address = bare.replace(/%.*$/, '');
  if (!address.includes(':') || !URL.canParse(`http://[${address}]/`)) return null;
  const groups = eightGroups(new URL(`http://[${address}]/`).hostname.slice(1, -1));
  return mappedIpv4(groups) ?? `${groups.slice(0, 4).join(':')}::/64`;
}

function eightGroups(normal: string): readonly string[] {
  const [left = '', right] = normal.split('::');
  const head = left === '' ? [] : left.split(':');
  if (right === undefined) return head;
  const tail = right === '' ? [] : right.split(':');
  return [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
}

/** `::ffff:a.b.c.d` is how a dual-stack socket writes an IPv4 peer. */
function mappedIpv4(groups: readonly string[]): string | null {
  if (groups.slice(0, 5).some((group) => group !== '0') || groups[5] !== 'ffff') return null;
  const bytes = groups.slice(6).flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 255];
  });
  return bytes.join('.');
}
