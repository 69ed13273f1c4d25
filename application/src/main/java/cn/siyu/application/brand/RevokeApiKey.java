package cn.siyu.application.brand;

import cn.siyu.application.brand.port.ApiKeys;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.domain.id.PublicId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// Revokes an API key; it stops working within seconds.
public final class RevokeApiKey {
    private final ApiKeys keys;
    private final ReadApiKeys read;
    private final InstantSource machine;
    private final UnitOfWork work;

    public RevokeApiKey(ApiKeys keys, ReadApiKeys read, InstantSource machine, UnitOfWork work) {
        this.keys = keys;
        this.read = read;
        this.machine = machine;
        this.work = work;
    }

    /// A key to be revoked.
    public record Command(Caller caller, PublicId key) {}

    /// Revokes a key that the caller sees; once revoked it stays so.
    public ChangeOutcome<ApiKey> handle(Command command) {
        return work.inTransaction(() -> read.one(command.caller(), command.key())
                .<ChangeOutcome<ApiKey>>map(view -> new ChangeOutcome.Done<>(revoked(view.key())))
                .orElseGet(ChangeOutcome.Unknown::new));
    }

    private ApiKey revoked(ApiKey key) {
        if (key.revokedAt() != null) {
            return key;
        }
        var now = machine.instant().truncatedTo(ChronoUnit.MILLIS);
        keys.revoke(key.id(), now);
        return key.revoked(now);
    }
}
