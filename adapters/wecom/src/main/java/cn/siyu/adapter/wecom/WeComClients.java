package cn.siyu.adapter.wecom;

import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.adapter.wecom.transport.HttpOnce;
import cn.siyu.adapter.wecom.transport.Origin;
import cn.siyu.application.channel.port.SharedSecrets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Makes the clients of the apps from what all of them share.
///
/// @param secrets where tokens are shared with other nodes; null: each process fetches its own
/// @param machine the clock of `secrets`
record WeComClients(HttpOnce http, @Nullable SharedSecrets secrets, InstantSource machine) {
    WeComClient client(WeComApp app, InstantSource clock) {
        var origin = Origin.of(app.baseUrl());
        var credential = new WeComClient.Credential(app.corpId(), app.secret());
        return secrets == null
                ? new WeComClient(http, origin, credential, clock)
                : new WeComClient(http, origin, credential, clock, secrets, machine);
    }
}
