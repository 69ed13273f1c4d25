package cn.siyu.adapter.http.security;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.application.brand.ApiKey;
import cn.siyu.application.brand.ApiKeyText;
import cn.siyu.application.brand.port.ApiKeys;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.domain.brand.Brand;
import cn.siyu.domain.brand.BrandMode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks keys and the brands they open. Remembers what it found for two seconds: a revocation
/// needs that long to work.
@Singleton
final class Keyring {
    private static final Duration MEMORY = Duration.ofSeconds(2);
    private static final int LONGEST_NAME = 40;
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;
    private final Brands brands;
    private final InstantSource clock;
    private final ShortMemory<String, Optional<ApiKey>> keyByPart;
    private final ShortMemory<String, Optional<Brand>> brandByName;

    Keyring(ApiKeys keys, Brands brands, InstantSource clock) {
        this.keys = keys;
        this.brands = brands;
        this.clock = clock;
        this.keyByPart = new ShortMemory<>(MEMORY, clock);
        this.brandByName = new ShortMemory<>(MEMORY, clock);
    }

    /// The key of an `Authorization` header, or a problem of status 401.
    ApiKey key(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw challenge(Problems.of(
                    ProblemCode.CREDENTIAL_MISSING,
                    Text.of("Send a key as Authorization: Bearer key_….", "请以 Authorization: Bearer key_… 携带密钥。")));
        }
        ApiKeyText text = ApiKeyText.parse(
                        authorization.substring(BEARER.length()).strip())
                .orElseThrow(() -> invalid(Text.of(
                        "This is not an API key, or it is misspelt: its checksum does not fit.",
                        "这不是 API 密钥，或有抄写错误：校验码不符。")));
        ApiKey key = keyByPart
                .get(text.part(), keys::byPart)
                .filter(found -> same(found.hash(), text.hash()) && found.revokedAt() == null)
                .orElseThrow(() -> invalid(Text.of("The key is unknown or revoked.", "密钥不存在或已吊销。")));
        if (key.expiresAt() != null && !clock.instant().isBefore(key.expiresAt())) {
            throw challenge(Problems.of(
                    ProblemCode.CREDENTIAL_EXPIRED, Text.of("The key expired at %s.", "密钥已于 %s 过期。", key.expiresAt())));
        }
        return key;
    }

    /// The brand of a path, by id or slug, if a key may enter it; otherwise 404, as if it were not
    /// there.
    Brand brand(ApiKey key, String name) {
        Optional<Brand> found = name.length() > LONGEST_NAME ? Optional.empty() : brandByName.get(name, this::find);
        return found.filter(brand -> key.brand() == null || key.brand().equals(brand.id()))
                .filter(brand -> !key.test() || brand.mode() == BrandMode.SANDBOX)
                .orElseThrow(() -> Problems.notFound(IdType.BRAND.label(), name));
    }

    private Optional<Brand> find(String name) {
        // a slug has no underscore, an id always has one
        return name.indexOf('_') < 0 ? brands.bySlug(name) : brands.byPublicId(IdType.BRAND.inPath("brand", name));
    }

    private static boolean same(String stored, String given) {
        return MessageDigest.isEqual(
                stored.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    }

    private static ProblemException invalid(Text detail) {
        return challenge(Problems.of(ProblemCode.CREDENTIAL_INVALID, detail));
    }

    private static ProblemException challenge(ProblemException problem) {
        return problem.with("WWW-Authenticate", "Bearer realm=\"siyu\"");
    }
}
