package cn.siyu.application.trust.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.brand.BrandId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Comparisons of groups that a test puts in: adding up is the database's part, whose tests are
/// there.
public final class InMemoryTrustComparisons implements TrustComparisons {
    private final List<Group> groups = new ArrayList<>();

    /// Puts a group in.
    public void put(Group group) {
        groups.add(group);
    }

    @Override
    public List<Group> groups(BrandId brand, Sight sight, By by, String policyEdition) {
        return groups.stream()
                .filter(_ -> sight.everything())
                .sorted(Comparator.comparing(group -> String.valueOf(group.name())))
                .toList();
    }

    @Override
    public long otherwiseRead(BrandId brand, Sight sight, String policyEdition) {
        return 0;
    }
}
