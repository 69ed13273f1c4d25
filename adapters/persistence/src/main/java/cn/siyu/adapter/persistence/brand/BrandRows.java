package cn.siyu.adapter.persistence.brand;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface BrandRows extends GenericRepository<BrandRow, Integer> {
    BrandRow save(BrandRow row);

    Optional<BrandRow> findById(int id);

    Optional<BrandRow> findBySlug(String slug);

    Optional<BrandRow> findByPublicId(UUID publicId);

    List<BrandRow> findAllOrderById();

    @Query("UPDATE brand SET sandbox_now = :now WHERE id = :id")
    int moveClock(int id, Instant now);
}
