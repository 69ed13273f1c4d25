package cn.siyu.application.channel.port;

import cn.siyu.application.brand.port.InMemoryStore;

class InMemoryPolicyOverridesTest implements PolicyOverridesContract {
    private final InMemoryPolicyOverrides overrides = new InMemoryPolicyOverrides(new InMemoryStore());

    @Override
    public PolicyOverrides overrides() {
        return overrides;
    }
}
