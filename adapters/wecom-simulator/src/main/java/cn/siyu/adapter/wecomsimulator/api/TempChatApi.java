package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.people.TempChats;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Ends a temporary chat before its time (结束临时会话).
final class TempChatApi {
    private TempChatApi() {}

    static List<Endpoint> endpoints() {
        return List.of(Endpoint.contactPost("/cgi-bin/externalcontact/close_temp_chat", TempChatApi::close));
    }

    private static void close(Call call, ObjectNode answer) {
        var relation = CustomerApi.relation(call);
        var chat = call.corp()
                .tempChats()
                .live(relation.customer(), relation.userid())
                .orElseThrow(Errcode.NO_RELATION::error);
        TempChats.close(call.corp(), chat);
    }
}
