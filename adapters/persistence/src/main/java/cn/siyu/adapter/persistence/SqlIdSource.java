package cn.siyu.adapter.persistence;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.domain.id.PublicId;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.Queue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/// Numbers from one database sequence, taken in blocks; public ids by a keyed hash of the number,
/// so that nobody outside can guess one from another and a sandbox run can be repeated.
@Singleton
final class SqlIdSource implements IdSource {
    private static final int BLOCK = 1000;
    private static final long NONE = -1;
    private static final String HASH = "HmacSHA256";

    private final DataSource source;
    private final ThreadLocal<Mac> mac;
    private final Queue<Long> blocks = new PriorityQueue<>();
    private long next;
    private long end;

    SqlIdSource(DataSource source, @Property(name = "siyu.instance-secret") String secret) {
        this.source = source;
        var key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HASH);
        this.mac = ThreadLocal.withInitial(() -> newMac(key));
    }

    @Override
    public long next() {
        while (true) {
            long taken = take();
            if (taken != NONE) {
                return taken;
            }
            add(nextBlock());
        }
    }

    private synchronized long take() {
        if (next == end) {
            Long block = blocks.poll();
            if (block == null) {
                return NONE;
            }
            next = block;
            end = next + BLOCK;
        }
        return next++;
    }

    private synchronized void add(long block) {
        blocks.add(block);
    }

    /// On a connection of its own: a block that was taken stays taken, whatever becomes of the
    /// caller's transaction. Nothing is locked meanwhile: on H2 it may wait for another writer, who
    /// may want an id itself.
    private long nextBlock() {
        try (var connection = ((io.micronaut.data.connection.jdbc.advice.DelegatingDataSource) source)
                        .getTargetDataSource()
                        .getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select nextval('siyu_id')")) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("the database gives no ids", e);
        }
    }

    @Override
    public PublicId publicId(long id, Instant createdAt) {
        byte[] hash =
                mac.get().doFinal(ByteBuffer.allocate(Long.BYTES).putLong(id).array());
        var chance = ByteBuffer.wrap(hash);
        return PublicId.of(createdAt, chance.getLong(), chance.getLong());
    }

    private static Mac newMac(SecretKeySpec key) {
        try {
            var mac = Mac.getInstance(HASH);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HASH, e);
        }
    }
}
