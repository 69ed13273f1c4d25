package cn.siyu.application.brand;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.id.PublicId;
import java.util.Optional;
import java.util.Set;

/// Who calls, for which brand, and with what rights: the first argument of use cases that clients
/// can reach.
///
/// @param brand the brand of this call; the caller's right to it has been checked
/// @param key the public id of the API key
/// @param scopes what the key may do
/// @param sees which data it sees
public record Caller(BrandId brand, PublicId key, Set<Scope> scopes, DataScope sees) {
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /// The staff member the key is bound to, if any.
    public Optional<StaffId> staff() {
        return sees instanceof DataScope.Own(var staff) ? Optional.of(staff) : Optional.empty();
    }

    /// Whether the key may do something.
    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
