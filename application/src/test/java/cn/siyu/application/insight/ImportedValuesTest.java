package cn.siyu.application.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.insight.Order;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a row says, and what is wrong with it.
class ImportedValuesTest extends ImportedRows {
    @Test
    void saysEverythingThatIsWrongWithARowAndAppliesNothingOfIt() {
        var run = imported(
                ImportKind.ORDERS,
                row(
                        1,
                        "externalId",
                        "o1",
                        "externalUserId",
                        "wm7",
                        "paidAt",
                        "2026-03-05 10:00:00",
                        "amountMinor",
                        "3500"),
                row(2, "phone", "1.38E+10", "paidAt", "yesterday", "amountMinor", "35.00"),
                row(
                        3,
                        "externalId",
                        "o3",
                        "externalUserId",
                        "wm-unknown",
                        "paidAt",
                        "2026-03-05T10:00:00+08:00",
                        "amountMinor",
                        "1"),
                row(4, "externalId", "o4", "paidAt", "2026/3/5 9:05", "amountMinor", "1"));

        assertThat(run.state()).isEqualTo(ImportRun.State.PARTLY_SUCCEEDED);
        assertThat(run.applied()).isEqualTo(1);
        assertThat(run.failed()).isEqualTo(3);
        assertThat(mistakes(run))
                .containsExactly(
                        "2 amountMinor not-an-amount",
                        "2 externalId required",
                        "2 paidAt not-a-time",
                        "2 phone digits-lost",
                        "3 externalUserId unknown-contact",
                        "4  no-identity");
        assertThat(ports.orders
                        .find(BRAND, List.of(new ExternalKey("csv", "o1")))
                        .values())
                .singleElement()
                .satisfies(order -> assertThat(order.paidAt()).isEqualTo(Instant.parse("2026-03-05T02:00:00Z")));
    }

    @Test
    void knowsAMemberByTheSourceThatFeedsHaveToo() {
        imported(ImportKind.CUSTOMERS, row(2, "memberId", "M1"));

        var inTheSource = new IdentityKey(IdentityType.MEMBER_ID, "csv", "M1");
        assertThat(ports.identities.find(BRAND, List.of(inTheSource))).containsKey(inTheSource);
    }

    @Test
    void takesAmountsInYuanAndInFen() {
        var run = imported(
                ImportKind.ORDERS,
                bought(2, "amount", "35.5"),
                bought(3, "amount", "¥1,280.00"),
                bought(4, "amount", "35.005"),
                bought(5, "amountMinor", "３５００"),
                bought(6, "amountMinor", "35.0"),
                row(7, "externalId", "o7", "phone", "13800138000", "paidAt", "2026-03-05 10:00:00"),
                row(
                        8,
                        "externalId",
                        "o8",
                        "phone",
                        "13800138000",
                        "paidAt",
                        "2026-03-05 10:00:00",
                        "amount",
                        "1",
                        "amountMinor",
                        "100"));

        assertThat(mistakes(run))
                .containsExactly(
                        "4 amount not-an-amount",
                        "6 amountMinor not-an-amount",
                        "7 amountMinor required",
                        "8 amount amount-twice");
        assertThat(ports.orders
                        .find(BRAND, List.of(key("o2"), key("o3"), key("o5")))
                        .values())
                .extracting(Order::amountMinor)
                .containsExactlyInAnyOrder(3550L, 128_000L, 3500L);
    }

    @Test
    void refusesWhatASpreadsheetHasRounded() {
        var run = imported(
                ImportKind.ORDERS,
                row(
                        2,
                        "externalId",
                        "2.02603E+15",
                        "memberId",
                        "1E+12",
                        "paidAt",
                        "2026-02-30 10:00:00",
                        "amount",
                        "1"));
        assertThat(mistakes(run))
                .containsExactly("2 externalId digits-lost", "2 memberId digits-lost", "2 paidAt not-a-time");
    }

    @Test
    void takesAnApostropheAloneForABlankCell() {
        var run = imported(
                ImportKind.ORDERS,
                row(2, "externalId", "'", "phone", "13800138000", "paidAt", "2026/3/5 10:00", "amount", "1"),
                row(3, "externalId", "o3", "memberId", "＇", "paidAt", "2026/3/5 10:00", "amount", "1"),
                row(4, "externalId", "o4", "memberId", "M1", "paidAt", "'", "amount", "1"),
                row(5, "externalId", "o5", "memberId", "M1", "unionId", "'", "paidAt", "2026/3/5 10:00", "amount", "'"),
                row(6, "externalId", "o6", "memberId", "'M1", "paidAt", "2026/3/5 10:00", "amount", "1", "sku", "'"));

        assertThat(mistakes(run))
                .containsExactly(
                        "2 externalId required", "3  no-identity", "4 paidAt required", "5 amountMinor required");
        assertThat(run.applied()).isEqualTo(1);
    }

    @Test
    void leavesARowOutWhoseIdentitiesBelongToDifferentCustomers() {
        imported(ImportKind.CUSTOMERS, row(2, "phone", "13800138000"), row(3, "memberId", "M1"));

        var run = imported(
                ImportKind.CUSTOMERS,
                row(2, "phone", "13800138000", "memberId", "M1"),
                row(3, "phone", "13800138000", "unionId", "u1"));

        assertThat(mistakes(run)).containsExactly("2  identity-conflict");
        assertThat(run.applied()).isEqualTo(1);
    }

    @Test
    void saysThatAContactBelongsToNoCorpThatIsKnown() {
        var run = importing.handle(new ImportRows.Command(
                CALLER,
                ImportKind.CUSTOMERS,
                "csv",
                "UTF-8",
                Optional.empty(),
                List.of(row(2, "externalUserId", "wm7")).iterator(),
                ImportedRows::nothing));
        assertThat(mistakes(run)).containsExactly("2 externalUserId corp-unknown");
    }

    @Test
    void keepsTheOriginalOfAFailedRowWithoutSplittingACharacter() {
        var row = new ImportRow(2, Map.of(), "x" + "😀".repeat(4_000), List.of(RowFault.TOO_MANY_CELLS));
        var run = imported(ImportKind.CUSTOMERS, row);

        assertThat(imports.mistakes(BRAND, run.id(), 0, 9))
                .allSatisfy(mistake -> assertThat(mistake.original()).isEqualTo("x" + "😀".repeat(3_999)));
    }
}
