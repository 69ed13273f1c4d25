package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.application.contact.port.SendBatch;
import cn.siyu.application.contact.port.SendBatches.Due;
import cn.siyu.application.contact.port.SendBatches.Running;
import cn.siyu.application.contact.port.Sender;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendBatchId;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A batch as a row, with the account that sends it.
final class BatchRow {
    static final String SELECT_DUE = """
            SELECT b.id, b.public_id, b.wave, b.kind, b.contact_class, b.account, b.content_hash, b.content, b.welcome_code,
              b.recipients, b.not_before, b.deadline_at, b.created_at, b.epoch, b.attempts, a.channel, a.connection, a.address
            FROM send_batch b JOIN channel_account a ON a.brand = b.brand AND a.id = b.account
            """;

    static final String SELECT_RUNNING = """
            SELECT b.id, b.account, b.channel_ref, b.recipients, b.sent_at, b.confirmed_at, b.confirm_by, b.polls, b.reminders,
              a.channel, a.connection, a.address
            FROM send_batch b JOIN channel_account a ON a.brand = b.brand AND a.id = b.account
            """;

    private BatchRow() {}

    static @Nullable Object[] parameters(BrandId brand, SendBatch batch) {
        return new @Nullable Object[] {
            brand,
            batch.id().value(),
            batch.publicId(),
            batch.wave(),
            batch.kind(),
            batch.contactClass(),
            batch.account().value(),
            batch.contentHash(),
            MessageText.write(batch.content()),
            batch.welcomeCode(),
            batch.recipients(),
            batch.notBefore(),
            batch.deadline(),
            batch.createdAt(),
            batch.createdAt()
        };
    }

    static Due due(Row row) throws SQLException {
        return new Due(batch(row), row.integer("epoch"), row.integer("attempts"), sender(row));
    }

    private static SendBatch batch(Row row) throws SQLException {
        return new SendBatch(
                new SendBatchId(row.number("id")),
                row.publicId("public_id"),
                row.numberOrNull("wave"),
                row.constant("kind", SendBatch.Kind.class),
                row.constant("contact_class", ContactClass.class),
                new ChannelAccountId(row.number("account")),
                row.text("content_hash"),
                MessageText.read(row.text("content")),
                row.textOrNull("welcome_code"),
                row.integer("recipients"),
                row.instant("not_before"),
                row.instant("deadline_at"),
                row.instant("created_at"));
    }

    static Running running(Row row) throws SQLException {
        return new Running(
                new SendBatchId(row.number("id")),
                new ChannelAccountId(row.number("account")),
                sender(row),
                row.text("channel_ref"),
                row.integer("recipients"),
                row.instant("sent_at"),
                row.instantOrNull("confirmed_at"),
                row.instant("confirm_by"),
                row.integer("polls"),
                row.integer("reminders"));
    }

    private static Sender sender(Row row) throws SQLException {
        return new Sender(row.text("channel"), row.text("connection"), row.text("address"));
    }
}
