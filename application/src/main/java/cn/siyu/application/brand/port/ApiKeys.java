package cn.siyu.application.brand.port;

import cn.siyu.application.brand.ApiKey;
import cn.siyu.application.brand.ApiKeyId;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The API keys of this installation. They are few; clients of this port keep an answer for some
/// seconds, so a revocation works a few seconds later.
public interface ApiKeys {
    /// Adds a new key.
    ///
    /// @throws AlreadyExists if the public part is taken
    void add(ApiKey key);

    /// The key with a public part, revoked and expired ones included, or empty.
    Optional<ApiKey> byPart(String part);

    /// A key of a brand, or of the installation if the brand is null; or empty.
    Optional<ApiKey> byPublicId(@Nullable BrandId brand, PublicId id);

    /// All keys of a brand, or of the installation if the brand is null, by number.
    List<ApiKey> of(@Nullable BrandId brand);

    /// Notes that a key is revoked; the first moment stays if it was revoked before.
    void revoke(ApiKeyId id, Instant at);
}
