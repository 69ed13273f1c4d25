package cn.siyu.adapter.persistence.brand;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface DepartmentRows extends GenericRepository<DepartmentRow, Long> {
    DepartmentRow save(DepartmentRow row);

    Optional<DepartmentRow> findByBrandAndId(int brand, long id);

    List<DepartmentRow> findByBrandAndIdInOrderById(int brand, List<Long> id);

    Optional<DepartmentRow> findByBrandAndPublicId(int brand, UUID publicId);

    Optional<DepartmentRow> findByBrandAndExternalId(int brand, String externalId);

    @Query("SELECT * FROM department WHERE brand = :brand AND id > :after ORDER BY id FETCH FIRST :atMost ROWS ONLY")
    List<DepartmentRow> page(int brand, long after, int atMost);
}
