package cn.siyu.adapter.http.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.FactsWorld;
import cn.siyu.adapter.http.World;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// People who hand over and take over, made through the API, with customers.
final class Handovers {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final FactsWorld.Kept KEPT = Api.bean(FactsWorld.Kept.class);

    private Handovers() {}

    static String department(DepartmentId id) {
        return IdType.DEPARTMENT.format(
                Api.bean(Departments.class).find(World.DEMO, id).orElseThrow().publicId());
    }

    /// Somebody new in a department.
    static String member(DepartmentId department) {
        return Api.post("/v1/brands/demo/staff", "{\"name\":\"继承\",\"department\":\"" + department(department) + "\"}")
                .at("id");
    }

    /// An account in the department of whoever holds it.
    static ChannelAccountId account(String staff) {
        return account(staff, "");
    }

    /// An account in a department of its own.
    static ChannelAccountId account(String staff, DepartmentId department) {
        return account(staff, ",\"department\":\"" + department(department) + "\"");
    }

    private static ChannelAccountId account(String staff, String more) {
        String address = "handover-" + NUMBERS.incrementAndGet();
        Answer made = Api.post(
                "/v1/brands/demo/channel-accounts",
                "{\"channel\":\"in-memory\",\"connection\":\"main\",\"address\":\"" + address
                        + "\",\"name\":\"小继\",\"staff\":\"" + staff + "\"" + more + "}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return Api.bean(ChannelAccounts.class)
                .byAddress(World.DEMO, "main", address)
                .orElseThrow()
                .id();
    }

    static List<CustomerId> customers(ChannelAccountId of, int number) {
        return IntStream.range(0, number)
                .mapToObj(_ -> KEPT.contact("wm-handover-" + NUMBERS.incrementAndGet(), of))
                .toList();
    }

    static String id(ChannelAccountId account) {
        return IdType.CHANNEL_ACCOUNT.format(Api.bean(ChannelAccounts.class)
                .find(World.DEMO, account)
                .orElseThrow()
                .publicId());
    }

    static String id(CustomerId customer) {
        return IdType.CUSTOMER.format(
                KEPT.customers().find(World.DEMO, customer).orElseThrow().publicId());
    }
}
