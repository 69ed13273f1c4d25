package cn.siyu.adapter.persistence.brand;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface StaffRows extends GenericRepository<StaffRow, Long> {
    StaffRow save(StaffRow row);

    Optional<StaffRow> findByBrandAndId(int brand, long id);

    List<StaffRow> findByBrandAndIdInOrderById(int brand, List<Long> id);

    Optional<StaffRow> findByBrandAndPublicId(int brand, UUID publicId);

    Optional<StaffRow> findByBrandAndExternalId(int brand, String externalId);

    @Query("SELECT * FROM staff WHERE brand = :brand AND id > :after ORDER BY id FETCH FIRST :atMost ROWS ONLY")
    List<StaffRow> page(int brand, long after, int atMost);
}
