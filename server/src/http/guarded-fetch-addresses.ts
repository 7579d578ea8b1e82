import { BlockList, isIP } from 'node:net';

function listOf(ranges4: string, ranges6: string): BlockList {
  const list = new BlockList();
  const add = (ranges: string, kind: 'ipv4' | 'ipv6') => {
    for (const range of ranges.split(' ')) {
      const [address = '', bits = ''] = range.split('/');
      list.addSubnet(address, Number(bits), kind);
    }
  };
  add(ranges4, 'ipv4');
  add(ranges6, 'ipv6');
  return list;
}

/**
 * For nobody: "this network", link-local with the metadata services of clouds (also those in other ranges), multicast,
 * reserved, and the IPv6 forms that carry an IPv4 address and so could carry any of these.
 */
const never = listOf(
  '0.0.0.0/8 100.100.100.200/32 169.254.0.0/16 192.0.0.0/24 224.0.0.0/4 240.0.0.0/4',
  '::/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/32 2002::/16 fd00:ec2::254/128 fe80::/10 fec0::/10 ff00::/8',
);
/** Unless an administrator allows it for a channel: loopback, private networks, carrier NAT, documentation, benchmarks. */
const inside = listOf(
  '10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 172.16.0.0/12 192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24',
  '2001:db8::/32 fc00::/7',
);
/** Lies in ::/96, but is a loopback address like 127.0.0.1. */
const loopback6 = new BlockList();
loopback6.addAddress('::1', 'ipv6');

/** May a request go to this IP address? Mapped addresses (::ffff:a.b.c.d) count as what they carry. */
export function mayReach(address: string, allowPrivate: boolean): boolean {
  const [bare = ''] = address.split('%');
  const family = isIP(bare);
  if (family === 0) return false;
  const kind = family === 6 ? 'ipv6' : 'ipv4';
  if (loopback6.check(bare, kind)) return allowPrivate;
  if (never.check(bare, kind)) return false;
  return allowPrivate || !inside.check(bare, kind);
}
