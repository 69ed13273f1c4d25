package cn.siyu.application.channel;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What this package needs to know of the materials that greet new customers (欢迎语); they belong
/// to a capability that builds on this one.
public interface WelcomeMaterials {
    /// The number of a material that can be used, or empty.
    Optional<Long> usable(BrandId brand, PublicId material);

    /// The public ids of materials by their numbers.
    Map<Long, PublicId> publicIds(BrandId brand, Set<Long> numbers);
}
