package cn.siyu.adapter.wecom;

import cn.siyu.adapter.wecom.client.CallRates;
import cn.siyu.adapter.wecom.client.CorpGates;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.adapter.wecom.transport.HttpOnce;
import cn.siyu.adapter.wecom.transport.Origin;
import cn.siyu.application.channel.port.SharedSecrets;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// Makes the clients of the apps from what all of them share.
///
/// @param rates how many calls this process may make
/// @param gates the gates of each corp, by address and corp id: its apps share them
/// @param secrets where tokens are shared with other nodes; null: each process fetches its own
/// @param machine the clock of `secrets`
record WeComClients(
        HttpOnce http,
        CallRates rates,
        ConcurrentMap<String, CorpGates> gates,
        @Nullable SharedSecrets secrets,
        InstantSource machine) {
    WeComClients(HttpOnce http, CallRates rates, @Nullable SharedSecrets secrets, InstantSource machine) {
        this(http, rates, new ConcurrentHashMap<>(), secrets, machine);
    }

    WeComClient client(WeComApp app, InstantSource clock) {
        var origin = Origin.of(app.baseUrl());
        var credential = new WeComClient.Credential(app.corpId(), app.secret());
        var corp = gates.computeIfAbsent(origin.authority() + "/" + app.corpId(), _ -> new CorpGates(rates));
        return secrets == null
                ? new WeComClient(http, origin, credential, clock, corp)
                : new WeComClient(http, origin, credential, clock, corp, secrets, machine);
    }
}
