package cn.siyu.adapter.wecom.simulated;

import cn.siyu.application.channel.port.ChannelConnectionContract;
import cn.siyu.application.channel.port.ChannelWorld;
import org.junit.jupiter.api.AfterEach;

/// The port contract, spoken over the official wire.
class SimulatedChannelTest implements ChannelConnectionContract {
    private final SimulatedCorp corp = new SimulatedCorp();

    @Override
    public ChannelWorld world() {
        return corp;
    }

    @AfterEach
    void close() {
        corp.close();
    }
}
