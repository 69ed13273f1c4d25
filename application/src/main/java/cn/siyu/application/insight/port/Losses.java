package cn.siyu.application.insight.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;

/// Counts relationships that ended, by who ended them (流失), in the database.
public interface Losses {
    /// Those that ended in the period, of accounts in sight, by department and by whom.
    List<Row> rows(BrandId brand, Sight sight, Instant from, Instant until);

    /// Relationships of one department that ended in one way.
    ///
    /// @param relationships how many
    /// @param customersLost of them, were the customer's last
    record Row(PublicId department, String name, Relationship.By by, long relationships, long customersLost) {}
}
