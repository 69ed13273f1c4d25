package cn.siyu.application.brand;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An API key (API 密钥) as it is kept: everything but the secret.
///
/// @param part the public part of the key's text, by which it is found; see [ApiKeyText]
/// @param brand the brand it belongs to; null for a key of the installation, which may act in every
///     brand
/// @param name what it is for, in its owner's words
/// @param hash SHA-256 of the whole text, 64 hexadecimal digits
/// @param sees which data it sees; a key bound to a staff member sees what that person serves
/// @param test true for a key that works in sandboxes only
/// @param expiresAt from when it no longer works; null means never
/// @param revokedAt when it was revoked; null if it was not
public record ApiKey(
        ApiKeyId id,
        PublicId publicId,
        String part,
        @Nullable BrandId brand,
        String name,
        String hash,
        Set<Scope> scopes,
        DataScope sees,
        boolean test,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        Instant createdAt) {
    public ApiKey {
        scopes = Set.copyOf(scopes);
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("a name has 1 to 100 characters");
        }
        if (brand != null && scopes.contains(Scope.INSTALLATION)) {
            throw new IllegalArgumentException("a key of one brand can't have the scope of the installation");
        }
    }

    /// The same key, revoked at a moment.
    public ApiKey revoked(Instant at) {
        return new ApiKey(id, publicId, part, brand, name, hash, scopes, sees, test, expiresAt, at, createdAt);
    }
}
