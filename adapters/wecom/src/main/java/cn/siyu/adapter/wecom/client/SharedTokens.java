package cn.siyu.adapter.wecom.client;

import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.SharedSecrets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tokens that all nodes of an installation share: one node fetches, the others take what it kept.
///
/// A node whose token was refused takes the newer one if another node has fetched it meanwhile, so
/// one early end on the platform (40014, 42001) costs one fetch. While another node fetches, a node
/// without a living token is told to come again at once; nobody waits in here. When the store
/// itself fails, the node fetches for itself.
final class SharedTokens implements TokenSource {
    private static final Logger LOG = LoggerFactory.getLogger(SharedTokens.class);

    /// Longer than any exchange with the platform may take.
    private static final Duration LEASE = Duration.ofSeconds(20);

    private static final Duration SOON = Duration.ofMillis(200);

    private final SharedSecrets secrets;
    private final TokenSeal seal;
    private final InstantSource machine;
    private final InstantSource clock;
    private final Supplier<Answer<Issued>> fetch;

    /// @param machine the clock of the store
    /// @param clock the clock on which the platform's tokens age, a brand's own
    SharedTokens(
            SharedSecrets secrets,
            TokenSeal seal,
            InstantSource machine,
            InstantSource clock,
            Supplier<Answer<Issued>> fetch) {
        this.secrets = secrets;
        this.seal = seal;
        this.machine = machine;
        this.clock = clock;
        this.fetch = fetch;
    }

    @Override
    public Answer<Token> next(@Nullable Token worn) {
        Optional<SharedSecrets.Lease> lease;
        try {
            var shared = shared(worn);
            if (shared.isPresent()) {
                return Answer.done(shared.get());
            }
            lease = secrets.lease(seal.name(), machine.instant(), LEASE);
            var meanwhile = shared(worn); // whoever had the lease before us may just have kept a new one
            if (meanwhile.isPresent()) {
                lease.ifPresent(secrets::release);
                return Answer.done(meanwhile.get());
            }
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("the store of shared tokens fails: fetching one for this node alone");
            return fetch.get().map(issued -> issued.token(clock.instant(), worn == null ? 1 : worn.generation() + 1));
        }
        return lease.isPresent()
                ? fetched(lease.get())
                : new Answer.NotDone<>(NotDoneReason.CREDENTIAL, "another node is fetching a token", SOON);
    }

    private Answer<Token> fetched(SharedSecrets.Lease lease) {
        Answer<Issued> answer = new Answer.Unknown<>("the fetch of a token broke off");
        try {
            answer = fetch.get();
        } finally {
            keepOrRelease(lease, answer);
        }
        return answer.map(issued -> issued.token(clock.instant(), lease.number()));
    }

    private void keepOrRelease(SharedSecrets.Lease lease, Answer<Issued> answer) {
        try {
            if (answer instanceof Answer.Done<Issued>(var issued)) {
                var token = issued.token(clock.instant(), lease.number());
                secrets.keep(lease, seal.seal(written(token)), machine.instant().plus(issued.life()));
            } else {
                secrets.release(lease);
            }
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("a fetched token could not be shared");
        }
    }

    /// What another node kept, if it is newer than our own and still good for a while.
    private Optional<Token> shared(@Nullable Token worn) {
        return secrets.read(seal.name(), machine.instant())
                .filter(kept -> worn == null || kept.generation() > worn.generation())
                .flatMap(kept -> seal.open(kept.sealed()).flatMap(text -> read(text, kept.generation())))
                .filter(token -> clock.instant().isBefore(token.usableUntil()));
    }

    private static String written(Token token) {
        return token.usableUntil().toEpochMilli() + " " + token.endsAt().toEpochMilli() + " " + token.value();
    }

    private static Optional<Token> read(String text, long generation) {
        var parts = text.split(" ", 3);
        try {
            return parts.length < 3
                    ? Optional.empty()
                    : Optional.of(new Token(
                            parts[2],
                            Instant.ofEpochMilli(Long.parseLong(parts[0])),
                            Instant.ofEpochMilli(Long.parseLong(parts[1])),
                            generation));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
