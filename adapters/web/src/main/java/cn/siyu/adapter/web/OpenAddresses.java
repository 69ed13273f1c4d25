package cn.siyu.adapter.web;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// Which addresses are on the open internet. What is written in a material must not make us knock
/// at machines that only we can reach: this one, its neighbours, a cloud's metadata service (SSRF).
final class OpenAddresses {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Block(byte[] network, int bits) {
        static Block of(String text) {
            var parts = text.split("/", 2);
            try {
                return new Block(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException("no block of addresses: " + text, e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >>> (bit % 8);
                if (((address[bit / 8] ^ network[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /// Not for the public, by the registries of special addresses for IPv4 and IPv6.
    private static final List<Block> CLOSED = Arrays.stream(new String[] {
                "0.0.0.0/8",
                "10.0.0.0/8",
                "100.64.0.0/10",
                "127.0.0.0/8",
                "169.254.0.0/16",
                "172.16.0.0/12",
                "192.0.0.0/24",
                "192.0.2.0/24",
                "192.88.99.0/24",
                "192.168.0.0/16",
                "198.18.0.0/15",
                "198.51.100.0/24",
                "203.0.113.0/24",
                "224.0.0.0/3"
            })
            .map(Block::of)
            .toList();

    private static final Block GLOBAL_IPV6 = Block.of("2000::/3");
    private static final Block SPECIAL = Block.of("2001::/23");
    private static final Block DOCUMENTATION = Block.of("2001:db8::/32");
    private static final Block SIX_TO_FOUR = Block.of("2002::/16");
    private static final Block TRANSLATED = Block.of("64:ff9b::/96");

    private OpenAddresses() {}

    /// Whether anybody on the internet can reach this address.
    static boolean open(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> CLOSED.stream().noneMatch(block -> block.holds(four.getAddress()));
            case Inet6Address six -> openIpv6(six.getAddress());
            default -> false;
        };
    }

    /// Addresses that carry an IPv4 address are as open as that one.
    private static boolean openIpv6(byte[] address) {
        if (TRANSLATED.holds(address)) {
            return openIpv4(Arrays.copyOfRange(address, 12, 16));
        }
        if (SIX_TO_FOUR.holds(address)) {
            return openIpv4(Arrays.copyOfRange(address, 2, 6));
        }
        return GLOBAL_IPV6.holds(address) && !SPECIAL.holds(address) && !DOCUMENTATION.holds(address);
    }

    private static boolean openIpv4(byte[] address) {
        try {
            return open(InetAddress.getByAddress(address));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
