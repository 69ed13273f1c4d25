package cn.siyu.adapter.http.brand;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.ApiKey;
import cn.siyu.application.brand.ApiKeyView;
import cn.siyu.application.brand.CreateApiKey.Sees;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.domain.id.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An API key, without its secret but for the one answer that made it.
///
/// @param id its id
/// @param name what it is for, in its owner's words
/// @param part the public part of its text, to recognise it by
/// @param secret the whole text of the key: in the answer that made it, and never again
/// @param scopes what it may do
/// @param sees which data it sees
/// @param seesOf the department or staff member it is bound to; null if it sees the whole brand
/// @param test whether it works in sandboxes only
/// @param expiresAt from when it no longer works; null means never
/// @param revokedAt when it was revoked; null if it was not
/// @param createdAt when it was made
@Serdeable
record ApiKeyResource(
        @Schema(example = "key_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "Shop system", maxLength = 100) String name,

        @Schema(example = "0123456789abcdef", maxLength = 20)
        String part,

        @Nullable @Schema(example = "key_test_0123456789abcdef_shown-once", maxLength = 100)
        String secret,

        @ArraySchema(maxItems = 100, schema = @Schema(maxLength = 60, example = "orders:write"))
        List<String> scopes,

        Sees sees,

        @Nullable @Schema(example = "dep_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String seesOf,

        @Schema(example = "false") boolean test,

        @Nullable @Schema(example = "2027-11-23T09:40:00.000Z")
        Instant expiresAt,

        @Nullable @Schema(example = "2026-11-24T09:40:00.000Z")
        Instant revokedAt,

        @Schema(example = "2026-11-23T09:40:00.000Z") Instant createdAt) {

    static ApiKeyResource of(ApiKeyView view) {
        ApiKey key = view.key();
        PublicId of = view.seesOf();
        Sees sees = switch (key.sees()) {
            case DataScope.WholeBrand() -> Sees.BRAND;
            case DataScope.DepartmentTree _ -> Sees.DEPARTMENT_TREE;
            case DataScope.OneDepartment _ -> Sees.DEPARTMENT;
            case DataScope.Own _ -> Sees.OWN;
        };
        return new ApiKeyResource(
                IdType.API_KEY.format(key.publicId()),
                key.name(),
                key.part(),
                null,
                key.scopes().stream().map(Scope::code).sorted().toList(),
                sees,
                of == null ? null : boundTo(sees).format(of),
                key.test(),
                key.expiresAt(),
                key.revokedAt(),
                key.createdAt());
    }

    /// What `seesOf` is the id of.
    static IdType boundTo(Sees sees) {
        return sees == Sees.OWN ? IdType.STAFF : IdType.DEPARTMENT;
    }

    ApiKeyResource withSecret(String text) {
        return new ApiKeyResource(id, name, part, text, scopes, sees, seesOf, test, expiresAt, revokedAt, createdAt);
    }
}
