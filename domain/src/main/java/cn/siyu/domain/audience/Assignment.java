package cn.siyu.domain.audience;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Assigns customers to the arms of a test (分组) by a stable hash: the same on every machine and
/// whatever the order of arrival, and independent between salts. The arm is stored at enrolment and
/// never computed again.
public final class Assignment {
    /// How many buckets there are; a holdout is a number of them.
    public static final int BUCKETS = 10_000;

    private Assignment() {}

    /// Whether a customer gets what is tested.
    public enum Arm {
        /// Gets it.
        TREATED,
        /// Held out (对照组), so that the difference can be measured.
        CONTROL
    }

    /// The share of customers held out.
    ///
    /// @param buckets in ten-thousandths, 0 to 10,000: 1,000 is 10 %
    public record Holdout(int buckets) {
        public Holdout {
            if (buckets < 0 || buckets > BUCKETS) {
                throw new IllegalArgumentException("a holdout is 0 to 10,000 ten-thousandths");
            }
        }
    }

    /// The customer's bucket: the first 8 bytes of SHA-256 over `salt:customer` in UTF-8, as an
    /// unsigned number, modulo 10,000.
    ///
    /// @param salt what is tested: an SOP's id over all its versions, or a name for the brand-wide
    ///     holdout
    /// @param customer the id the customer was born with, which no merge changes
    /// @return 0 to 9,999
    public static int bucket(String salt, String customer) {
        byte[] hash = sha256().digest((salt + ":" + customer).getBytes(StandardCharsets.UTF_8));
        return (int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), BUCKETS);
    }

    /// The customer's arm: the lowest buckets are held out.
    public static Arm arm(String salt, String customer, Holdout holdout) {
        return bucket(salt, customer) < holdout.buckets() ? Arm.CONTROL : Arm.TREATED;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
