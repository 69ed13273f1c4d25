package cn.siyu.domain.customer.identity;

import cn.siyu.domain.customer.IdentityId;
import java.util.List;
import java.util.Set;

/// Who everybody is, and what could not be.
///
/// @param persons by their number
/// @param conflicts by their pair
/// @param idle identities that join nobody, so that no edge at them counts: phone numbers that
///     several people share, and values that are nobody's
public record Resolution(List<ResolvedPerson> persons, List<RejectedLink> conflicts, Set<IdentityId> idle) {
    public Resolution {
        persons = List.copyOf(persons);
        conflicts = List.copyOf(conflicts);
        idle = Set.copyOf(idle);
    }
}
