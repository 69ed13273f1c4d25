package cn.siyu.adapter.persistence.channel;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ChannelAccountRows extends GenericRepository<ChannelAccountRow, Long> {
    ChannelAccountRow save(ChannelAccountRow row);

    Optional<ChannelAccountRow> findByBrandAndId(int brand, long id);

    Optional<ChannelAccountRow> findByBrandAndPublicId(int brand, UUID publicId);

    Optional<ChannelAccountRow> findByBrandAndConnectionAndAddress(int brand, String connection, String address);

    List<ChannelAccountRow> findByBrandAndStaffOrderById(int brand, long staff);

    List<ChannelAccountRow> findByBrandAndIdInOrderById(int brand, List<Long> id);

    List<ChannelAccountRow> findByBrandAndPublicIdInOrderById(int brand, List<UUID> publicId);

    @Query(
            "SELECT * FROM channel_account WHERE brand = :brand AND id > :after ORDER BY id FETCH FIRST :atMost ROWS ONLY")
    List<ChannelAccountRow> page(int brand, long after, int atMost);
}
