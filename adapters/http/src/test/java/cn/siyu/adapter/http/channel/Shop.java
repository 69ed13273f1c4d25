package cn.siyu.adapter.http.channel;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import java.util.concurrent.atomic.AtomicInteger;

/// A shop of `demo` with one member, laid down over the API, for tests.
final class Shop {
    static final String DEPARTMENT =
            Api.post("/v1/brands/demo/departments", "{\"name\":\"渠道测试\"}").at("id");
    static final String MEMBER = Api.post(
                    "/v1/brands/demo/staff", "{\"name\":\"戊\",\"department\":\"" + DEPARTMENT + "\"}")
            .at("id");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private Shop() {}

    /// The body of an account that is not there yet.
    static String account(String more) {
        return "{\"channel\":\"in-memory\",\"connection\":\"main\",\"address\":\"member-" + NUMBERS.incrementAndGet()
                + "\",\"name\":\"小店员\",\"staff\":\"" + MEMBER + "\"" + more + "}";
    }

    /// The id of a new account.
    static String accountId() {
        Answer added = Api.post("/v1/brands/demo/channel-accounts", account(""));
        return added.at("id");
    }
}
