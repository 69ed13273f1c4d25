package cn.siyu.adapter.wecom.client;

import java.util.concurrent.ConcurrentHashMap;

/// The gates of one corp, one for each API, shared by all its apps: the platform counts per corp
/// and API.
public final class CorpGates {
    private final CallRates rates;
    private final ConcurrentHashMap<String, ApiGate> gates = new ConcurrentHashMap<>();

    public CorpGates(CallRates rates) {
        this.rates = rates;
    }

    ApiGate of(ApiCall call) {
        return gates.computeIfAbsent(call.path(), _ -> new ApiGate(rates));
    }
}
