package cn.siyu.application.sop;

import cn.siyu.application.contact.port.PausedSops;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.sop.SopId;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells contact which SOPs are paused (暂停).
public final class StandingStill implements PausedSops {
    private final Sops sops;

    public StandingStill(Sops sops) {
        this.sops = sops;
    }

    @Override
    public Set<Long> lock(BrandId brand, Collection<Long> wanted) {
        return sops.lockPaused(brand, wanted.stream().map(SopId::new).collect(Collectors.toSet())).stream()
                .map(SopId::value)
                .collect(Collectors.toSet());
    }
}
