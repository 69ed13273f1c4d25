package cn.siyu.domain.customer.identity;

import java.util.List;

/// Who everybody is, and what could not be.
///
/// @param persons by their number
/// @param conflicts by their pair
public record Resolution(List<ResolvedPerson> persons, List<RejectedLink> conflicts) {
    public Resolution {
        persons = List.copyOf(persons);
        conflicts = List.copyOf(conflicts);
    }
}
