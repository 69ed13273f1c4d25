package cn.siyu.application.contact.port;

import cn.siyu.domain.brand.BrandId;
import java.util.Collection;
import java.util.Set;

/// Which SOPs stand still (SOP 暂停): nothing that they want leaves meanwhile. Contact knows them
/// by number only.
@FunctionalInterface
public interface PausedSops {
    /// Which of these are paused. They stay so until the end of the transaction.
    Set<Long> lock(BrandId brand, Collection<Long> sops);
}
