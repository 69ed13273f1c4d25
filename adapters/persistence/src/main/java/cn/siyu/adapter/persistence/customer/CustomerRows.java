package cn.siyu.adapter.persistence.customer;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CustomerRows extends GenericRepository<CustomerRow, Long> {
    Optional<CustomerRow> findByBrandAndId(int brand, long id);
}
