package cn.siyu.bootstrap.endtoend;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.bootstrap.RunningProduct;
import cn.siyu.domain.id.PublicId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The running chain, made harder: everybody has a name, a remark and a phone number of their own;
/// some customers of the first store are shared with the second, which wrote to them, talked with
/// them, has work and programs about them; some have left it; some are disputed with strangers.
/// What must not be seen is found out from the rows alone.
final class TwoStores {
    private final RunningProduct product;

    private record Account(long id, String address, long department) {}

    private record Link(PublicId id, long number, long customer, long account, boolean live) {}

    private record Person(PublicId id, long number) {}

    /// Something about a customer that went over an account, or was somebody's work; 0: none.
    private record Fact(PublicId id, long customer, long account) {}

    TwoStores(RunningProduct product) {
        this.product = product;
    }

    /// Lays down what the chain lacks.
    void harden() {
        product.change("UPDATE customer SET nickname = '客人' || id || '号'");
        product.change("UPDATE relationship SET remark = '备注' || id || '号', description = '描述' || id || '号'");
        product.change("""
                INSERT INTO identity (brand, id, public_id, type, id_scope, id_value, customer, source, created_at)
                SELECT brand, id + 50000000, RANDOM_UUID(), 'PHONE', '', '+86139' || LPAD(CAST(id AS varchar), 8, '0'),
                  id, 'IMPORT', created_at FROM customer""");
        var accounts = accounts();
        long first = accounts.getFirst().id();
        long other = accounts.stream()
                .filter(account -> account.department() != accounts.getFirst().department())
                .findFirst()
                .orElseThrow()
                .id();
        var own = links().stream()
                .filter(link -> link.live() && link.account() == first)
                .toList();
        String shared =
                own.stream().limit(5).map(link -> Long.toString(link.number())).collect(Collectors.joining(","));
        product.change("""
                INSERT INTO relationship (brand, id, public_id, customer, account, identity, add_way, added_at, remark,
                  silenced_times, trust, trust_social, trust_as_of, version, created_at, updated_at)
                SELECT brand, id + 60000000, RANDOM_UUID(), customer, %d, identity, add_way, added_at, '他店' || id || '号',
                  0, 99, 99, trust_as_of, 1, created_at, updated_at
                FROM relationship WHERE id IN (%s)""".formatted(other, shared));
        String theirs = "relationship r WHERE r.id > 60000000";
        product.change("""
                INSERT INTO interaction (brand, id, public_id, source, external_id, kind, touchpoint, customer, identity,
                  relationship, account, occurred_at, received_at)
                SELECT brand, id + 80000000, RANDOM_UUID(), 'planted', 'i' || id, 'REPLY', 'PRIVATE_CHAT', customer,
                  identity, id, account, added_at, added_at
                FROM relationship WHERE account IN (%d, %d)""".formatted(first, other));
        product.change("""
                INSERT INTO send (brand, id, public_id, customer, relationship, account, contact_class, touchpoint,
                  win_back, zone, deadline_at, decision, explanation, created_at)
                SELECT brand, id + 2, RANDOM_UUID(), customer, id, account, 'MARKETING', 'PRIVATE_CHAT', false,
                  'Asia/Shanghai', added_at, 'EXPIRED', '{"policy":"contact-2025","grounds":[]}', added_at FROM\s""" + theirs);
        product.change("""
                INSERT INTO task (brand, id, public_id, kind, customer, relationship, staff, account, title, hint, note, due_at,
                  expires_at, state, ended_by, ended_at, version, created_at, updated_at)
                SELECT r.brand, r.id + 3, RANDOM_UUID(), 'CALL', r.customer, r.id, a.staff, a.id, '回访',
                  '私语' || r.id || '号', '私语' || r.id || '号',
                  r.added_at, r.added_at, 'DONE', CAST(r.public_id AS varchar), r.added_at, 1, r.added_at, r.added_at
                FROM relationship r JOIN channel_account a ON a.brand = r.brand AND a.id = r.account
                WHERE r.account IN (%d, %d)""".formatted(first, other));
        product.change("""
                INSERT INTO consent_record (brand, id, public_id, customer, purpose, granted, evidence, occurred_at)
                SELECT brand, id, public_id, id, 'MARKETING', true, '凭据' || id || '号', created_at FROM customer""");
        var strangers = people().stream()
                .filter(person -> own.stream().noneMatch(link -> link.customer() == person.number()))
                .limit(5)
                .toList();
        for (int i = 0; i < 5; i++) {
            product.change("""
                    INSERT INTO identity_conflict (brand, id, public_id, low, high, reason, source, noted_at)
                    SELECT r.brand, %d, RANDOM_UUID(), LEAST(r.identity, i.id), GREATEST(r.identity, i.id),
                      'TOO_MANY', 'IMPORT', r.added_at
                    FROM relationship r JOIN identity i ON i.brand = r.brand AND i.customer = %d AND i.type = 'PHONE'
                    WHERE r.id = %d""".formatted(
                            70000000 + i, strangers.get(i).number(), own.get(i).number()));
        }
        product.change("UPDATE relationship SET ended_at = added_at, ended_by = 'CUSTOMER' WHERE id IN (%s)"
                .formatted(own.stream()
                        .skip(5)
                        .limit(5)
                        .map(link -> Long.toString(link.number()))
                        .collect(Collectors.joining(","))));
    }

