package cn.siyu.application.channel.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Short-lived secrets that all nodes of an installation share, such as the access tokens
/// (访问令牌) of a channel's apps.
///
/// A value is sealed by whoever keeps it: this store never sees plain text, and a copy of the
/// database opens nothing. A [Lease] makes one node renew a secret while the others go on with what
/// they have. Every method commits at once, in a transaction of its own. Times are the machine's.
public interface SharedSecrets {
    /// What was kept under the name last and has not expired.
    Optional<Kept> read(String name, Instant now);

    /// Begins to renew a secret; empty while another node does.
    ///
    /// @param time after which the lease may be taken over: its holder has died
    Optional<Lease> lease(String name, Instant now, Duration time);

    /// Keeps a new value and ends the lease.
    ///
    /// @param expiresAt from when on nobody reads it any more
    /// @return false when the lease was taken over meanwhile: nothing is kept then
    boolean keep(Lease lease, String sealed, Instant expiresAt);

    /// Ends a lease without a new value.
    void release(Lease lease);

    /// A sealed value; `generation` grows with every renewal, so that two equal values can be told
    /// apart.
    record Kept(String sealed, long generation) {
        @Override
        public String toString() {
            return "Kept[generation=" + generation + "]";
        }
    }

    /// The right to renew; a later lease of the same name has a higher number, which is the
    /// generation of what is kept under it.
    record Lease(String name, long number) {}
}
