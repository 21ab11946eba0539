import { expect, test } from 'vitest';
import { clientNetwork } from './client-address';

const PEER = '203.0.113.9';

test.each([
  ['without a trusted proxy the header says nothing', '198.51.100.1', 0, PEER],
  ['one proxy: the last entry, which it wrote itself', '198.51.100.1', 1, '198.51.100.1'],
  ['one proxy: what the client wrote before it is not believed', '6.6.6.6, 198.51.100.1', 1, '198.51.100.1'],
  ['two proxies: the entry before the last', '6.6.6.6, 198.51.100.1, 10.0.0.1', 2, '198.51.100.1'],
  ['a request that came past the proxy', null, 1, PEER],
  ['fewer entries than proxies: the first there is', '198.51.100.1', 2, '198.51.100.1'],
  ['an entry that is no address', 'unknown', 1, PEER],
  ['an entry with its port', '198.51.100.1:4711', 1, '198.51.100.1'],
  ['IPv6 in brackets', '[2001:db8::1]:4711', 1, '2001:db8:0:0::/64'],
] as const)('%s', (_what, forwardedFor, trustedProxies, network) => {
  expect(clientNetwork({ peer: PEER, forwardedFor, trustedProxies })).toBe(network);
});

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::ffff', '2001:db8:1:2::/64'],
  ['2001:db8::', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['192.0.2.7', '192.0.2.7'],
  ['192.0.2.256', null],
  ['', null],
  [null, null],
] as const)('the network of the peer %s is %s', (peer, network) => {
  expect(clientNetwork({ peer, forwardedFor: null, trustedProxies: 0 })).toBe(network);
});
