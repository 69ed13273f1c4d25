package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// The addresses of the platform: the one that is called, and the one that callbacks come from.
/// Both are those of this machine.
final class IpApi {
    private static final String LOOPBACK = "127.0.0.1";

    private IpApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/cgi-bin/get_api_domain_ip", IpApi::list, "ip_list"),
                Endpoint.get("/cgi-bin/getcallbackip", IpApi::list, "ip_list"));
    }

    private static void list(Call call, ObjectNode answer) {
        answer.putArray("ip_list").add(LOOPBACK);
    }
}