    /// The address of the member whose key is tried.
    String member() {
        return accounts().getFirst().address();
    }

    /// All ids, names, remarks and phone numbers that a key of that member must not see, or of its
    /// department.
    Set<String> hiddenFrom(boolean department) {
        var me = accounts().getFirst();
        Set<Long> mine = accounts().stream()
                .filter(account -> department ? account.department() == me.department() : account.id() == me.id())
                .map(Account::id)
                .collect(Collectors.toSet());
        Set<Long> seen = links().stream()
                .filter(link -> link.live() && mine.contains(link.account()))
                .map(Link::customer)
                .collect(Collectors.toSet());
        Set<String> hidden = new HashSet<>();
        for (Person person : people()) {
            if (!seen.contains(person.number())) {
                hidden.add(IdType.CUSTOMER.format(person.id()));
                hidden.add("客人" + person.number() + "号");
                hidden.add("%08d".formatted(person.number()));
            }
        }
        for (Link link : links()) {
            if (!seen.contains(link.customer()) || !mine.contains(link.account())) {
                hidden.add(IdType.RELATIONSHIP.format(link.id()));
                hidden.add("备注" + link.number() + "号");
            }
        }
        hide(hidden, IdType.INTERACTION, "SELECT public_id, customer, account FROM interaction", seen, mine);
        hide(hidden, IdType.SEND, "SELECT public_id, customer, account FROM send", seen, mine);
        hide(
                hidden,
                IdType.ORDER,
                "SELECT public_id, customer, CAST(NULL AS bigint) AS account FROM customer_order",
                seen,
                mine);
        hide(
                hidden,
                IdType.TASK,
                "SELECT t.public_id, t.customer, a.id AS account FROM task t JOIN channel_account a ON a.staff = t.staff",
                seen,
                mine);
        hide(
                hidden,
                IdType.ENROLMENT,
                "SELECT e.public_id, e.customer, r.account FROM enrolment e LEFT JOIN relationship r ON r.id = e.relationship",
                seen,
                mine);
        hide(
                hidden,
                IdType.EVIDENCE,
                "SELECT e.public_id, e.customer, r.account FROM evidence e LEFT JOIN relationship r ON r.id = e.relationship",
                seen,
                mine);
        return hidden;
    }

    private void hide(Set<String> hidden, IdType type, String query, Set<Long> seen, Set<Long> mine) {
        for (Fact fact : product.rows(query, TwoStores::fact)) {
            if (!seen.contains(fact.customer()) || (fact.account() != 0 && !mine.contains(fact.account()))) {
                hidden.add(type.format(fact.id()));
            }
        }
    }

    private static Fact fact(Row row) throws SQLException {
        Long account = row.numberOrNull("account");
        return new Fact(row.publicId("public_id"), row.number("customer"), account == null ? 0 : account);
    }

    private List<Account> accounts() {
        return product.rows(
                "SELECT id, address, department FROM channel_account ORDER BY id",
                row -> new Account(row.number("id"), row.text("address"), row.number("department")));
    }

    private List<Link> links() {
        return new ArrayList<>(product.rows(
                "SELECT public_id, id, customer, account, ended_at FROM relationship ORDER BY id",
                row -> new Link(
                        row.publicId("public_id"),
                        row.number("id"),
                        row.number("customer"),
                        row.number("account"),
                        row.instantOrNull("ended_at") == null)));
    }

    private List<Person> people() {
        return product.rows(
                "SELECT public_id, id FROM customer ORDER BY id",
                row -> new Person(row.publicId("public_id"), row.number("id")));
    }
}
