package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.customer.port.LostFriends;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.Relationship;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class SqlLostFriends implements LostFriends {
    private final Sql sql;

    SqlLostFriends(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Relationship> page(BrandId brand, ChannelAccountId account, long after, int atMost) {
        return sql.list(
                RelationshipColumns.SELECT
                        + " WHERE brand = ? AND account = ? AND ended_by = 'BAN' AND id > ?"
                        + " ORDER BY id FETCH FIRST ? ROWS ONLY",
                RelationshipColumns::read,
                brand,
                account,
                after,
                atMost);
    }
}
