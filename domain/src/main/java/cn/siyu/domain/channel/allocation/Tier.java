package cn.siyu.domain.channel.allocation;

import cn.siyu.domain.brand.DepartmentId;
import java.util.ArrayList;
import java.util.List;

/// Where accounts are looked for, one tier after the other (兜底顺序).
public sealed interface Tier {
    /// Accounts of the department that the visitor wants, or of a wider one around it.
    record Wanted(DepartmentId department) implements Tier {}

    /// All accounts of the contact way but the overflow ones.
    record Anywhere() implements Tier {}

    /// The overflow accounts.
    record Overflow() implements Tier {}

    /// The tiers of a visit, in the order in which they are asked.
    static List<Tier> of(Visit visit) {
        List<Tier> tiers = new ArrayList<>();
        visit.wanted().forEach(department -> tiers.add(new Wanted(department)));
        tiers.add(new Anywhere());
        tiers.add(new Overflow());
        return tiers;
    }

    /// Whether an account belongs to the tier.
    default boolean holds(Candidate candidate) {
        return switch (this) {
            case Wanted(DepartmentId department) ->
                !candidate.overflow() && candidate.departments().contains(department);
            case Anywhere _ -> !candidate.overflow();
            case Overflow _ -> candidate.overflow();
        };
    }
}
