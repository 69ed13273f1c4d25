package cn.siyu.adapter.persistence.brand;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.ApiKey;
import cn.siyu.application.brand.ApiKeyId;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.ApiKeys;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlApiKeys implements ApiKeys {
    private final Sql sql;

    SqlApiKeys(Sql sql) {
        this.sql = sql;
    }

    private enum Sees {
        WHOLE_BRAND,
        DEPARTMENT_TREE,
        ONE_DEPARTMENT,
        OWN
    }

    private record StoredScope(
            Sees sees, @Nullable Long department, @Nullable Long staff) {
        static StoredScope of(DataScope scope) {
            return switch (scope) {
                case DataScope.WholeBrand() -> new StoredScope(Sees.WHOLE_BRAND, null, null);
                case DataScope.DepartmentTree(var department) ->
                    new StoredScope(Sees.DEPARTMENT_TREE, department.value(), null);
                case DataScope.OneDepartment(var department) ->
                    new StoredScope(Sees.ONE_DEPARTMENT, department.value(), null);
                case DataScope.Own(var staff) -> new StoredScope(Sees.OWN, null, staff.value());
            };
        }
    }

    @Override
    public void add(ApiKey key) {
        if (byPart(key.part()).isPresent()) {
            throw new AlreadyExists("key part", key.part());
        }
        var stored = StoredScope.of(key.sees());
        sql.update(
                """
                INSERT INTO api_key (id, public_id, key_part, brand, name, hash, scopes, data_scope, scope_department,
                  scope_staff, test, expires_at, revoked_at, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                key.id().value(),
                key.publicId(),
                key.part(),
                key.brand(),
                key.name(),
                key.hash(),
                key.scopes().stream().map(Scope::code).sorted().collect(Collectors.joining(",")),
                stored.sees(),
                stored.department(),
                stored.staff(),
                key.test(),
                key.expiresAt(),
                key.revokedAt(),
                key.createdAt());
    }

    @Override
    public Optional<ApiKey> byPart(String part) {
        return sql.first("SELECT * FROM api_key WHERE key_part = ?", SqlApiKeys::key, part);
    }

    @Override
    public Optional<ApiKey> byPublicId(@Nullable BrandId brand, PublicId id) {
        return brand == null
                ? sql.first("SELECT * FROM api_key WHERE brand IS NULL AND public_id = ?", SqlApiKeys::key, id)
                : sql.first("SELECT * FROM api_key WHERE brand = ? AND public_id = ?", SqlApiKeys::key, brand, id);
    }

    @Override
    public List<ApiKey> of(@Nullable BrandId brand) {
        return brand == null
                ? sql.list("SELECT * FROM api_key WHERE brand IS NULL ORDER BY id", SqlApiKeys::key)
                : sql.list("SELECT * FROM api_key WHERE brand = ? ORDER BY id", SqlApiKeys::key, brand);
    }

    @Override
    public void revoke(ApiKeyId id, Instant at) {
        sql.update("UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", at, id.value());
    }

    private static ApiKey key(Row row) throws SQLException {
        Integer brand = row.integerOrNull("brand");
        return new ApiKey(
                new ApiKeyId(row.number("id")),
                row.publicId("public_id"),
                row.text("key_part"),
                brand == null ? null : new BrandId(brand),
                row.text("name"),
                row.text("hash"),
                scopes(row.text("scopes")),
                sees(row),
                row.flag("test"),
                row.instantOrNull("expires_at"),
                row.instantOrNull("revoked_at"),
                row.instant("created_at"));
    }

    /// A scope that is no longer known gives no right.
    private static Set<Scope> scopes(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(Scope::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static DataScope sees(Row row) throws SQLException {
        return switch (row.constant("data_scope", Sees.class)) {
            case WHOLE_BRAND -> new DataScope.WholeBrand();
            case DEPARTMENT_TREE -> new DataScope.DepartmentTree(new DepartmentId(row.number("scope_department")));
            case ONE_DEPARTMENT -> new DataScope.OneDepartment(new DepartmentId(row.number("scope_department")));
            case OWN -> new DataScope.Own(new StaffId(row.number("scope_staff")));
        };
    }
}
