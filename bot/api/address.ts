import type { IncomingMessage } from 'node:http';

/**
 * Where a request came from, for counting alone; it is never logged or kept. Each proxy in front
 * adds the address that it sees to the end of X-Forwarded-For, so only as many of the last ones are
 * believed as there are proxies of ours. What stands before those is whatever a caller wrote.
 */
export function addressOf(message: IncomingMessage, proxies: number): string {
  const header = proxies > 0 ? message.headers['x-forwarded-for'] : undefined;
  const hops = (typeof header === 'string' ? header : '').split(',').map((hop) => hop.trim());
  const told = hops.length >= proxies ? hops[hops.length - proxies] : undefined;
  return networkOf(told || message.socket.remoteAddress || 'unknown');
}

/** Without a port; of IPv6 the 64 bits that one customer has at least. */
function networkOf(address: string): string {
  const bare = /^\[([^\]]*)\]/.exec(address)?.[1] ?? address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
  const v4 = /^(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/.exec(mapped)?.[1];
  if (v4 !== undefined) return v4;
  return wholeV6(mapped).slice(0, 4).join(':').toLowerCase().slice(0, 45);
}

/** Its groups, with those that `::` leaves out. */
function wholeV6(address: string): string[] {
  const [before = '', after] = address.split('::', 2);
  const head = before === '' ? [] : before.split(':');
  if (after === undefined) return head;
  const tail = after === '' ? [] : after.split(':');
  const left = Math.max(0, 8 - head.length - tail.length);
  return [...head, ...Array.from({ length: left }, () => '0'), ...tail];
}
